import { join } from 'node:path';
import { diskError } from '../../disk/disk-error.ts';
import type { Files } from '../../disk/files.ts';
import { endOfFile, fileNameAt } from './journal-file.ts';
import { writeAll } from '../../disk/whole-file.ts';

/** Milliseconds after which it is looked at again whether the month has passed and the file is still there. */
const LOOK_EVERY_MS = 500;

export interface Written {
  readonly file: string;
  readonly offset: number;
}

/**
 * Appends lines to the journal of this device. After a failed append the file is brought back to its last whole line
 * before anything else is accepted, now or, when the disk still refuses, at the next try.
 */
export class JournalWriter {
  #fd: number | null = null;
  /** Bytes may stand behind `end` that were never accepted. */
  #unclean = false;
  /** When the file's being there was looked at, epoch ms. */
  #lookedAt = -Infinity;
  /** Up to this instant (epoch ms) answers go to `file`: naming the month of each would cost more than comparing. */
  #fileLastsUntil = -Infinity;

  /** Has all that an answer rests on been synced? A program that was killed may have left it unsynced. */
  #isFirm = false;

  /**
   * `file` is the newest journal file, '' where none is; `end` is where its last whole line ends. `firm` is called before
   * anything is cut off or accepted: it makes the folder, keeps what will be cut off, and returns when all names above last.
   */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private file: string,
    private end: number,
    private readonly firm: () => void,
  ) {}

  /**
   * Puts whole lines behind the last one and returns when the disk has them (one fdatasync).
   * @throws AppError `disk-full`, `disk-refused`: nothing was accepted.
   */
  append(lines: Uint8Array, at: number): Written {
    try {
      const fd = this.#openFor(at);
      this.#unclean = true;
      writeAll(this.files, fd, lines, this.end);
      this.files.datasync(fd);
      this.#unclean = false;
    } catch (cause) {
      this.#recover();
      throw diskError(cause, 'the journal could not be written');
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
    if (this.#fd !== null && !this.#unclean && Math.abs(at - this.#lookedAt) < LOOK_EVERY_MS) return this.#fd;
    this.#lookedAt = at;
    if (this.#fd !== null && !this.#unclean && !this.files.linked(this.#fd)) this.#unclean = true;
    if (this.#fd !== null && !this.#unclean && at < this.#fileLastsUntil) return this.#fd;
    const name = fileNameAt(at);
    if (this.#fd === null || this.#unclean) this.#reopen();
    if (name > this.file) this.#begin(name);
    this.#fileLastsUntil = endOfFile(this.file);
    if (this.#fd === null) throw new Error('no journal file is open');
    return this.#fd;
  }

  #reopen(): void {
    this.#release();
    if (!this.#isFirm) this.firm();
    if (this.file === '') return void (this.#isFirm = true);
    this.#fd = this.files.open(join(this.folder, this.file), 'r+');
    const size = this.files.size(this.#fd);
    if (size < this.end)
      throw Object.assign(new Error('the journal is shorter than what was accepted'), { code: 'ESTALE' });
    if (size > this.end) this.files.truncate(this.#fd, this.end);
    if (size > this.end || !this.#isFirm) this.files.datasync(this.#fd);
    this.#isFirm = true;
    this.#unclean = false;
  }

  #begin(name: string): void {
    const path = join(this.folder, name);
    this.firm();
    if (this.files.facts(path) === null) this.files.close(this.files.open(path, 'wx'));
    this.files.syncFolder(this.folder);
    const fd = this.files.open(path, 'r+');
    this.#release();
    this.#fd = fd;
    this.file = name;
    this.end = this.files.size(fd);
  }

  #recover(): void {
    try {
      this.#reopen();
    } catch {
      // Still refused: `#unclean` stays, and the next append begins here again.
      this.#unclean = true;
    }
  }
}
