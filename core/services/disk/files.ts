import fs from 'node:fs';
import { promisify } from 'node:util';

interface FileFacts {
  readonly bytes: number;
  readonly folder: boolean;
}

/** What a name in a folder stands for, links not followed; `other`: a pipe, a socket, a device. */
export interface Found {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly bytes: number;
  /** When it was last written, epoch ms by the disk's clock. */
  readonly writtenAt: number;
}

/**
 * Every touch of the disk by the store. Errors are those of node:fs. Calls that an answer waits for are synchronous: one
 * thread hop costs more than the fdatasync (0.46 against 0.21 ms); the slow ones that nobody waits for give the loop free.
 */
export interface Files {
  /**
   * `r` read a file and nothing else (a pipe is refused, not waited for), `r+` read and write what is there, `wx` make and write what must not be there, `append` put behind the end of
   * what is there, `lock` as `r+` but made where it is missing, and readable by whoever may enter the folder.
   */
  open(path: string, flags: 'r' | 'r+' | 'wx' | 'append' | 'lock'): number;
  /** `r` for what lies in a folder from elsewhere: never through a link. @throws ELOOP for a link, EINVAL for what is no file */
  openFound(path: string): number;
  /** Null where nothing is. */
  found(path: string): Found | null;
  /**
   * Bytes written, which may be fewer than were given. A file opened with `append` takes them behind its end, wherever that is
   * by now, and not at `offset`: two writers never write over each other.
   */
  write(fd: number, bytes: Uint8Array, offset: number): number;
  /** Fills `into` from `offset`; fewer bytes only at the end of the file. */
  read(fd: number, into: Uint8Array, offset: number): number;
  truncate(fd: number, bytes: number): void;
  /** Returns when the disk has the content. */
  datasync(fd: number): void;
  sync(fd: number): Promise<void>;
  /** `write`, `rename` and `syncFolder` beside the loop: on a busy disk each may take 20 ms and more, and no answer waits for them. */
  writeAsync(fd: number, bytes: Uint8Array, at: number): Promise<number>;
  renameAsync(from: string, to: string): Promise<void>;
  syncFolderAsync(folder: string): Promise<void>;
  size(fd: number): number;
  close(fd: number): void;
  /** Null where nothing is; a link is what it leads to. */
  facts(path: string): FileFacts | null;
  /** Names in a folder, sorted; none where it is missing. */
  list(folder: string): string[];
  /** With its parents. Names that are to last need a sync of each folder above: `makeLastingFolder`. */
  makeFolder(folder: string): void;
  rename(from: string, to: string): void;
  /** With all that is in it; a link goes, what it leads to stays. */
  remove(path: string): void;
  /** Makes names and renames in a folder last. Windows has no such call and needs none. */
  syncFolder(folder: string): void;
  /** Null once the file was deleted under its open descriptor: what is written there is lost. */
  length(fd: number): number | null;
  /** Is the open file the one that stands at a path? */
  isAt(fd: number, path: string): boolean;
}

const fsync = promisify(fs.fsync);
const fwrite = promisify(fs.write);
const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

function orIfMissing<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
}

const refused = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code });
// Windows has neither; 0 asks for nothing.
const { O_APPEND, O_CREAT, O_RDONLY, O_RDWR, O_WRONLY } = fs.constants;
const O_NONBLOCK = fs.constants.O_NONBLOCK ?? 0;
const O_NOFOLLOW = fs.constants.O_NOFOLLOW ?? 0;

/** Opens a regular file for reading; without `O_NONBLOCK` a pipe would hold the whole app. */
function openToRead(path: string, flags: number, isSame: (opened: fs.Stats) => boolean): number {
  const fd = fs.openSync(path, O_RDONLY | O_NONBLOCK | flags);
  const opened = fs.fstatSync(fd);
  if (opened.isFile() && isSame(opened)) return fd;
  fs.closeSync(fd);
  throw refused('EINVAL', path);
}

function openFound(path: string): number {
  const seen = fs.lstatSync(path);
  if (seen.isSymbolicLink()) throw refused('ELOOP', path);
  if (!seen.isFile()) throw refused('EINVAL', path);
  return openToRead(path, O_NOFOLLOW, ({ ino, dev }) => ino === seen.ino && dev === seen.dev);
}

const kindOf = (stat: fs.Stats): Found['kind'] =>
  stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';

/** A link with the name of one of our files must not have what it leads to cut or written. */
const FLAGS = {
  'r+': O_RDWR | O_NOFOLLOW,
  wx: 'wx',
  append: O_WRONLY | O_APPEND | O_NOFOLLOW,
  lock: O_RDWR | O_CREAT | O_NOFOLLOW,
} as const;

/** The real disk. Files are readable by their owner alone, the lock aside. */
export const nodeFiles: Files = {
  open: (path, flags) =>
    flags === 'r' ? openToRead(path, 0, () => true) : fs.openSync(path, FLAGS[flags], flags === 'lock' ? 0o644 : 0o600),
  openFound,
  found: (path) =>
    orIfMissing(() => {
      const stat = fs.lstatSync(path);
      return { kind: kindOf(stat), bytes: stat.size, writtenAt: stat.mtimeMs };
    }, null),
  write: (fd, bytes, offset) => fs.writeSync(fd, bytes, 0, bytes.length, offset),
  read: (fd, into, offset) => {
    let done = 0;
    while (done < into.length) {
      const got = fs.readSync(fd, into, done, into.length - done, offset + done);
      if (got === 0) break;
      done += got;
    }
    return done;
  },
  truncate: fs.ftruncateSync,
  datasync: fs.fdatasyncSync,
  sync: fsync,
  writeAsync: async (fd, bytes, at) => (await fwrite(fd, bytes, 0, bytes.length, at)).bytesWritten,
  renameAsync: fs.promises.rename,
  syncFolderAsync: async (folder) => {
    if (process.platform === 'win32') return;
    const handle = await fs.promises.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  size: (fd) => fs.fstatSync(fd).size,
  close: fs.closeSync,
  facts: (path) =>
    orIfMissing(() => {
      const stat = fs.statSync(path);
      return { bytes: stat.size, folder: stat.isDirectory() };
    }, null),
  list: (folder) => orIfMissing(() => fs.readdirSync(folder).sort(), []),
  makeFolder: (folder) => void fs.mkdirSync(folder, { recursive: true, mode: 0o700 }),
  rename: fs.renameSync,
  remove: (path) => fs.rmSync(path, { recursive: true, force: true }),
  syncFolder: (folder) => {
    if (process.platform === 'win32') return;
    const fd = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  },
  length: (fd) => {
    const { size, nlink } = fs.fstatSync(fd);
    return nlink > 0 ? size : null;
  },
  isAt: (fd, path) =>
    orIfMissing(() => {
      const [open, there] = [fs.fstatSync(fd), fs.statSync(path)];
      return open.ino === there.ino && open.dev === there.dev;
    }, false),
};
