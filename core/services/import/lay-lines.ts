import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { nodeFiles, type Files } from '../disk/files.ts';
import { writeAllAsync } from '../disk/whole-file.ts';
import { breathe } from '../jobs/slices.ts';
import { BroughtLines } from '../store/journal/brought-lines.ts';
import type { Covered } from '../store/journal/journal-index.ts';
import type { TakesEvents } from './review-batch.ts';

/** The journal that is laid down: a file of its device, in a folder that is made. */
export interface LinesOf {
  readonly folder: string;
  readonly device: string;
  readonly file: string;
  /** How many reviews there will be. */
  readonly reviews: number;
}

/** The disk is told to write so much at a time while more is made: at the end it has little to do. */
const SYNCED_BYTES = 32 << 20;

/** What was written, and where its events stand. */
export interface LaidLines {
  readonly bytes: number;
  readonly sha256: string;
  readonly covered: Covered;
}

/** Writes the lines of events. What fails is thrown by what is called next. */
export interface LinesLaying extends TakesEvents {
  /** Is `write` to be called before many more events come? */
  readonly isFull: boolean;
  /** Gives what was added to the disk, while more is made, and the loop free. */
  write(): Promise<void>;
  /** When all of it is on the disk. */
  end(): Promise<LaidLines>;
  /** Lets the file go, ended or not. */
  close(): Promise<void>;
}

export type LayLines = (of: LinesOf, files: Files) => LinesLaying;

/** @throws errors of the disk */
export function layLines({ folder, device, file }: LinesOf, files: Files = nodeFiles): LinesLaying {
  files.makeFolder(folder);
  const fd = files.open(join(folder, file), 'wx');
  const hash = createHash('sha256');
  const lines = new BroughtLines(device, file);
  const writing = new Settling();
  const syncing = new Settling();
  let bytes = 0;
  let isOpen = true;
  let synced = 0;
  const write = async (take: () => Buffer) => {
    // Its memory is used again for what is taken next.
    await writing.settled();
    const piece = take();
    writing.begin(writeAllAsync(files, fd, piece, bytes));
    hash.update(piece);
    bytes += piece.length;
    if (bytes - synced < SYNCED_BYTES || syncing.isGoingOn) return;
    synced = bytes;
    syncing.begin(files.sync(fd));
  };
  return {
    get isFull() {
      return lines.isFull;
    },
    add: (event) => lines.add(event),
    addReview: (review) => lines.addReview(review),
    async write() {
      await write(() => lines.take());
      await breathe();
    },
    async end() {
      await write(() => lines.end());
      await writing.settled();
      await syncing.settled();
      await files.sync(fd);
      return { bytes, sha256: hash.digest('hex'), covered: lines.covered };
    },
    async close() {
      await writing.over();
      await syncing.over();
      if (isOpen) files.close(fd);
      isOpen = false;
    },
  };
}

/** Work of the disk that goes on beside. What it could not do once is not asked for again: the second answer may be that all is well. */
class Settling {
  isGoingOn = false;
  #work: Promise<void> = Promise.resolve();
  #failed: unknown = null;

  begin(work: Promise<void>): void {
    this.isGoingOn = true;
    this.#work = work.then(
      () => void (this.isGoingOn = false),
      (cause: unknown) => void (this.#failed = cause),
    );
  }

  /** When it is over, well or not. */
  over(): Promise<void> {
    return this.#work;
  }

  /** @throws what it failed with */
  async settled(): Promise<void> {
    await this.#work;
    if (this.#failed !== null) throw this.#failed as Error;
  }
}
