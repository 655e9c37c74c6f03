import type { JournalEvent, ReviewEvent, Stamp } from '../../../domain/history/events.ts';
import type { KeptMemory } from '../../../domain/study/schedule.ts';
import { fileIndex, indexEvent, nothingCovered, type Covered } from './journal-index.ts';
import { sealBehind } from './journal-line.ts';
import { keyOf, LineBytes, type Key } from './line-bytes.ts';

type Review = Stamp & { readonly type: 'review' } & ReviewEvent;

/** Lines that are taken at once. */
const PIECE_BYTES = 1 << 19;

const MORE = keyOf(',"more":true');
const NULL = keyOf('null');
const END = keyOf('}');
const STAMP = { at: keyOf(',"at":'), order: keyOf(',"order":'), utcOffsetMin: keyOf(',"utcOffsetMin":') };
const REVIEW = {
  ...{ card: keyOf(',"batch":1,"type":"review","card":'), prev: keyOf(',"prev":'), mode: keyOf(',"mode":') },
  ...{ grade: keyOf(',"grade":'), memory: keyOf(',"memory":'), retention: keyOf(',"retention":') },
  ...{
    rolloverHour: keyOf(',"rolloverHour":'),
    elapsedMs: keyOf(',"elapsedMs":'),
    parameters: keyOf(',"parameters":'),
  },
  ...{ source: keyOf(',"source":'), course: keyOf(',"course":') },
};
const MEMORY = {
  ...{ phase: keyOf('{"phase":'), due: keyOf(',"due":'), stabilityDays: keyOf(',"stabilityDays":') },
  ...{ difficulty: keyOf(',"difficulty":'), intervalDays: keyOf(',"intervalDays":'), step: keyOf(',"step":') },
  ...{ reps: keyOf(',"reps":'), lapses: keyOf(',"lapses":'), lastReview: keyOf(',"lastReview":') },
};

/** Does it say what only an answer that was given here says? */
const isGivenHere = ({ verdict, response, timeCapS, corrects, sure }: ReviewEvent): boolean =>
  (verdict ?? response ?? timeCapS ?? corrects ?? sure) !== undefined;

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
  readonly #begin: Key;
  /** By the schedule, which is one object for all reviews of a deck. */
  readonly #schedules = new Map<object, string>();
  #last: JournalEvent | null = null;
  /** Where the line of the last event begins: in the memory, and in the file. */
  #from = 0;
  #offset = 0;

  constructor(
    device: string,
    private readonly file: string,
  ) {
    this.covered = nothingCovered(device);
    this.#begin = keyOf(`{"v":1,"device":${JSON.stringify(device)},"seq":`);
  }

  /** Time to take them? */
  get isFull(): boolean {
    return this.#line.length > PIECE_BYTES;
  }

  /** @param event of the device, the next of the batch of its first event, with its keys in the order in which an import makes them */
  add(event: JournalEvent): void {
    if (this.#last) {
      this.#line.key(MORE);
      this.#end(this.#last);
    }
    this.#last = event;
    this.#from = this.#line.length;
    if (event.type === 'review' && event.batch === 1 && event.source !== undefined && !isGivenHere(event))
      this.#review(event, event.source);
    else this.#line.json(JSON.stringify(event).slice(0, -1));
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
    if (this.#last) this.#end(this.#last);
    this.#last = null;
    this.#from = this.#line.length;
    return this.take();
  }

  #end({ seq, order }: JournalEvent): void {
    const line = this.#line;
    line.length = sealBehind(line.bytes, this.#from, line.length);
    const offset = this.#offset;
    this.#offset += line.length - this.#from;
    const { covered } = this;
    indexEvent(fileIndex(covered, this.file), seq, offset, this.#offset);
    covered.seq = seq;
    covered.order = Math.max(covered.order, order);
  }

  #review(event: Review, source: string): void {
    const line = this.#line;
    line.key(this.#begin);
    line.number(event.seq);
    line.key(STAMP.at);
    line.number(event.at);
    line.key(STAMP.order);
    line.number(event.order);
    line.key(STAMP.utcOffsetMin);
    line.number(event.utcOffsetMin);
    line.key(REVIEW.card);
    line.text(event.card);
    line.key(REVIEW.prev);
    if (event.prev === null) line.key(NULL);
    else line.text(event.prev);
    line.key(REVIEW.mode);
    line.text(event.mode);
    line.key(REVIEW.grade);
    line.number(event.grade);
    line.key(REVIEW.memory);
    if (event.memory === null) line.key(NULL);
    else this.#memory(event.memory);
    line.key(REVIEW.retention);
    line.number(event.retention);
    line.key(REVIEW.rolloverHour);
    line.number(event.rolloverHour);
    line.key(REVIEW.elapsedMs);
    line.number(event.elapsedMs);
    if (event.schedule) line.json(this.#scheduleOf(event.schedule));
    if (event.parameters !== undefined) {
      line.key(REVIEW.parameters);
      line.text(event.parameters);
    }
    line.key(REVIEW.source);
    line.text(source);
    if (event.course === undefined) return;
    line.key(REVIEW.course);
    line.text(event.course);
  }

  #memory(memory: KeptMemory): void {
    const line = this.#line;
    line.key(MEMORY.phase);
    line.text(memory.phase);
    line.key(MEMORY.due);
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
