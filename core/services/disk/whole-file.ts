import { dirname } from 'node:path';
import type { Files } from './files.ts';
import { kindAt } from './kind-at.ts';

/** Writes all of `bytes` at `offset`, however short the single writes are. */
export function writeAll(files: Files, fd: number, bytes: Uint8Array, offset: number): void {
  let done = 0;
  while (done < bytes.length) {
    const wrote = files.write(fd, done === 0 ? bytes : bytes.subarray(done), offset + done);
    if (wrote === 0) throw Object.assign(new Error('the disk took no bytes'), { code: 'ENOSPC' });
    done += wrote;
  }
}

/** The same beside the loop. */
export async function writeAllAsync(files: Files, fd: number, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const wrote = await files.writeAsync(fd, done === 0 ? bytes : bytes.subarray(done), offset + done);
    if (wrote === 0) throw Object.assign(new Error('the disk took no bytes'), { code: 'ENOSPC' });
    done += wrote;
  }
}

/** All bytes of a file, or null where there is none. */
export function readWhole(files: Files, path: string): Buffer | null {
  const facts = files.facts(path);
  if (facts === null || facts.folder) return null;
  return readPart(files, path, 0, facts.bytes);
}

/** Bytes `from` to `to` of a file; fewer where it ends before. */
export function readPart(files: Files, path: string, from: number, to: number): Buffer {
  const fd = files.open(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
    return bytes.subarray(0, files.read(fd, bytes, from));
  } finally {
    files.close(fd);
  }
}

let temps = 0;
/** Another name with every call, so that two writers never share a temp file. */
export const tempName = (path: string): string => `${path}.${process.pid}-${++temps}.tmp`;
/** What `tempName` makes of a name: `<name>.<pid>-<n>.tmp`. */
const TEMP = /^(.+)\.\d+-\d+\.tmp$/;
/** The name a temp name was made from, or null for another name. */
export const nameOfTemp = (name: string): string | null => TEMP.exec(name)?.[1] ?? null;

/** A temp name nothing has: what an earlier program left is not written over, whoever made it. */
export function freeTempName(files: Files, path: string): string {
  for (;;) {
    const temp = tempName(path);
    if (kindAt(files, temp) === null) return temp;
  }
}

/**
 * Replaces a file so that a crash leaves the old or the new one whole: temp file, fsync, rename, fsync of the folder.
 * `write` gets the open temp file. `beforeRename` runs when the new content is safe.
 */
export async function replaceFile(
  files: Files,
  path: string,
  write: (fd: number) => void | Promise<void>,
  beforeRename?: () => void | Promise<void>,
): Promise<void> {
  const temp = freeTempName(files, path);
  const fd = files.open(temp, 'wx');
  let open = true;
  try {
    await write(fd);
    await files.sync(fd);
    files.close(fd);
    open = false;
    await beforeRename?.();
    await files.renameAsync(temp, path);
  } catch (error) {
    if (open) files.close(fd);
    try {
      files.remove(temp);
    } catch {
      // The disk refuses even this: the next start knows the name and takes it away. The first error counts.
    }
    throw error;
  }
  await files.syncFolderAsync(dirname(path));
}

/** The same at once, for a small file that what is to be acknowledged next rests on. */
export function replaceFileNow(files: Files, path: string, bytes: Uint8Array): void {
  const temp = freeTempName(files, path);
  const fd = files.open(temp, 'wx');
  try {
    writeAll(files, fd, bytes, 0);
    files.datasync(fd);
  } finally {
    files.close(fd);
  }
  files.rename(temp, path);
  files.syncFolder(dirname(path));
}
