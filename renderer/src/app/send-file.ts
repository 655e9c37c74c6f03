import type { Client } from '../../../core/api/client.ts';

/** Bytes of a piece: in base64 well below what a call may hold. */
const PIECE = 600_000;

/** Hands a file to the host piece by piece. @param told share that is there, 0 to 1 @returns the path that names it */
export async function sendFile(
  call: Client,
  file: File,
  told: (share: number) => void,
  isWanted: () => boolean,
): Promise<string | null> {
  let id: string | undefined;
  for (let from = 0; ; from += PIECE) {
    if (!isWanted()) return null;
    const piece = base64(new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer()));
    const isLast = from + PIECE >= file.size;
    const sent = await call('library.receive', {
      name: file.name || 'pasted.txt',
      piece,
      isLast,
      ...(id !== undefined && { id }),
    });
    id = sent.id;
    told(Math.min(1, (from + PIECE) / Math.max(1, file.size)));
    if (sent.path !== null) return sent.path;
  }
}

/** In steps: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
