import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError, type ErrorDetails } from '../../domain/errors.ts';
import { diskError } from './disk-error.ts';
import type { Files } from './files.ts';
import { tryLock } from './native-lock.ts';
import { writeAll } from './whole-file.ts';

export const LOCK_FILE = 'jamdai.lock';
/** Milliseconds after which it is looked at again whether the locked file is still the one in the folder. */
const LOOK_EVERY_MS = 500;
/** More than what a holder says of itself. */
const MAX_BYTES = 4096;
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);

/** The right to write into a data folder. */
export interface DataLock {
  /** False where this machine or file system knows no locks. */
  readonly isPossible: boolean;
  /**
   * Takes the lock, or makes sure that it is still held.
   * @throws AppError `data-locked` with `host`, `pid` and `since` (epoch ms) of the holder; `disk-full`, `disk-refused`
   */
  hold(): void;
  release(): void;
}

/** Takes the lock of a folder; one that can not be written is left to be read, and the lock is asked for again by `hold`. */
export type LockFolder = (files: Files, folder: string, now: number) => DataLock;

/** What is left of what the holder wrote; it may be writing just now. */
function holderIn(files: Files, fd: number): ErrorDetails {
  try {
    const bytes = Buffer.alloc(MAX_BYTES);
    const { host, pid, since } = JSON.parse(bytes.toString('utf8', 0, files.read(fd, bytes, 0))) as ErrorDetails;
    if (typeof host !== 'string' || typeof pid !== 'number' || typeof since !== 'number') return {};
    return { host: host.slice(0, 80), pid, since };
  } catch {
    return {};
  }
}

function introduce(files: Files, fd: number, since: number): void {
  try {
    files.truncate(fd, 0);
    writeAll(files, fd, Buffer.from(`${JSON.stringify({ host: hostname(), pid: process.pid, since })}\n`), 0);
  } catch {
    // The lock is the system's; what stands in the file only helps to say who holds it.
  }
}

/**
 * One process per data folder, whichever shell, Node or namespace: a lock of the system on a file in the folder. The file
 * stays when the lock goes: a name that comes and goes could be locked twice.
 */
class FileLock implements DataLock {
  isPossible = true;
  #fd: number | null = null;
  #lookedAt = 0;
  readonly #path: string;

  constructor(
    private readonly files: Files,
    folder: string,
    private readonly now: number,
  ) {
    this.#path = join(folder, LOCK_FILE);
  }

  hold(): void {
    if (this.#fd !== null && performance.now() - this.#lookedAt < LOOK_EVERY_MS) return;
    try {
      if (this.#fd !== null && !this.files.isAt(this.#fd, this.#path)) this.release();
      this.#fd ??= this.#take();
      this.#lookedAt = performance.now();
    } catch (cause) {
      throw diskError(cause, 'the data folder can not be locked');
    }
  }

  release(): void {
    if (this.#fd === null) return;
    const fd = this.#fd;
    this.#fd = null;
    this.files.close(fd);
  }

  #take(): number {
    for (;;) {
      const { fd, shared } = this.#open();
      try {
        const locked = tryLock(fd, shared);
        if (locked === 'taken')
          throw new AppError('data-locked', 'another process has this data folder open', holderIn(this.files, fd));
        this.isPossible = locked === 'locked';
        if (this.files.isAt(fd, this.#path)) {
          if (!shared) introduce(this.files, fd, this.now);
          return fd;
        }
      } catch (cause) {
        this.files.close(fd);
        throw cause;
      }
      // Replaced between opening and locking: the lock of a file that is gone keeps nobody out.
      this.files.close(fd);
    }
  }

  /** A file that may only be read can be locked against those who write. */
  #open(): { fd: number; shared: boolean } {
    try {
      return { fd: this.files.open(this.#path, 'lock'), shared: false };
    } catch (cause) {
      if (!READ_ONLY.has((cause as NodeJS.ErrnoException).code ?? '') || this.files.facts(this.#path) === null)
        throw cause;
      return { fd: this.files.open(this.#path, 'r'), shared: true };
    }
  }
}

const isUnwritable = (error: AppError) =>
  error.code === 'disk-full' || (error.code === 'disk-refused' && READ_ONLY.has(String(error.details['reason'])));

/** @throws AppError `data-locked`, `disk-refused` */
export const lockFolder: LockFolder = (files, folder, now) => {
  const lock = new FileLock(files, folder, now);
  try {
    lock.hold();
  } catch (cause) {
    if (!(cause instanceof AppError && isUnwritable(cause))) throw cause;
  }
  return lock;
};
