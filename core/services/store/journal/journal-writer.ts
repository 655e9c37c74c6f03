import { join } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import { diskError } from '../../disk/disk-error.ts';
import type { Files } from '../../disk/files.ts';
import { endOfFile, fileNameAt, journalFiles } from './journal-file.ts';
import { writeAll } from '../../disk/whole-file.ts';
import { takeBack, type Refused } from './take-back.ts';

/** Milliseconds after which the file's place is looked at again, and whether a newer one is there; its length is looked at every time. */
const LOOK_EVERY_MS = 500;

export interface Written {
  readonly file: string;
  readonly offset: number;
}

const stale = () => Object.assign(new Error('the journal is not as long as what was accepted'), { code: 'ESTALE' });
const writtenByAnother = () => new AppError('data-locked', 'another program writes into this journal');
const takenAway = (cause?: unknown) =>
  new AppError('data-locked', 'another program took away what was written into this journal', {}, { cause });

/**
 * Appends lines to the journal of this device. After a failed append the file is brought back to its last whole line before
 * anything else is accepted, now or, when the disk still refuses, at the next try. A file that is not exactly what was written
 * so far has another writer: then nothing is accepted any more, and the journal must be read again.
 */
export class JournalWriter {
  #fd: number | null = null;
  /** Bytes may stand behind `end` that were never accepted. */
  #unclean = false;
  /** Another program wrote here: what, is not known. */
  #isForeign = false;
  /** The file that was written is no longer the one in the folder. */
  #isReplaced = false;
  /** When the file's place was looked at, by `performance.now`. */
  #lookedAt = -Infinity;
  /** Up to this instant (epoch ms) answers go to `file`: naming the month of each would cost more than comparing. */
  #fileLastsUntil = -Infinity;

  /** Has all that an answer rests on been synced? A program that was killed may have left it unsynced. */
  #isFirm = false;
  /** What stands behind `end` where the last append failed, or what was found there. */
  #refused: Refused | null;

  /**
   * `file` is the newest journal file, '' where none is; `end` is where its last whole line ends, and `loose` what was found
   * behind that. `firm` is called before anything is cut off or accepted: it makes the folder, keeps what will be cut off, and
   * returns when all names above last.
   */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private file: string,
    private end: number,
    loose: Uint8Array | null,
    private readonly firm: () => void,
  ) {
    this.#refused = loose && { bytes: loose, isOurs: false };
  }

  /**
   * Puts whole lines behind the last one and returns when the disk has them (one fdatasync).
   * @throws AppError `disk-full`, `disk-refused`, `data-locked` (another program wrote here): nothing was accepted.
   */
  append(lines: Uint8Array, at: number): Written {
    try {
      const fd = this.#openFor(at);
      this.#unclean = true;
      this.#refused = { bytes: lines, isOurs: true };
      writeAll(this.files, fd, lines, this.end);
      // Lines that another program put before ours, in the moment since the file was looked at, have their numbers.
      if (this.files.length(fd) !== this.end + lines.length) throw stale();
      this.files.datasync(fd);
      this.#unclean = false;
      this.#refused = null;
    } catch (cause) {
      throw diskError(this.#recover() ?? cause, 'the journal could not be written');
    }
    const written = { file: this.file, offset: this.end };
    this.end += lines.length;
    return written;
  }

  /** Cuts off what is behind the last whole line; when the disk refuses, the next append does it first. */
  tidy(): void {
    if (this.file !== '') this.#recover();
  }

  close(): void {
    // What was refused must not turn up at the next start: the disk may be back by now.
    if (this.#unclean) this.tidy();
    this.#release();
  }

  #release(): void {
    if (this.#fd === null) return;
    const fd = this.#fd;
    this.#fd = null;
    this.files.close(fd);
  }

  /** The open file for an instant: never an older one than was written before, whatever the clock says. */
  #openFor(at: number): number {
    if (this.#isForeign) throw writtenByAnother();
    if (this.#fd !== null && !this.#unclean && !this.#isAsKnown(this.#fd)) this.#unclean = true;
    if (this.#fd !== null && !this.#unclean && at < this.#fileLastsUntil) return this.#fd;
    const name = fileNameAt(at);
    if (this.#fd === null || this.#unclean) this.#reopen();
    if (name > this.file) this.#begin(name);
    this.#fileLastsUntil = endOfFile(this.file);
    if (this.#fd === null) throw new Error('no journal file is open');
    return this.#fd;
  }

  #isAsKnown(fd: number): boolean {
    if (this.files.length(fd) !== this.end) return false;
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_EVERY_MS) return true;
    this.#lookedAt = now;
    this.#isForeign = journalFiles(this.files, this.folder).at(-1)! > this.file;
    if (this.#isForeign) throw writtenByAnother();
    return this.files.isAt(fd, join(this.folder, this.file));
  }

  #reopen(): void {
    const path = join(this.folder, this.file);
    if (this.#fd !== null && !this.files.isAt(this.#fd, path)) this.#isReplaced = true;
    this.#release();
    if (!this.#isFirm) this.firm();
    if (this.file === '') return void (this.#isFirm = true);
    const fd = this.#openOwn(path);
    try {
      const size = this.files.size(fd);
      this.#isForeign =
        this.#isReplaced || (size > this.end && !takeBack(this.files, fd, this.end, size, this.#refused));
      if (this.#isForeign) throw writtenByAnother();
      if (size < this.end) throw takenAway();
      if (!this.#isFirm) this.files.datasync(fd);
    } finally {
      this.files.close(fd);
    }
    this.#isFirm = true;
    this.#fd = this.files.open(path, 'append');
    this.#unclean = false;
    this.#refused = null;
  }

  #openOwn(path: string): number {
    try {
      return this.files.open(path, 'r+');
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? takenAway(error) : error;
    }
  }

  #make(path: string): void {
    try {
      this.files.close(this.files.open(path, 'wx'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // Another program made it in this very moment.
      this.#isForeign = true;
      throw writtenByAnother();
    }
  }

  #begin(name: string): void {
    const path = join(this.folder, name);
    this.firm();
    if (this.files.facts(path) === null) this.#make(path);
    this.files.syncFolder(this.folder);
    const fd = this.files.open(path, 'append');
    this.#release();
    this.#fd = fd;
    this.file = name;
    this.end = 0;
    this.#isForeign = this.files.size(fd) > 0;
    if (this.#isForeign) throw writtenByAnother();
  }

  /** Tells where another program was found to write here; what is refused otherwise is tried again by the next append. */
  #recover(): AppError | null {
    if (this.#isForeign) return writtenByAnother();
    try {
      this.#reopen();
      return null;
    } catch (cause) {
      this.#unclean = true;
      return cause instanceof AppError ? cause : null;
    }
  }
}
