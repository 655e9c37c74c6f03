import { join } from 'node:path';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { DEVICE_ID } from '../../../domain/history/limits.ts';
import type { Files } from '../../disk/files.ts';
import { isFork } from './device.ts';
import { GapFinder, type Gap } from './gaps.ts';
import { journalBlocks, journalFiles, MAX_LINE_BYTES, nextPieceOf, readJournalFile } from './journal-file.ts';
import {
  fileIndex,
  indexEvent,
  isRefused,
  nothingCovered,
  stretchesBackwards,
  stretchOf,
  type Covered,
  type FileIndex,
  type Stretch,
} from './journal-index.ts';
import { isSealed, piecesOf, type Piece } from './journal-line.ts';
import { looseEnd, type LooseEnd } from './loose-end.ts';
import { standsWhereMarked } from './marks.ts';
import { comesAfter, isAstray, type Before } from './sequence.ts';
import { unfinishedBatchAt } from './unfinished-batch.ts';
import { readPart } from '../../disk/whole-file.ts';

/** Bytes of a journal file that are no event of this journal, and why. */
export interface BadPiece {
  readonly device: string;
  readonly file: string;
  readonly offset: number;
  readonly bytes: Buffer;
  readonly why: 'damaged' | 'refused' | 'out-of-sequence' | 'other-device';
}

/** The journal folder of one device, read once from front to back and after that by place. */
export class DeviceJournal {
  looseEnd: LooseEnd | null = null;
  /** Files that are gone or shorter than what was read of them once. */
  readonly missing: string[] = [];
  /** Whole events were found where they do not belong: in another order than their numbers, or in another device's folder. */
  isDisordered = false;
  /** Lines were lost: some are damaged, or numbers are missing between them. */
  hasLoss = false;
  /** The event that was given last, where it was not taken. */
  #refused: JournalEvent | null = null;
  /** What was read on since it was opened: all of it where nothing was covered then. */
  readonly tally = { events: 0, reviews: 0 };
  /** Lines behind the last event that could not be read: each may have been an event, so its number is not given again. */
  #unreadable = 0;
  /** The places noted before do not hold: everything is read again, and events are given that were given before. */
  readonly isReread: boolean;
  readonly #gaps: GapFinder;
  /** After what the next event must come. */
  #before: Before;

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

  /** Events that were not read yet, in their order. One counts as read when the next is asked for, unless it was refused. */
  *readOn(): Generator<JournalEvent> {
    const names = journalFiles(this.files, this.folder);
    for (const name of names) yield* this.#readFile(name, name === names.at(-1));
  }

  /** The event that `readOn` has just given is none: it goes where damaged lines go. */
  refuse(event: JournalEvent): void {
    this.#refused = event;
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
  *batchOf(first: JournalEvent): Generator<JournalEvent> {
    if (first.batch === undefined) return yield first;
    const stretch = stretchOf(this.covered, first.batch);
    if (!stretch) return;
    for (const { event, offset } of readJournalFile(this.files, join(this.folder, stretch.file.name), stretch.from)) {
      if (isRefused(stretch.file, offset)) continue;
      if (event?.batch === first.batch) yield event;
      else if (event !== null && event.seq > first.batch) return;
    }
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
        if (isRefused(files[i]!, offset)) continue;
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
      if (piece.event?.device === this.covered.device && !isRefused(file, piece.offset)) events.push(piece.event);
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
    if (holds) return;
    this.hasLoss = true;
    this.covered.files.length = 0;
  }

  *#readFile(name: string, isNewest: boolean): Generator<JournalEvent> {
    const path = join(this.folder, name);
    const size = this.files.facts(path)?.bytes ?? 0;
    const file = fileIndex(this.covered, name);
    if (size <= file.end) return;
    const stop = isNewest ? (unfinishedBatchAt(this.files, path, file.end, size, this.covered.seq) ?? size) : size;
    const blocks = journalBlocks(this.files, path, file.end);
    let next = blocks.next();
    for (; !next.done; next = blocks.next()) {
      const upTo = next.value.findLastIndex(({ offset }) => offset < stop) + 1;
      const pieces = next.value;
      for (let i = 0; i < upTo; i++) {
        const piece = pieces[i]!;
        const why = this.#objection(piece, pieces[i + 1] ?? nextPieceOf(this.files, path, piece.end));
        const { event } = piece;
        if (event !== null && why === null) {
          const isFirstOfFork = this.#before.seq === 0 && isFork(event.device);
          this.hasLoss ||= event.seq !== this.#before.seq + 1 && !isFirstOfFork;
          yield event;
          if (event !== this.#refused) {
            this.#take(event, file, piece);
            continue;
          }
        }
        this.isDisordered ||= event !== null && this.#belongsElsewhere(event);
        this.#leave(piece, file, why ?? 'out-of-sequence');
      }
      if (upTo < pieces.length) break;
    }
    const offset = next.done ? next.value.offset : stop;
    // Behind the last newline, not behind the last event: an event inside a damaged line ends before its newline does.
    file.end = offset;
    // Nothing is loose, or the file grew while it was read: what came is read the next time.
    if (offset >= size) return;
    if (isNewest) this.looseEnd = looseEnd(name, offset, () => readPart(this.files, path, offset, size));
    else
      for (let from = offset; from < size; from += MAX_LINE_BYTES) {
        const end = Math.min(size, from + MAX_LINE_BYTES);
        this.#leave({ event: null, offset: from, end, bad: readPart(this.files, path, from, end) }, file, 'damaged');
      }
  }

  #take(event: JournalEvent, file: FileIndex, { offset, end }: Piece): void {
    indexEvent(file, event.seq, offset, end);
    this.#before = event;
    this.#gaps.pass(event);
    this.tally.events++;
    if (event.type === 'review') this.tally.reviews++;
    if (event.seq <= this.covered.seq) return;
    this.covered.seq = event.seq;
    this.covered.order = Math.max(this.covered.order, event.order);
    this.#unreadable = 0;
  }

  #belongsElsewhere({ device, seq }: JournalEvent): boolean {
    return device === this.covered.device ? seq <= this.#before.seq : DEVICE_ID.test(device);
  }

  /**
   * Why a piece is no event of this journal; null where it is one. Only the line right behind it can tell that it runs ahead:
   * what is behind damage or in another file may be out of order itself, which is put right later.
   */
  #objection({ event }: Piece, next: Piece | undefined): BadPiece['why'] | null {
    if (event === null) return 'damaged';
    if (event.device !== this.covered.device) return 'other-device';
    if (!comesAfter(event, this.#before)) return 'out-of-sequence';
    const following = next?.event?.device === this.covered.device ? next.event : null;
    return following !== null && isAstray(event, this.#before, following) ? 'out-of-sequence' : null;
  }

  /** Leaves a piece where it is, as no event of this journal, and tells of it. */
  #leave(piece: Piece, file: FileIndex, why: BadPiece['why']): void {
    const { offset, end } = piece;
    const bytes =
      piece.event === null ? Buffer.from(piece.bad) : readPart(this.files, join(this.folder, file.name), offset, end);
    if (piece.event !== null) (file.refused ??= []).push(offset);
    const isWhole = piece.event === null && isSealed(bytes, 0, bytes.length);
    this.hasLoss ||= piece.event === null && !isWhole;
    file.end = end;
    this.#unreadable++;
    this.#gaps.passBad(bytes);
    const { device } = this.covered;
    this.report({ device, file: file.name, offset, bytes, why: isWhole ? 'refused' : why });
  }
}
