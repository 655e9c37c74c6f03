import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { stopIfCancelled } from '../../cancellation.ts';
import type { Outgoing, WriteOptions, Written } from '../outgoing.ts';
import { writtenFile } from '../written-file.ts';
import { collectionOf } from './collection.ts';
import { stubFor } from './stub.ts';

/** `meta` of the second kind of package, as a message: version (1) is 2. */
const META = new Uint8Array([0x08, 0x02]);

/**
 * Writes an `.apkg` of the second kind: `collection.anki21` of schema 11, media in a JSON list. Every Anki since 2.1 (2018), AnkiDroid and
 * AnkiMobile open it; a collection under the older name would be opened by Anki 2.0 too, which knows no steps of days and would read
 * the buttons of new cards wrongly. So under that name lies only a note that says what to do.
 * @param path of the file, which is there whole or not at all
 * @throws AppError `cancelled`, errors of the disk
 */
export async function writePackage(outgoing: Outgoing, path: string, options: WriteOptions): Promise<Written> {
  const { bytes: collection, counts } = await collectionOf(outgoing, options);
  const { bytes: stub } = await collectionOf(stubFor(options.now), { ...options, withProgress: false });
  let media = 0;
  const bytes = await writtenFile(path, () => {
    const zip = new ZipFile();
    const entry = { mtime: new Date(options.now), mode: 0o100600 };
    zip.addBuffer(Buffer.from(META), 'meta', { ...entry, compress: false });
    zip.addReadStream(Readable.from(piecesOf(collection)), 'collection.anki21', entry);
    zip.addBuffer(Buffer.from(stub.buffer, 0, stub.length), 'collection.anki2', entry);
    const output = zip.outputStream as Readable;
    zip.on('error', (error: Error) => output.destroy(error));
    addMedia(zip, outgoing, options, entry).then(
      (count) => {
        media = count;
      },
      (error: Error) => output.destroy(error),
    );
    return output;
  });
  return { ...counts, media, bytes };
}

/** Media are packed already: they go in as they are. At last their names, by their place. */
async function addMedia(
  zip: ZipFile,
  outgoing: Outgoing,
  { signal }: WriteOptions,
  entry: { readonly mtime: Date; readonly mode: number },
): Promise<number> {
  const names: Record<string, string> = {};
  let count = 0;
  for await (const medium of outgoing.media()) {
    stopIfCancelled(signal);
    const place = String(count++);
    names[place] = medium.name.normalize('NFC');
    zip.addReadStreamLazy(place, { ...entry, compress: false }, (give) => {
      const input = Readable.from(cancellable(medium.open(), signal));
      input.on('error', (error) => zip.emit('error', error));
      give(null, input);
    });
  }
  zip.addBuffer(Buffer.from(JSON.stringify(names)), 'media', entry);
  zip.end();
  return count;
}

const PIECE = 1 << 18;

function* piecesOf(bytes: Uint8Array): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += PIECE) yield Buffer.from(bytes.subarray(from, from + PIECE));
}

async function* cancellable(pieces: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  for await (const piece of pieces) {
    stopIfCancelled(signal);
    yield piece;
  }
}
