import type { JournalEvent, ReviewEvent, Stamp } from '../../../domain/history/events.ts';

/**
 * Events of a brought journal on their way to the thread that writes their lines: reviews, of which there may be millions, as numbers;
 * what is said again and again as a number too; all others as JSON.
 */
export interface PackedEvents {
  /** `WIDTH` numbers an event, in the places of `AT`. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly count: number;
  /** JSON that rows name by number, in the order of those numbers, as far as it was not told before: of cards, of all else. */
  readonly cards: readonly string[];
  readonly names: readonly string[];
  /** JSON that one row has for itself, in their order: of an event that is no plain review, of an unusual source. */
  readonly texts: readonly string[];
}

/** Of an event whose card has no number here. */
const NO_ROW = -1;
/** Events in one message. */
const MOST = 4_096;

/** Where the numbers of an event stand. Names are −1 where it has none, `card` is −1 where it is no plain review. */
export const AT = {
  ...{
    card: 0,
    seq: 1,
    at: 2,
    order: 3,
    utcOffsetMin: 4,
    prev: 5,
    bits: 6,
    retention: 7,
    rolloverHour: 8,
    elapsedMs: 9,
  },
  ...{ schedule: 10, parameters: 11, course: 12 },
  ...{ due: 13, stabilityDays: 14, difficulty: 15, intervalDays: 16, step: 17, reps: 18, lapses: 19, lastReview: 20 },
} as const;
export const WIDTH = 21;

/** In `bits`, above them the phase of the memory. */
export const GRADE = 7;
export const IS_PRACTICE = 8;
export const IS_USUAL = 16;
export const HAS_MEMORY = 32;
export const PHASE = 64;
export const PHASES = ['learning', 'review', 'relearning'] as const;

/** What Anki calls a review of an instant: nearly all come from there. */
export const usualSource = (at: number): string => `anki:${at}`;

type Review = Stamp & { readonly type: 'review' } & ReviewEvent;

/** Does it say what only an answer that was given here says? */
const isGivenHere = ({ verdict, response, timeCapS, corrects, sure }: ReviewEvent): boolean =>
  (verdict ?? response ?? timeCapS ?? corrects ?? sure) !== undefined;

/** Packs events of one device, each behind the one before it. */
export class EventPacker {
  #rows = new Float64Array(MOST * WIDTH);
  #count = 0;
  #cardNames: string[] = [];
  #names: string[] = [];
  #texts: string[] = [];
  #named = 0;
  /** How many cards the other side has the names of. */
  #cards = 0;
  readonly #courses = new Map<string, number>();
  readonly #parameters = new Map<string, number>();
  readonly #schedules = new Map<object, number>();

  constructor(private readonly device: string) {}

  get isFull(): boolean {
    return this.#count === MOST;
  }

  /** @param row of the card of a review: cards are numbered as their first ones come @throws RangeError where it is full */
  add(event: JournalEvent, row = NO_ROW): void {
    if (this.isFull) throw new RangeError('no room for another event');
    const from = this.#count++ * WIDTH;
    const rows = this.#rows;
    rows[from + AT.seq] = event.seq;
    rows[from + AT.order] = event.order;
    if (event.type === 'review' && this.#put(from, event, row)) return;
    rows[from + AT.card] = -1;
    this.#texts.push(JSON.stringify(event));
  }

  /** All that were added since the last time; their memory is given away. @param rows memory of an earlier one, to be used again */
  take(rows: PackedEvents['rows'] = new Float64Array(MOST * WIDTH)): PackedEvents {
    const packed = {
      ...{ rows: this.#rows, count: this.#count, cards: this.#cardNames },
      ...{ names: this.#names, texts: this.#texts },
    };
    [this.#rows, this.#count] = [rows, 0];
    [this.#cardNames, this.#names, this.#texts] = [[], [], []];
    return packed;
  }

  /** False where it is no plain review. */
  #put(from: number, event: Review, row: number): boolean {
    const { mode, memory, source, course, schedule, parameters } = event;
    const prev = this.#seqOf(event.prev);
    const isPlain = (mode === 'review' || mode === 'practice') && !isGivenHere(event) && event.batch === 1;
    if (!isPlain || prev === null || source === undefined) return false;
    if (row < 0 || row > this.#cards) return false;
    if (row === this.#cards) {
      this.#cardNames.push(JSON.stringify(event.card));
      this.#cards += 1;
    }
    const rows = this.#rows;
    const isUsual = source === usualSource(event.at);
    if (!isUsual) this.#texts.push(JSON.stringify(source));
    rows[from + AT.card] = row;
    rows[from + AT.at] = event.at;
    rows[from + AT.utcOffsetMin] = event.utcOffsetMin;
    rows[from + AT.prev] = prev;
    rows[from + AT.retention] = event.retention;
    rows[from + AT.rolloverHour] = event.rolloverHour;
    rows[from + AT.elapsedMs] = event.elapsedMs;
    rows[from + AT.schedule] = schedule ? this.#name(this.#schedules, schedule, schedule, ',"schedule":') : -1;
    rows[from + AT.parameters] = parameters
      ? this.#name(this.#parameters, parameters, parameters, ',"parameters":')
      : -1;
    rows[from + AT.course] = course === undefined ? -1 : this.#name(this.#courses, course, course, ',"course":');
    rows[from + AT.bits] =
      event.grade |
      (mode === 'practice' ? IS_PRACTICE : 0) |
      (isUsual ? IS_USUAL : 0) |
      (memory ? HAS_MEMORY + PHASE * PHASES.indexOf(memory.phase) : 0);
    if (!memory) return true;
    rows[from + AT.due] = memory.due;
    rows[from + AT.stabilityDays] = memory.stabilityDays;
    rows[from + AT.difficulty] = memory.difficulty;
    rows[from + AT.intervalDays] = memory.intervalDays;
    rows[from + AT.step] = memory.step;
    rows[from + AT.reps] = memory.reps;
    rows[from + AT.lapses] = memory.lapses;
    rows[from + AT.lastReview] = memory.lastReview;
    return true;
  }

  /** Number of an event of this device; 0 for none, null for one of another. */
  #seqOf(ref: string | null): number | null {
    if (ref === null) return 0;
    if (!ref.startsWith(this.device) || ref[this.device.length] !== ':') return null;
    return Number(ref.slice(this.device.length + 1));
  }

  #name<K>(known: Map<K, number>, key: K, value: unknown, before: string): number {
    let number = known.get(key);
    if (number === undefined) {
      known.set(key, (number = this.#named++));
      this.#names.push(before + JSON.stringify(value));
    }
    return number;
  }
}
