import { REVIEW_MODES } from '../../../domain/history/event-schemas.ts';
import type { JournalEvent, Stamp } from '../../../domain/history/events.ts';
import { PHASES, type KeptMemory } from '../../../domain/study/schedule.ts';
import { ANKI, type BroughtReview } from './brought-review.ts';
import { fileIndex, indexEvent, nothingCovered, type Covered } from './journal-index.ts';
import { sealBehind } from './journal-line.ts';
import { keyOf, keysOf, LastKey, type Key } from './line-key.ts';
import { LineBytes } from './line-bytes.ts';

/** Lines that are taken at once. */
const PIECE_BYTES = 1 << 19;

const MORE = keyOf(',"more":true');
const QUOTE = keyOf('"');
const NO_PREV = keyOf(',"prev":null');
const NO_MEMORY = keyOf(',"memory":null');
const USUAL_SOURCE = keyOf(`,"source":"${ANKI}`);
const END = keyOf('}');
const STAMP = { at: keyOf(',"at":'), order: keyOf(',"order":') };
const REVIEW = {
  ...{ parameters: keyOf(',"parameters":'), source: keyOf(',"source":'), course: keyOf(',"course":') },
  mode: keysOf(REVIEW_MODES, (mode) => `,"mode":"${mode}","grade":`),
};
const MEMORY = {
  phase: keysOf(PHASES, (phase) => `,"memory":{"phase":"${phase}","due":`),
  ...{ stabilityDays: keyOf(',"stabilityDays":'), difficulty: keyOf(',"difficulty":') },
  ...{ intervalDays: keyOf(',"intervalDays":'), step: keyOf(',"step":'), reps: keyOf(',"reps":') },
  ...{ lapses: keyOf(',"lapses":'), lastReview: keyOf(',"lastReview":') },
};

/**
 * Makes the lines of a brought journal, as `encodeLine` would: one batch of one device in one file. The end of a line is made when the
 * next event comes, since only the last of the batch does not say that more follow.
 */
export class BroughtLines {
  /** Where the lines stand in the file. */
  readonly covered: Covered;
  /** What is being written, and what was taken last. */
  #line = new LineBytes();
  #taken = new LineBytes();
  readonly #stamp: Key;
  readonly #prevOf: Key;
  /** By the schedule, which is one object for all reviews of a deck. */
  readonly #schedules = new Map<object, string>();
  /** Nearly the same for all: where it was, and how it was studied. */
  readonly #where = new LastKey((offsetMin) => `,"utcOffsetMin":${offsetMin},"batch":1,"type":"review","card":`);
  readonly #studied = new LastKey((retention, hour) => `,"retention":${retention},"rolloverHour":${hour},"elapsedMs":`);
  /** Of the last event: its number, 0 before the first, and its place in the history. */
  #seq = 0;
  #order = 0;
  /** Where the line of the last event begins: in the memory, and in the file. */
  #from = 0;
  #offset = 0;

  constructor(
    device: string,
    private readonly file: string,
  ) {
    this.covered = nothingCovered(device);
    this.#stamp = keyOf(`{"v":1,"device":"${device}","seq":`);
    this.#prevOf = keyOf(`,"prev":"${device}:`);
  }

  /** Time to take them? */
  get isFull(): boolean {
    return this.#line.length > PIECE_BYTES;
  }

  /** @param event of the device, the next of the batch of its first event */
  add(event: JournalEvent): void {
    this.#begin(event);
    this.#line.json(JSON.stringify(event).slice(0, -1));
  }

  /** The same of a review. */
  addReview(review: BroughtReview): void {
    this.#begin(review);
    this.#review(review);
  }

  /** The lines that were added since, but for the last. They stand there until the next but one are asked for. */
  take(): Buffer {
    const taken = this.#line;
    const next = this.#taken;
    const lines = taken.bytes.subarray(0, this.#from);
    next.length = 0;
    next.raw(taken.bytes.subarray(this.#from, taken.length));
    [this.#line, this.#taken, this.#from] = [next, taken, 0];
    return lines;
  }

  /** What is left, its batch ended. */
  end(): Buffer {
    if (this.#seq > 0) this.#end();
    this.#seq = 0;
    this.#from = this.#line.length;
    return this.take();
  }

  /** Begins the line of an event, behind the end of the one before it. */
  #begin({ seq, order }: Pick<Stamp, 'seq' | 'order'>): void {
    if (this.#seq > 0) {
      this.#line.key(MORE);
      this.#end();
    }
    [this.#seq, this.#order] = [seq, order];
    this.#from = this.#line.length;
  }

  #end(): void {
    const line = this.#line;
    line.length = sealBehind(line.bytes, this.#from, line.length);
    const offset = this.#offset;
    this.#offset += line.length - this.#from;
    const { covered } = this;
    indexEvent(fileIndex(covered, this.file), this.#seq, offset, this.#offset);
    covered.seq = this.#seq;
    covered.order = Math.max(covered.order, this.#order);
  }

  #review(review: BroughtReview): void {
    const line = this.#line;
    line.key(this.#stamp);
    line.number(review.seq);
    line.key(STAMP.at);
    line.number(review.at);
    line.key(STAMP.order);
    line.number(review.order);
    line.key(this.#where.of(review.utcOffsetMin, 0));
    line.text(review.card);
    if (review.prevSeq === 0) line.key(NO_PREV);
    else this.#prev(review.prevSeq);
    line.key(REVIEW.mode[review.mode]);
    line.number(review.grade);
    if (review.memory === null) line.key(NO_MEMORY);
    else this.#memory(review.memory);
    line.key(this.#studied.of(review.retention, review.rolloverHour));
    line.number(review.elapsedMs);
    if (review.schedule) line.json(this.#scheduleOf(review.schedule));
    if (review.parameters !== undefined) {
      line.key(REVIEW.parameters);
      line.text(review.parameters);
    }
    if (review.source === null) this.#usualSource(review.at);
    else {
      line.key(REVIEW.source);
      line.text(review.source);
    }
    if (review.course === undefined) return;
    line.key(REVIEW.course);
    line.text(review.course);
  }

  #prev(seq: number): void {
    const line = this.#line;
    line.key(this.#prevOf);
    line.number(seq);
    line.key(QUOTE);
  }

  #usualSource(at: number): void {
    const line = this.#line;
    line.key(USUAL_SOURCE);
    line.number(at);
    line.key(QUOTE);
  }

  #memory(memory: KeptMemory): void {
    const line = this.#line;
    line.key(MEMORY.phase[memory.phase]);
    line.number(memory.due);
    line.key(MEMORY.stabilityDays);
    line.number(memory.stabilityDays);
    line.key(MEMORY.difficulty);
    line.number(memory.difficulty);
    line.key(MEMORY.intervalDays);
    line.number(memory.intervalDays);
    line.key(MEMORY.step);
    line.number(memory.step);
    line.key(MEMORY.reps);
    line.number(memory.reps);
    line.key(MEMORY.lapses);
    line.number(memory.lapses);
    line.key(MEMORY.lastReview);
    line.number(memory.lastReview);
    line.key(END);
  }

  #scheduleOf(schedule: object): string {
    let json = this.#schedules.get(schedule);
    if (json === undefined) this.#schedules.set(schedule, (json = `,"schedule":${JSON.stringify(schedule)}`));
    return json;
  }
}
