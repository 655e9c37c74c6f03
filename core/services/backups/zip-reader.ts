import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../domain/errors.ts';
import type { Files } from '../disk/files.ts';

/** More than any collection has: what goes beyond is no archive of ours but a trap. */
const MAX_ENTRIES = 200_000;
const MAX_BYTES = 64 * 2 ** 30;
/** Journals compress about eight to one; no file of ours comes near this. */
const MAX_RATIO = 250;
const BLOCK = 256 << 10;

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, Entry>;
  /** The content of an entry, in pieces. @throws AppError `data-corrupt` */
  pieces(entry: Entry): AsyncIterable<Buffer>;
  close(): void;
}

const corrupt = (why: string, cause?: unknown) => new AppError('data-corrupt', `archive: ${why}`, {}, { cause });

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
      for (let at = start; at < end; at += BLOCK) {
        const piece = Buffer.allocUnsafe(Math.min(BLOCK, end - at));
        yield piece.subarray(0, files.read(fd, piece, at));
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
    return { entries: await listOf(zip), pieces: (entry) => piecesOf(zip, entry), close: () => files.close(fd) };
  } catch (error) {
    files.close(fd);
    throw error;
  }
}

async function listOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) => reject(corrupt('its list', error)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      const isBomb = entry.uncompressedSize > MAX_RATIO * Math.max(entry.compressedSize, 4_096);
      if (entries.size >= MAX_ENTRIES || bytes > MAX_BYTES || isBomb) return reject(corrupt('too large to be ours'));
      if (entries.has(entry.fileName)) return reject(corrupt('a name stands in it twice'));
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(corrupt(entry.fileName, error)) : resolve(opened)));
  });
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw error instanceof AppError || isDisk(error) ? error : corrupt(entry.fileName, error);
  }
}

const isDisk = (error: unknown) => /^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code));
