import type { Files } from '../../disk/files.ts';
import { writeAll } from '../../disk/whole-file.ts';

const LF = 0x0a;

/** Bytes behind the last accepted line that were never accepted. */
export interface Refused {
  readonly bytes: Uint8Array;
  /** Tried by this writer, all of it or the begin; else found there at the start. */
  readonly isOurs: boolean;
}

/**
 * Takes back what stands behind the last accepted line of a journal file, as far as it is `refused`. Bytes of another program
 * stay: then a line of ours becomes empty, which every reader passes over, since cutting could take away what that program
 * adds in the same moment; and what was found there may be the begin of what it writes.
 * @returns false where bytes of another program stand there
 */
export function takeBack(files: Files, fd: number, end: number, size: number, refused: Refused | null): boolean {
  if (refused === null) return false;
  const { bytes, isOurs } = refused;
  const room = Buffer.allocUnsafe(size - end);
  const there = room.subarray(0, files.read(fd, room, end));
  if (there.length <= bytes.length && there.equals(bytes.subarray(0, there.length))) {
    files.truncate(fd, end);
    files.datasync(fd);
    return true;
  }
  // The last of two equal ones: the first may have been accepted by the other program.
  const at = isOurs ? there.lastIndexOf(bytes) : -1;
  if (at >= 0) {
    writeAll(files, fd, Buffer.alloc(bytes.length, LF), end + at);
    files.datasync(fd);
  }
  return false;
}
