import { crc32 } from 'node:zlib';
import { AppError } from '../../domain/errors.ts';
import type { Files } from './files.ts';
import { replaceFile, writeAllAsync } from './whole-file.ts';

/** Bytes that are written, or read, between two turns of the loop. */
const PIECE = 1 << 20;
const SEAL_BYTES = 4;
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Writes a file with a checksum at its end, beside the loop; the pieces must not change meanwhile. @throws errors of the disk: what was there stays */
export async function writeSealed(files: Files, path: string, pieces: readonly Uint8Array[]): Promise<void> {
  await replaceFile(files, path, async (fd) => {
    let [crc, offset] = [0, 0];
    for (const whole of pieces)
      for (let at = 0; at < whole.length; at += PIECE) {
        const piece = whole.subarray(at, at + PIECE);
        crc = crc32(piece, crc);
        await writeAllAsync(files, fd, piece, offset);
        offset += piece.length;
      }
    const seal = Buffer.alloc(SEAL_BYTES);
    seal.writeUInt32LE(crc);
    await writeAllAsync(files, fd, seal, offset);
  });
}

/** What was written; null where there is no such file. @throws AppError `data-corrupt` where it is another; errors of the disk */
export async function readSealed(files: Files, path: string): Promise<Buffer | null> {
  const found = files.found(path);
  if (found?.kind !== 'file') return null;
  const bytes = found.bytes - SEAL_BYTES;
  if (bytes < 0) throw notAsWritten();
  const whole = Buffer.alloc(found.bytes);
  const fd = files.openFound(path);
  try {
    let crc = 0;
    for (let offset = 0; offset < whole.length; offset += PIECE) {
      const piece = whole.subarray(offset, Math.min(whole.length, offset + PIECE));
      if (files.read(fd, piece, offset) < piece.length) throw notAsWritten();
      crc = crc32(piece.subarray(0, Math.max(0, Math.min(piece.length, bytes - offset))), crc);
      await nextTurn();
    }
    if (whole.readUInt32LE(bytes) !== crc) throw notAsWritten();
  } finally {
    files.close(fd);
  }
  return whole.subarray(0, bytes);
}

const notAsWritten = () => new AppError('data-corrupt', 'a file is not what was written');
