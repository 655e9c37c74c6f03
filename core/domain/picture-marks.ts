import type { Bilingual } from './question.ts';

/** What can be pointed at in a picture. `id` is unique in its picture. */
export interface Mark {
  readonly id: string;
  readonly name: Bilingual;
}

/** What the names in the pictures stand in: the compiled pictures, and what the contract hands out of them. */
export interface NamedPictures {
  readonly timeline: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly bodies: readonly Mark[];
  readonly members: readonly Mark[];
  readonly map: { readonly places: readonly (Mark & { readonly at: unknown })[] } | null;
  readonly exercises: readonly Mark[];
  readonly partners: readonly Mark[];
}

const bare = ({ id, name }: Mark): Mark => ({ id, name });

/** By picture; a picture that stands here can be asked. */
const MARKS: Readonly<Record<string, (pictures: NamedPictures) => Mark[]>> = {
  timeline: ({ timeline }) => timeline.map(({ id, title }) => ({ id, name: title })),
  bodies: ({ bodies }) => bodies.map(bare),
  members: ({ members }) => members.map(bare),
  // What is off the map can not be pointed at.
  map: ({ map }) => (map?.places ?? []).filter(({ at }) => at !== null).map(bare),
  calendar: ({ exercises }) => exercises.map(bare),
  partners: ({ partners }) => partners.map(bare),
};

/** The marks of a picture, in the picture's own order; none where there is no such picture. */
export function marksOf(pictures: NamedPictures, picture: string): readonly Mark[] {
  return Object.hasOwn(MARKS, picture) ? MARKS[picture]!(pictures) : [];
}
