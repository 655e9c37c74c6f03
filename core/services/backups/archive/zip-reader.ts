import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { MAX_TOTAL_BYTES } from './manifest-shapes.ts';
import { MAX_ENTRIES, MAX_RATIO } from './zip-limits.ts';

/** Bytes of a local header without its name. */
const HEADER = 30;
const BLOCK = 256 << 10;

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The content of an entry, in pieces. @throws AppError `data-corrupt` */
  pieces(entry: Entry): AsyncIterable<Buffer>;
  close(): void;
}

const corrupt = (why: string, file: string, cause?: unknown) =>
  new AppError('data-corrupt', `archive: ${file}: ${why}`, { file: file.slice(0, 300), reason: why }, { cause });

/** Reads through our own layer of files, so that faults of the disk can be tried. */
class FilesReader extends RandomAccessReader {
  constructor(
    private readonly files: Files,
    private readonly fd: number,
  ) {
    super();
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const { files, fd } = this;
    function* pieces() {
      for (let offset = start; offset < end; offset += BLOCK) {
        const piece = Buffer.allocUnsafe(Math.min(BLOCK, end - offset));
        yield piece.subarray(0, files.read(fd, piece, offset));
      }
    }
    return Readable.from(pieces());
  }
  override close(done: (error: Error | null) => void): void {
    done(null);
  }
}

/**
 * Opens a zip archive. Names that lead out of a folder, lying sizes, and bombs are refused.
 * @throws AppError `foreign-data` when it is no zip, `data-corrupt` when it is damaged
 */
export async function openZip(files: Files, path: string): Promise<ZipArchive> {
  const fd = files.open(path, 'r');
  try {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromRandomAccessReader(
        new FilesReader(files, fd),
        files.size(fd),
        { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true },
        (error, opened) =>
          error ? reject(new AppError('foreign-data', 'no zip archive', {}, { cause: error })) : resolve(opened),
      );
    });
    const entries = await listOf(zip, files.size(fd));
    const ends = endsOf(entries, files.size(fd));
    return {
      entries: new Map(entries.map((entry) => [entry.fileName, entry])),
      pieces: (entry) => piecesOf(zip, entry, ends.get(entry)!),
      close: () => files.close(fd),
    };
  } catch (error) {
    files.close(fd);
    throw error;
  }
}

/** The entries that are files. */
async function listOf(zip: ZipFile, size: number): Promise<Entry[]> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) => reject(corrupt('damaged', 'its list', error)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      const isBomb = entry.uncompressedSize > MAX_RATIO * Math.max(entry.compressedSize, 4_096);
      const isMany = entries.size >= MAX_ENTRIES || bytes > Math.min(MAX_TOTAL_BYTES, MAX_RATIO * (size + 4_096));
      if (isMany || isBomb) return reject(corrupt('too large to be ours', entry.fileName));
      if (entries.has(entry.fileName)) return reject(corrupt('a name stands in it twice', entry.fileName));
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return [...entries.values()];
}

/** Where each entry must end at the latest: where the next begins. @throws AppError `data-corrupt` where two share bytes */
function endsOf(entries: readonly Entry[], size: number): Map<Entry, number> {
  const inPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  const ends = new Map<Entry, number>();
  inPlace.forEach((entry, i) => {
    const end = inPlace[i + 1]?.relativeOffsetOfLocalHeader ?? size;
    if (entry.relativeOffsetOfLocalHeader + HEADER + entry.compressedSize > end)
      throw corrupt('two of its files share bytes', entry.fileName);
    ends.set(entry, end);
  });
  return ends;
}

async function* piecesOf(zip: ZipFile, entry: Entry, end: number): AsyncGenerator<Buffer> {
  const named = (error: unknown) =>
    error instanceof AppError || isDisk(error) ? error : corrupt('damaged', entry.fileName, error);
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    if (fileDataStart + entry.compressedSize > end) throw corrupt('two of its files share bytes', entry.fileName);
    for await (const piece of await zip.openReadStreamPromise(entry)) yield piece as Buffer;
  } catch (error) {
    throw named(error);
  }
}

const isDisk = (error: unknown) => /^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code));
