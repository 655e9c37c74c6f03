import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { stopIfCancelled } from '../cancellation.ts';
import type { SourceMedia } from '../format.ts';
import { writtenFile } from './written-file.ts';

/** What goes into the archive. */
interface Content {
  /** The folder in it that all lies in. */
  readonly folder: string;
  readonly texts: readonly (readonly [string, string])[];
  /** Files that lie in the folder of media. */
  readonly media: readonly SourceMedia[];
}

/** @param now epoch ms */
interface Options {
  readonly signal: AbortSignal;
  readonly now: number;
}

/**
 * Writes the folder of a course as a zip.
 * @param path of the file, which is there whole or not at all
 * @returns its bytes
 * @throws AppError `cancelled`, errors of the disk
 */
export function writeCourseZip({ folder, texts, media }: Content, path: string, options: Options): Promise<number> {
  const { signal, now } = options;
  return writtenFile(path, () => {
    const zip = new ZipFile();
    const entry = { mtime: new Date(now), mode: 0o100644 };
    const output = zip.outputStream as Readable;
    zip.on('error', (error: Error) => output.destroy(error));
    for (const [name, text] of texts) zip.addBuffer(Buffer.from(text), `${folder}/${name}`, entry);
    for (const medium of media) {
      // They are packed already.
      zip.addReadStreamLazy(`${folder}/media/${medium.name}`, { ...entry, compress: false }, (give) => {
        const input = Readable.from(cancellable(medium.open(), signal));
        input.on('error', (error) => zip.emit('error', error));
        give(null, input);
      });
    }
    zip.end();
    return cancellable(output, signal);
  });
}

async function* cancellable(pieces: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  for await (const piece of pieces) {
    stopIfCancelled(signal);
    yield piece;
  }
}
