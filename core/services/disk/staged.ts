import { dirname, join } from 'node:path';
import type { Files } from './files.ts';
import { readWhole, replaceFile, writeAll } from './whole-file.ts';

const FOLDER = 'incoming';
const COMMIT = 'commit.json';

/** What a disk takes: characters of a path, bytes of a name in it. */
const MAX_PATH = 2_048;
const isName = (part: string): boolean => Buffer.byteLength(part) <= 255;

/** A path below the data folder, with forward slashes and without a way out of it. */
const isInside = (path: unknown): path is string =>
  typeof path === 'string' &&
  path.length <= MAX_PATH &&
  !path.includes('\\') &&
  !path.includes('\0') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes(':') && isName(part));

/**
 * Files that come into the data folder together: all of them or none, also when the power goes in between. They are
 * written aside first; one small file then says that they are whole, and from there on they are moved to their places, at
 * the next start if need be.
 */
export class StagedFiles {
  readonly #paths: string[] = [];
  readonly #aside: string[] = [];

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
  ) {
    files.remove(join(dataDir, FOLDER));
  }

  get count(): number {
    return this.#paths.length;
  }

  /** Puts one file aside, on the disk. `path`: where it goes, below the data folder. */
  async add(path: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    if (!isInside(path)) throw new Error(`not a path below the data folder: ${path}`);
    const aside = join(this.dataDir, FOLDER, path);
    this.files.makeFolder(dirname(aside));
    const fd = this.files.open(aside, 'wx');
    try {
      let at = 0;
      for await (const piece of pieces) {
        writeAll(this.files, fd, piece, at);
        at += piece.length;
      }
      await this.files.sync(fd);
    } finally {
      this.files.close(fd);
    }
    this.files.syncFolder(dirname(aside));
    this.#paths.push(path);
  }

  /** A file that does not hold any more once the others are in goes to the quarantine with them. */
  setAside(path: string): void {
    this.#aside.push(path);
  }

  /** From here on the files come in whatever happens. */
  async commit(): Promise<void> {
    if (this.#paths.length + this.#aside.length === 0) return this.drop();
    this.files.makeFolder(join(this.dataDir, FOLDER));
    const list = Buffer.from(`${JSON.stringify({ v: 1, paths: this.#paths, aside: this.#aside })}\n`);
    await replaceFile(this.files, join(this.dataDir, FOLDER, COMMIT), (fd) => writeAll(this.files, fd, list, 0));
    finishStaged(this.files, this.dataDir);
  }

  drop(): void {
    this.files.remove(join(this.dataDir, FOLDER));
  }
}

/** Are committed files still to be moved to their places? */
export const isStagedPending = (files: Files, dataDir: string): boolean =>
  files.facts(join(dataDir, FOLDER, COMMIT)) !== null;

/** Moves files that were committed to their places; drops those that were not. Can be called again after a failure. */
export function finishStaged(files: Files, dataDir: string): void {
  const folder = join(dataDir, FOLDER);
  if (files.facts(folder) === null) return;
  const { paths, aside } = committed(readWhole(files, join(folder, COMMIT)));
  if (paths.length + aside.length === 0) return removeLeftover(files, folder);
  for (const path of aside) {
    const old = join(dataDir, path);
    const isReplaced = paths.includes(path) && files.facts(join(folder, path)) === null;
    if (isReplaced || files.facts(old) === null) continue;
    files.makeFolder(join(dataDir, 'quarantine'));
    files.rename(old, freeName(files, join(dataDir, 'quarantine', path.replaceAll('/', '_'))));
  }
  for (const path of paths) {
    const staged = join(folder, path);
    if (files.facts(staged) === null) continue;
    const place = join(dataDir, path);
    if (files.makeFolder(dirname(place))) files.syncFolder(dirname(dirname(place)));
    files.rename(staged, place);
    files.syncFolder(dirname(place));
  }
  files.syncFolder(dataDir);
  removeLeftover(files, folder);
}

/** What is left holds nothing that was promised; a folder that can not be written is still read. */
function removeLeftover(files: Files, folder: string): void {
  try {
    files.remove(folder);
  } catch {
    // The next start takes it away.
  }
}

function freeName(files: Files, path: string): string {
  let name = path;
  for (let n = 2; files.facts(name) !== null; n++) name = `${path}.${n}`;
  return name;
}

function committed(bytes: Buffer | null): { paths: string[]; aside: string[] } {
  const insiders = (list: unknown): string[] => (Array.isArray(list) ? list.filter(isInside) : []);
  if (bytes === null) return { paths: [], aside: [] };
  try {
    const { v, paths, aside } = JSON.parse(bytes.toString('utf8')) as { v?: unknown; paths?: unknown; aside?: unknown };
    return v === 1 ? { paths: insiders(paths), aside: insiders(aside) } : { paths: [], aside: [] };
  } catch {
    return { paths: [], aside: [] };
  }
}
