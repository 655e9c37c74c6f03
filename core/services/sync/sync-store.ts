import { AppError } from '../../domain/errors.ts';

/** A file of a sync folder as its listing tells it. */
export interface SyncFile {
  /** As it was written, unless a synchroniser gave it another one: `readable` names are `SYNC_NAME`, found ones may be anything. */
  readonly name: string;
  /** As the folder has it: what is sealed may be longer than what was written. */
  readonly bytes: number;
  /** Another one whenever the file may hold something else, under the same name. */
  readonly stamp: string;
}

/** Names of files that are written: they mean the same on every system, folded in case or not. */
export const SYNC_NAME = /^[a-z0-9][a-z0-9._-]{0,120}$/;
/** Of a part: the id of the device it belongs to. */
export type PartName = string;

/**
 * A sync folder: parts, each a flat set of files. A synchroniser carries it to other devices, in any order and at any time, and may
 * leave there what it likes: nothing that is read can be believed before it is proved by its content. Every call is beside the loop.
 * A plain one keeps files as they are (`plain-store.ts`); a sealed one stands around another and hides contents and names.
 * Errors: those of node:fs by their `code` (ENOENT: nothing of that name; ENOTDIR, EACCES, EROFS, ENOSPC, …), and AppError
 * `data-corrupt` where a file is not what was written.
 */
export interface SyncStore {
  /** Parts that are there, under any name. @throws ENOENT where the folder itself is missing: an unplugged disk is not an empty one */
  parts(): Promise<readonly PartName[]>;
  /** Files of a part; none where it is missing. One that a synchroniser renamed may be told under any name, or left out as a double. */
  list(part: PartName): Promise<readonly SyncFile[]>;
  /** What was written, in pieces of at most some hundred kB. */
  read(part: PartName, name: string): AsyncIterable<Buffer>;
  /** Makes a file or replaces it; whoever looks sees the old one or the new one whole. The disk has it when a part's card was written behind it. */
  write(part: PartName, name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  /** Nothing where it is not there. */
  remove(part: PartName, name: string): Promise<void>;
  /** Was there something in a part, when it was listed last, that is sealed with another passphrase? It is not listed. Left out where nothing is sealed. */
  isLocked?(part: PartName): boolean;
  /** Takes away what a crash left of our own writes in a part. Left out where nothing is left by one. */
  tidy?(part: PartName): Promise<void>;
  /** Calls back soon after anything may have changed, perhaps too often, perhaps never. @returns how to stop it */
  watch(changed: () => void): () => void;
}

/** Did the folder refuse to give a file that is there? It may give it later; what a file holds is no matter of the folder's. */
export const isOfFolder = (error: unknown): boolean =>
  !(error instanceof AppError || error instanceof RangeError) && (error as NodeJS.ErrnoException).code !== 'ENOENT';

/** All of a file that is small. @throws RangeError where it is longer than `most` bytes */
export async function readAll(store: SyncStore, part: PartName, name: string, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of store.read(part, name)) {
    bytes += piece.length;
    if (bytes > most) throw new RangeError(`a file of more than ${most} bytes in the sync folder`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
