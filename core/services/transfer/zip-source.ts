import { crc32 } from 'node:zlib';
import { open, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../domain/errors.ts';
import { stopIfCancelled } from './cancellation.ts';
import type { Source } from './format.ts';
import { unreadable } from './unreadable.ts';

const MIB = 2 ** 20;
const MAX_ENTRIES = 500_000;
const MAX_TOTAL_BYTES = 64 * 2 ** 30;
/** Beyond so many times its packed size a large entry is a bomb: text packs about ten to one. */
const MAX_RATIO = 200;
/** Below this nothing is called a bomb: a second of silence packs a thousand to one. */
const RATIO_FREE_BYTES = 64 * MIB;
/** Bytes of a local header without its name. */
const HEADER = 30;
const ENCRYPTED = 1;

/** A zip archive from elsewhere. Its names are keys only: nothing is ever written under them. */
export interface ZipSource {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** What an entry holds, checked against its length and checksum. @throws AppError `import-unreadable`, `cancelled` */
  pieces(entry: ZipEntry): AsyncGenerator<Uint8Array>;
  close(): void;
}

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as the archive says; `pieces` never gives more. */
  readonly bytes: number;
  readonly packedBytes: number;
}

/** Is it bytes of a zip archive? @param head the first bytes of a file */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** Has unpacking given more than an honest file of that packed size would? */
export const isBomb = (bytes: number, packedBytes: number): boolean =>
  bytes > RATIO_FREE_BYTES && bytes > MAX_RATIO * packedBytes;

/**
 * Opens an archive and reads its list. Lying sizes, shared bytes, passwords and bombs are refused.
 * @throws AppError `import-unreadable`, with what is wrong and where
 */
export async function openZip(source: Source, signal: AbortSignal): Promise<ZipSource> {
  const file = source.name;
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    open(source.path, options, (error, opened) => (error ? reject(asUnreadable(error, file)) : resolve(opened)));
  });
  try {
    const listed = await listOf(zip, source);
    const ends = endsOf(listed, source);
    const entries = new Map([...listed].map(([name, entry]) => [name, shown(name, entry)]));
    return {
      entries,
      pieces: ({ name }) => {
        const entry = listed.get(name)!;
        return piecesOf(zip, entry, { name, end: ends.get(entry)!, file, signal });
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const shown = (name: string, entry: Entry): ZipEntry => ({
  name,
  bytes: entry.uncompressedSize,
  packedBytes: entry.compressedSize,
});

function asUnreadable(error: unknown, file: string, place = '') {
  const isOfDisk = /^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code));
  return error instanceof AppError || isOfDisk ? (error as Error) : unreadable('zip-damaged', file, place, error);
}

/** The entries that are files, by name. */
async function listOf(zip: ZipFile, { name: file, bytes: size }: Source): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const limit = Math.min(MAX_TOTAL_BYTES, MAX_RATIO * size + RATIO_FREE_BYTES);
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) => reject(asUnreadable(error, file)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      const name = (entry.fileName as unknown as Buffer).toString('utf8');
      total += entry.uncompressedSize;
      if (entries.size >= MAX_ENTRIES) return reject(unreadable('too-many', file, 'entries'));
      if (entries.has(name)) return reject(unreadable('zip-damaged', file, name.slice(0, 200)));
      if (entry.generalPurposeBitFlag & ENCRYPTED) return reject(unreadable('zip-encrypted', file, name.slice(0, 200)));
      if (total > limit || isBomb(entry.uncompressedSize, entry.compressedSize))
        return reject(unreadable('too-large', file, name.slice(0, 200)));
      if (!name.endsWith('/')) entries.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

/** Where each entry must end at the latest: where the next begins. @throws AppError where two share bytes */
function endsOf(entries: ReadonlyMap<string, Entry>, { name: file, bytes: size }: Source): Map<Entry, number> {
  const inPlace = [...entries].sort(([, a], [, b]) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return new Map(
    inPlace.map(([name, entry], i) => {
      const end = inPlace[i + 1]?.[1].relativeOffsetOfLocalHeader ?? size;
      if (entry.relativeOffsetOfLocalHeader + HEADER + entry.compressedSize > end)
        throw unreadable('lies-about-sizes', file, name.slice(0, 200));
      return [entry, end];
    }),
  );
}

interface Place {
  readonly name: string;
  /** Where its bytes must end at the latest. */
  readonly end: number;
  readonly file: string;
  readonly signal: AbortSignal;
}

async function* piecesOf(zip: ZipFile, entry: Entry, { name, end, file, signal }: Place): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let checksum = 0;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    if (fileDataStart + entry.compressedSize > end) throw unreadable('lies-about-sizes', file, name);
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      stopIfCancelled(signal);
      bytes += (piece as Buffer).length;
      if (bytes > entry.uncompressedSize) throw unreadable('lies-about-sizes', file, name);
      checksum = crc32(piece as Buffer, checksum);
      yield piece as Buffer;
    }
  } catch (error) {
    throw asUnreadable(error, file, name);
  }
  if (bytes < entry.uncompressedSize) throw unreadable('lies-about-sizes', file, name);
  if (checksum !== entry.crc32) throw unreadable('zip-damaged', file, name);
}

/**
 * All that comes, as one piece.
 * @param expected bytes of it, where that is known: more memory is not taken then
 * @throws AppError `import-unreadable` `too-large` beyond a limit
 */
export async function wholeOf(
  pieces: AsyncIterable<Uint8Array>,
  { file, place, maxBytes, expected = 0 }: WholeOf,
): Promise<Uint8Array> {
  let whole = new Uint8Array(Math.min(expected, maxBytes));
  let bytes = 0;
  for await (const piece of pieces) {
    const end = bytes + piece.length;
    if (end > maxBytes) throw unreadable('too-large', file, place);
    if (end > whole.length) {
      const wider = new Uint8Array(Math.min(maxBytes, Math.max(end, whole.length * 2)));
      wider.set(whole.subarray(0, bytes));
      whole = wider;
    }
    whole.set(piece, bytes);
    bytes = end;
  }
  return bytes === whole.length ? whole : whole.slice(0, bytes);
}

interface WholeOf {
  readonly file: string;
  readonly place: string;
  readonly maxBytes: number;
  readonly expected?: number;
}
