import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { isBrought } from '../../domain/history/brought-device.ts';
import { MAX_DEVICES } from '../../domain/history/limits.ts';
import { negationOf, type Negation } from '../../domain/history/voided.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import type { Files } from '../disk/files.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../disk/marked-folder.ts';
import { StagedFiles } from '../disk/staged.ts';
import { writeAllAsync } from '../disk/whole-file.ts';
import { breathe } from '../jobs/slices.ts';
import { BroughtFold } from '../store/brought.ts';
import { fileNameAt } from '../store/journal/journal-file.ts';
import { fileIndex, indexEvent, nothingCovered, type Covered } from '../store/journal/journal-index.ts';
import { wholeBatches, type RawLine } from '../store/journal/raw-line.ts';

interface AsideFile {
  readonly name: string;
  readonly fd: number;
  /** Up to the end of the last batch that came whole; behind it may stand the begin of one. */
  hash: Hash;
  end: number;
  /** What was written in all, and what of the hash is behind `end`. */
  written: number;
  ahead: Hash;
}

const GROUP = 500;

/**
 * The journal of a device of which nothing is here, written aside as its lines come and then taken in whole: nobody waits for it
 * meanwhile. What is of an import comes in at the end of its batch or not at all.
 */
export class AsideJournal {
  readonly #marked: string;
  readonly #files: Files;
  readonly #done: AsideFile[] = [];
  readonly #negations: Negation[] = [];
  #fold: BroughtFold | null = null;
  /** Where the lines of an import stand. */
  readonly #covered: Covered;
  #events = 0;
  #wholeEvents = 0;
  #reach = 0;
  #wholeReach = 0;
  #isWithin = false;

  constructor(
    private readonly data: DataFolder,
    private readonly device: string,
  ) {
    this.#files = data.files;
    this.#covered = nothingCovered(device);
    this.#marked = makeMarkedFolder(data.files, join(data.dataDir, 'unpacked'));
  }

  /** Puts lines behind those that came before. @throws errors of the disk */
  async add(lines: readonly RawLine[]): Promise<void> {
    const whole = wholeBatches(lines);
    for (let from = 0; from < lines.length;) {
      const to = Math.min(from + GROUP, from < whole ? whole : lines.length);
      await this.#write(lines.slice(from, to), to <= whole);
      from = to;
      await breathe();
    }
  }

  /** Takes in what came whole. @returns the last number of it, 0 for nothing */
  async takeIn(): Promise<number> {
    const { files, dataDir, store } = this.data;
    const whole = this.#done.filter(({ end }) => end > 0);
    for (const { fd, end, written } of this.#done) {
      if (end < written) files.truncate(fd, end);
      await files.sync(fd);
    }
    this.#close();
    if (whole.length === 0) return 0;
    const brought = this.#fold && this.#wholeEvents === this.#events ? this.#fold.done(this.#covered) : null;
    return store.changeFiles(async ({ covered }) => {
      // Something else may have brought it meanwhile.
      if (covered.some(({ device, seq }) => device === this.device && seq > 0)) return { result: 0, change: 'none' };
      if (covered.length >= MAX_DEVICES - 1) throw new AppError('internal', 'no place for another device');
      const staged = new StagedFiles(files, dataDir);
      try {
        for (const { name, end, hash } of whole)
          await staged.take(`journal/${this.device}/${name}`, join(this.#marked, name), {
            bytes: end,
            sha256: hash.digest('hex'),
          });
      } catch (error) {
        staged.drop();
        throw error;
      }
      await staged.commit();
      const added = { events: this.#wholeEvents, negations: this.#negations, ...(brought && { brought }) };
      return { result: this.#wholeReach, change: 'appended', added };
    });
  }

  dispose(): void {
    this.#close();
    removeMarkedFolder(this.#files, this.#marked);
  }

  #isClosed = false;
  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const { fd } of this.#done) this.#files.close(fd);
  }

  async #write(lines: readonly RawLine[], isWhole: boolean): Promise<void> {
    for (let i = 0; i < lines.length;) {
      const file = this.#fileFor(lines[i]!);
      const begin = i;
      // A month ends only between two batches.
      for (; i < lines.length; i++) {
        const line = lines[i]!;
        if (i > begin && !this.#isWithin && fileNameAt(line.at) > file.name) break;
        this.#isWithin = line.more;
        this.#count(file.name, line);
      }
      const bytes = Buffer.concat(lines.slice(begin, i).map(({ bytes }) => bytes));
      await writeAllAsync(this.#files, file.fd, bytes, file.written);
      file.written += bytes.length;
      file.ahead.update(bytes);
      if (isWhole) {
        file.hash = file.ahead.copy();
        file.end = file.written;
        this.#wholeEvents = this.#events;
        this.#wholeReach = this.#reach;
      }
    }
  }

  #offset = 0;
  #count(name: string, { seq, event, bytes }: RawLine): void {
    this.#reach = seq;
    const offset = this.#offset;
    this.#offset += bytes.length;
    if (event === null) {
      this.#fold = null;
      return;
    }
    if (this.#events === 0 && isBrought(this.device)) this.#fold = new BroughtFold();
    this.#events++;
    this.#fold?.take(event);
    indexEvent(fileIndex(this.#covered, name), seq, offset, this.#offset);
    this.#covered.seq = seq;
    this.#covered.order = Math.max(this.#covered.order, event.order);
    const negation = negationOf(event);
    if (negation) this.#negations.push(negation);
  }

  #fileFor({ at }: RawLine): AsideFile {
    const newest = this.#done.at(-1);
    const name = fileNameAt(at);
    if (newest && (this.#isWithin || name <= newest.name)) return newest;
    const fd = this.#files.open(join(this.#marked, name), 'wx');
    const file = { name, fd, hash: createHash('sha256'), ahead: createHash('sha256'), end: 0, written: 0 };
    this.#done.push(file);
    this.#offset = 0;
    return file;
  }
}
