import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Files } from '../../disk/files.ts';
import { writeAll } from '../../disk/whole-file.ts';

/** A file to go into an archive. */
export interface ZipEntry {
  /** With forward slashes. */
  readonly name: string;
  /** Its content, in pieces; read when its turn comes. */
  readonly pieces: () => Iterable<Uint8Array>;
}

/**
 * Writes a zip archive into an open file, an entry after the other; the loop stays free, compression runs beside it.
 * @param onBytes called with the uncompressed bytes taken so far; may throw to end the work
 * @returns bytes of the archive
 */
export async function writeZip(
  files: Files,
  fd: number,
  entries: readonly ZipEntry[],
  offset: number,
  onBytes: (done: number) => void,
): Promise<number> {
  const zip = new ZipFile();
  let taken = 0;
  let failure: unknown = null;
  let input: Readable | null = null;
  const output = zip.outputStream as Readable;
  const fail = (error: unknown) => {
    failure ??= error;
    input?.destroy();
    output.destroy(error as Error);
  };
  zip.on('error', fail);
  for (const { name, pieces } of entries) {
    zip.addReadStreamLazy(name, { mtime: new Date(offset), mode: 0o100600, compressionLevel: 6 }, (give) => {
      input = Readable.from(counted(pieces));
      input.on('error', fail);
      give(null, input);
    });
  }
  function* counted(pieces: () => Iterable<Uint8Array>) {
    for (const piece of pieces()) {
      taken += piece.length;
      onBytes(taken);
      yield piece;
    }
  }
  zip.end();
  let end = 0;
  try {
    for await (const piece of output) {
      writeAll(files, fd, piece as Uint8Array, end);
      end += (piece as Uint8Array).length;
    }
  } catch (error) {
    fail(error);
    throw failure;
  }
  if (failure !== null) throw failure;
  return end;
}
