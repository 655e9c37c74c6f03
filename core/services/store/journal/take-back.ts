import type { Files } from '../../disk/files.ts';
import { writeAll } from '../../disk/whole-file.ts';

const LF = 0x0a;

/**
 * Takes back what stands behind the last accepted line of a journal file, as far as it is known to be a failed try of our own
 * (`refused`, or the begin of it). Bytes of another program stay: then ours become empty lines, which every reader passes over,
 * since cutting could take away what that program adds in the same moment.
 * @returns false where bytes of another program stand there
 */
export function takeBack(files: Files, fd: number, end: number, size: number, refused: Uint8Array | null): boolean {
  const room = Buffer.allocUnsafe(size - end);
  const there = room.subarray(0, files.read(fd, room, end));
  if (refused !== null && there.length <= refused.length && there.equals(refused.subarray(0, there.length))) {
    files.truncate(fd, end);
    files.datasync(fd);
    return true;
  }
  // The last of two equal ones: the first may have been accepted by the other program.
  const at = refused === null ? -1 : there.lastIndexOf(refused);
  if (refused !== null && at >= 0) {
    writeAll(files, fd, Buffer.alloc(refused.length, LF), end + at);
    files.datasync(fd);
  }
  return false;
}
