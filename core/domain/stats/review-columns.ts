import { eventRefOf, type CardId, type EventRef } from '../ids.ts';

/** Places in the columns of small words; 0 stands for none. */
export const PHASES_BEFORE = ['new', 'learning', 'review', 'relearning'] as const;
export const VERDICT_CODES = [null, 'right', 'close', 'partial', 'wrong'] as const;
/** 0: nothing was said, 1: sure, 2: not sure. */
export const SAID_CODES = ['nothing', 'sure', 'unsure'] as const;

/**
 * All answers of all devices in the order of the history, a column a field, a row an answer: what statistics, training, pace and
 * contrast are counted from. A row with `standing` 0 was taken back and counts as never given. What stood before an answer is
 * what the answer before it left, as it was shown then.
 *
 * Live: rows are added and changed between two turns of the event loop, so read without waiting in between, or ask again.
 */
export interface ReviewColumns {
  /** Rows; the arrays may be longer. */
  readonly length: number;
  /** Ids by the numbers in `card`. */
  readonly cards: readonly CardId[];
  readonly devices: readonly string[];
  /** Place of a card in `cards`; −1 without an answer. */
  readonly placeOf: (card: CardId) => number;
  /** Place in `cards`. */
  readonly card: Uint32Array;
  /** Name of the event: `seq × 4096 + place in devices`; `refAt` makes it whole. */
  readonly ref: Float64Array;
  /** Epoch ms, put right where the clock ran ahead. */
  readonly at: Float64Array;
  /** Study day by the zone and rollover of the answer, as days since 1970-01-01. */
  readonly day: Int32Array;
  /** Hour of the clock where the learner was, 0 to 23. */
  readonly hour: Uint8Array;
  /** 1 Again, 2 Hard, 3 Good, 4 Easy. */
  readonly grade: Uint8Array;
  /** Place in `REVIEW_MODES`. */
  readonly mode: Uint8Array;
  /** Place in `VERDICT_CODES`. */
  readonly verdict: Uint8Array;
  /** Place in `SAID_CODES`. */
  readonly said: Uint8Array;
  /** 1: it counts; 0: it was taken back. */
  readonly standing: Uint8Array;
  /** Options that were picked, a bit each from option `a` on (up to `p`); 0 for what is no choice of options. */
  readonly picked: Uint16Array;
  /** Time it counts for, ms. */
  readonly elapsedMs: Uint32Array;
  /** Place in `PHASES_BEFORE`. */
  readonly phase: Uint8Array;
  /** Interval that was given before, days; 0 in learning steps and for new cards. */
  readonly intervalDays: Float32Array;
  /** Stability (days) and difficulty (1 to 10) before; NaN for a new card. */
  readonly stabilityDays: Float32Array;
  readonly difficulty: Float32Array;
  /** Study days since the answer before that moved the schedule; 0 for a new card. */
  readonly elapsedDays: Uint16Array;
  /** Predicted recall just before, 0 to 1, over those days; NaN for a new card. */
  readonly recall: Float32Array;
  /** Answers before that moved the schedule, and how many of them, on a later day than the one before, were Again. */
  readonly reps: Uint16Array;
  readonly lapses: Uint16Array;
}

/** Places of devices in a packed ref, as the store packs them. */
const PLACES = 4_096;
export const packRef = (seq: number, place: number): number => seq * PLACES + place;

/** Name of the event of a row. */
export function refAt({ ref, devices }: Pick<ReviewColumns, 'ref' | 'devices'>, row: number): EventRef {
  const packed = ref[row]!;
  return eventRefOf(devices[packed % PLACES]!, Math.floor(packed / PLACES));
}

/** Gives the columns up to date with the last answer that was accepted. */
export interface AnswerHistory {
  columns(): Promise<ReviewColumns>;
  /** The same for work that waits in between: nothing changes in them until it ends, and nobody else gets them. */
  read<T>(work: (columns: ReviewColumns) => T | Promise<T>): Promise<T>;
}
