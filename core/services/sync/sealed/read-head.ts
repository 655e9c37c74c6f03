import type { PartName, SyncStore } from '../sync-store.ts';
import { HEAD_BYTES } from './sealed-layout.ts';

/** The beginning of a file that tells what it is; less where there is less, nothing where it can not be read. */
export async function readHead(store: SyncStore, part: PartName, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of store.read(part, name)) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= HEAD_BYTES) break;
    }
  } catch {
    // It went away, or may not be read: whoever reads it for what is in it is told which.
    return Buffer.alloc(0);
  }
  return Buffer.concat(pieces).subarray(0, HEAD_BYTES);
}
