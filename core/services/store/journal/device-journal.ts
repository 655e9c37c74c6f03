import { join } from 'node:path';
import type { JournalEvent, Stamp } from '../../../domain/events.ts';
import type { Files } from '../../disk/files.ts';
import { journalBlocks, journalFiles, readJournalFile } from './journal-file.ts';
import {
  fileIndex,
  indexEvent,
  nothingCovered,
  stretchesBackwards,
  stretchOf,
  type Covered,
  type FileIndex,
  type Stretch,
} from './journal-index.ts';
import { piecesOf, type Piece } from './journal-line.ts';
import { GapFinder, type Gap } from './gaps.ts';
import { DEVICE_ID } from './device.ts';
import { standsWhereMarked } from './marks.ts';
import { unfinishedBatchAt } from './unfinished-batch.ts';
import { readPart } from '../../disk/whole-file.ts';

/** Bytes of a journal file that are no event of this journal, and why. */
export interface BadPiece {
  readonly device: string;
  readonly file: string;
  readonly offset: number;
  readonly bytes: Buffer;
  readonly why: 'damaged' | 'out-of-sequence' | 'other-device';
}

/** The end of the newest file that is not to be kept: a torn line, or a batch without its end. */
export interface LooseEnd {
  readonly file: string;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** The journal folder of one device, read once from front to back and after that by place. */
export class DeviceJournal {
  looseEnd: LooseEnd | null = null;
  /** Files that are gone or shorter than what was read of them once. */
  readonly missing: string[] = [];
  /** Whole events were found where they do not belong: in another order than their numbers, or in another device's folder. */
  isDisordered = false;
  /** What was read on since it was opened: all of it where nothing was covered then. */
  readonly tally = { events: 0, reviews: 0 };
  /** Lines behind the last event that could not be read: each may have been an event, so its number is not given again. */
  #unreadable = 0;
  /** The places noted before do not hold: everything is read again, and events are given that were given before. */
  readonly isReread: boolean;
  readonly #gaps: GapFinder;
  /** After what the next event must come. */
  #before: Pick<Stamp, 'seq' | 'order'>;

  constructor(
    private readonly files: Files,
    readonly folder: string,
    readonly covered: Covered,
    private readonly report: (piece: BadPiece) => void,
  ) {
    this.#compareWithDisk();
    this.isReread = covered.files.length === 0;
    this.#gaps = new GapFinder(covered.device);
    this.#before = this.isReread ? { seq: 0, order: 0 } : { seq: covered.seq, order: covered.order };
  }

  static of(files: Files, journalDir: string, device: string, report: (piece: BadPiece) => void): DeviceJournal {
    return new DeviceJournal(files, join(journalDir, device), nothingCovered(device), report);
  }

  get nextSeq(): number {
    return this.covered.seq + this.#unreadable + 1;
  }

  get newest(): FileIndex | null {
    return this.covered.files.at(-1) ?? null;
  }

  /** Numbers that are known to have been given, and whose events are not there; none where not all was read. */
  get gaps(): readonly Gap[] {
    return this.gapsUpTo(this.covered.seq);
  }

  /** The same where a number is known from elsewhere to have been given. */
  gapsUpTo(seq: number): readonly Gap[] {
    return this.isReread ? this.#gaps.upTo(Math.max(seq, this.covered.seq)) : [];
  }

  /** Events that were not read yet, in their order. Those of a block count as read when its first one is given. */
  *readOn(): Generator<JournalEvent> {
    const names = journalFiles(this.files, this.folder);
    for (const name of names) for (const events of this.#readFile(name, name === names.at(-1))) yield* events;
  }

  /** The event of a sequence number, or null where it is not there or can not be read. */
  find(seq: number): JournalEvent | null {
    const stretch = stretchOf(this.covered, seq);
    if (!stretch) return null;
    for (const event of this.#eventsIn(stretch)) if (event.seq === seq) return event;
    return null;
  }

  /** The events of rising sequence numbers; those that can not be read are left out. A stretch is read once. */
  *findAll(seqs: readonly number[]): Generator<JournalEvent> {
    let file: FileIndex | null = null;
    let from = -1;
    let events = new Map<number, JournalEvent>();
    for (const seq of seqs) {
      const stretch = stretchOf(this.covered, seq);
      if (!stretch) continue;
      if (from !== stretch.from || file !== stretch.file) {
        ({ file, from } = stretch);
        events = new Map(this.#eventsIn(stretch).map((event) => [event.seq, event]));
      }
      const event = events.get(seq);
      if (event) yield event;
    }
  }

  /** The events of the batch that `first` begins; `first` alone where it is no batch. */
  batchOf(first: JournalEvent): JournalEvent[] {
    if (first.batch === undefined) return [first];
    const stretch = stretchOf(this.covered, first.batch);
    const events: JournalEvent[] = [];
    if (!stretch) return events;
    for (const { event } of readJournalFile(this.files, join(this.folder, stretch.file.name), stretch.from)) {
      if (event?.batch === first.batch) events.push(event);
      else if (event !== null && event.seq > first.batch) break;
    }
    return events;
  }

  /** Events that were read so far and come after a sequence number, oldest first. */
  *events(after = 0): Generator<JournalEvent> {
    const { files } = this.covered;
    const begin = stretchOf(this.covered, after + 1);
    let last = after;
    for (let i = begin ? files.indexOf(begin.file) : 0; i < files.length; i++) {
      const { name, end } = files[i]!;
      const path = join(this.folder, name);
      if (this.files.facts(path) === null) continue;
      for (const { event, offset } of readJournalFile(
        this.files,
        path,
        begin !== null && files[i] === begin.file ? begin.from : 0,
      )) {
        if (offset >= end) break;
        if (event === null || event.device !== this.covered.device || event.seq <= last) continue;
        last = event.seq;
        yield event;
      }
    }
  }

  /** Events that were read so far, then those that were not. */
  *whole(): Generator<JournalEvent> {
    yield* this.events();
    yield* this.readOn();
  }

  /** Events, newest first. */
  *backwards(): Generator<JournalEvent> {
    for (const stretch of stretchesBackwards(this.covered)) yield* this.#eventsIn(stretch).reverse();
  }

  /** Takes note of an event the writer has just put into `file`. */
  added(event: JournalEvent, file: string, offset: number, end: number): void {
    indexEvent(fileIndex(this.covered, file), event.seq, offset, end);
    this.covered.seq = event.seq;
    this.covered.order = Math.max(this.covered.order, event.order);
    this.#before = event;
    this.#gaps.pass(event);
    this.#unreadable = 0;
  }

  #eventsIn({ file, from, to }: Stretch): JournalEvent[] {
    const path = join(this.folder, file.name);
    if (this.files.facts(path) === null) return [];
    const events: JournalEvent[] = [];
    for (const piece of piecesOf(readPart(this.files, path, from, to), from)) {
      if (piece.event !== null && piece.event.device === this.covered.device) events.push(piece.event);
    }
    return events;
  }

  /** Where a file lost bytes, or holds other ones than were read of it, the journal is read again from its begin. */
  #compareWithDisk(): void {
    let holds = true;
    for (const file of this.covered.files) {
      const path = join(this.folder, file.name);
      const isShorter = (this.files.facts(path)?.bytes ?? 0) < file.end;
      if (isShorter) this.missing.push(file.name);
      holds &&= !isShorter && standsWhereMarked(this.files, path, file, this.covered.device);
    }
    if (!holds) this.covered.files.length = 0;
  }

  *#readFile(name: string, isNewest: boolean): Generator<JournalEvent[]> {
    const path = join(this.folder, name);
    const size = this.files.facts(path)?.bytes ?? 0;
    const file = fileIndex(this.covered, name);
    if (size <= file.end) return;
    const stop = isNewest ? (unfinishedBatchAt(this.files, path, file.end, size, this.covered.seq) ?? size) : size;
    const blocks = journalBlocks(this.files, path, file.end);
    let next = blocks.next();
    for (; !next.done; next = blocks.next()) {
      const upTo = next.value.findLastIndex(({ offset }) => offset < stop) + 1;
      const events: JournalEvent[] = [];
      for (const piece of upTo < next.value.length ? next.value.slice(0, upTo) : next.value)
        this.#take(piece, file, events);
      yield events;
      if (upTo < next.value.length) break;
    }
    const offset = next.done ? next.value.offset : stop;
    // Behind the last newline, not behind the last event: an event inside a damaged line ends before its newline does.
    file.end = offset;
    // Nothing is loose, or the file grew while it was read: what came is read the next time.
    if (offset >= size) return;
    if (isNewest) this.looseEnd = { file: name, offset, bytes: readPart(this.files, path, offset, size) };
    else
      this.#bad(
        {
          device: this.covered.device,
          file: name,
          offset,
          bytes: readPart(this.files, path, offset, size),
          why: 'damaged',
        },
        file,
        size,
      );
  }

  /** Notes a piece of a file, and puts its event to the new ones where it is one. */
  #take(piece: Piece, file: FileIndex, fresh: JournalEvent[]): void {
    const { event, offset, end } = piece;
    const why = this.#objection(event, this.#before);
    if (event === null || why !== null) {
      const bytes =
        event === null
          ? (piece as { bad: Buffer }).bad
          : readPart(this.files, join(this.folder, file.name), offset, end);
      this.isDisordered ||= event !== null && this.#belongsElsewhere(event);
      this.#bad({ device: this.covered.device, file: file.name, offset, bytes, why: why ?? 'damaged' }, file, end);
      return;
    }
    indexEvent(file, event.seq, offset, end);
    if (event.seq > this.covered.seq) {
      this.covered.seq = event.seq;
      this.covered.order = Math.max(this.covered.order, event.order);
      this.#unreadable = 0;
    }
    this.#before = event;
    this.#gaps.pass(event);
    this.tally.events++;
    if (event.type === 'review') this.tally.reviews++;
    fresh.push(event);
  }

  #belongsElsewhere({ device, seq }: JournalEvent): boolean {
    return device === this.covered.device ? seq <= this.#before.seq : DEVICE_ID.test(device);
  }

  #objection(event: JournalEvent | null, before: Pick<Stamp, 'seq' | 'order'>): BadPiece['why'] | null {
    if (event === null) return 'damaged';
    if (event.device !== this.covered.device) return 'other-device';
    return event.seq <= before.seq || event.order < before.order ? 'out-of-sequence' : null;
  }

  #bad(piece: BadPiece, file: FileIndex, end: number): void {
    file.end = end;
    this.#unreadable++;
    this.#gaps.passBad(piece.bytes);
    this.report({ ...piece, bytes: Buffer.from(piece.bytes) });
  }
}
