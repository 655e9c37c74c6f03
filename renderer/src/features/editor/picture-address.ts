import type { Client } from '../../../../core/api/client.ts';

const MEDIA = /src="([^"]*\/media\/[\w-]+\/[0-9a-f]{64})"/;
/** A mask over all of it: with it a card is made, and its picture is made safe and given its address. */
const ANY_MASK = '{{c1::image-occlusion:rect:left=0:top=0:width=1:height=1}}';

interface OfPicture {
  readonly picture: string;
  readonly places: { readonly masks: number; readonly picture: number };
  readonly noteId: string | null;
}

/** Where the picture of a field is served; null where it is not there. */
export async function pictureAddress(
  call: Client,
  typeId: string,
  { picture, places, noteId }: OfPicture,
): Promise<string | null> {
  const fields = Array.from({ length: Math.max(places.masks, places.picture) + 1 }, () => '');
  fields[places.picture] = picture;
  fields[places.masks] = ANY_MASK;
  const made = await call('note.preview', {
    ...{ content: { kind: 'fields', typeId, fields }, tags: [] },
    ...(noteId !== null && { noteId }),
  }).catch(() => null);
  return MEDIA.exec(made?.cards[0]?.face.front.html ?? '')?.[1] ?? null;
}
