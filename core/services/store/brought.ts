import type { CardId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import { isChoice } from '../../domain/history/settings-fold.ts';
import type { DayTotal } from '../../domain/progress.ts';
import type { Memory } from '../../domain/study/schedule.ts';
import { MAX_DEVICES } from '../../domain/history/limits.ts';
import { atOnce } from '../../domain/at-once.ts';
import { takeNext } from './fold/folded.ts';
import { History, type EventSource } from './fold/history.ts';
import { eventOfReview, type BroughtReview } from './journal/brought-review.ts';
import type { Covered } from './journal/journal-index.ts';
import { encodeCards } from './snapshot/cards-file.ts';

/**
 * What the events of a journal that was brought in make, known from when they were written: a million lines need not be read back
 * for it. It is a view, as a snapshot is: where it does not fit, the lines are read.
 */
export interface Brought {
  readonly device: string;
  readonly covered: Covered;
  readonly last: History['last'];
  /** Its cards, as `encodeCards` writes them. */
  readonly cards: Uint8Array<ArrayBuffer>;
  /** JSON of `BroughtDays`: read at once it costs the loop less than thousands of objects that are copied one by one. */
  readonly days: string;
  /** Those of its events that settings and records follow from. */
  readonly choices: readonly JournalEvent[];
}

/** Totals of its answers. */
export interface BroughtDays {
  readonly reviewsTotal: number;
  readonly days: readonly (readonly [day: number, total: DayTotal])[];
}

/** Events of one device in their order, none of which takes another back, need no look into a journal. */
const NOTHING_ELSE: EventSource = { load: () => new Map(), named: () => [], within: () => [] };

/** Folds the events of a brought journal while they are made, and tells what is known of a card before its next one. */
export class BroughtFold {
  readonly #history = new History(NOTHING_ELSE);
  readonly #choices: JournalEvent[] = [];
  #last: History['last'] = this.#history.last;

  /** The row of a card, a new one where it has none: an event of it must follow. */
  rowOf(card: CardId): number {
    return this.#history.table.ids.add(card);
  }

  /** What is known of the card in a row. */
  memoryAt(row: number): Memory | null {
    return this.#history.table.states.memoryAt(row);
  }

  /** Number of the last event of the card in a row; 0 where there is none. */
  lastAt(row: number): number {
    return Math.floor((this.#history.table.states.lastAt(row) ?? 0) / MAX_DEVICES);
  }

  /** @param event none stands before it */
  take(event: JournalEvent): void {
    const { order, device, seq } = event;
    this.#last = { order, device, seq };
    this.#history.accept(event);
    if (isChoice(event)) this.#choices.push(event);
  }

  /** The way of nearly all: an answer in the place of an event. @param row of its card, the last event of which it comes after */
  review(review: BroughtReview, row: number): void {
    const { order, device, seq } = review;
    const packed = this.#history.table.refs.pack(review);
    if (takeNext(this.#history, review, packed, row, true)) this.#last = { order, device, seq };
    else this.take(eventOfReview(review));
  }

  /** @param covered where the lines of the events stand */
  done(covered: Covered): Brought {
    const { table, progress } = this.#history;
    const cards = atOnce(encodeCards({ cards: table.freeze(), lists: [], marks: [], negations: [] }));
    const { reviewsTotal } = progress;
    const totals: BroughtDays = { reviewsTotal, days: [...progress.days] };
    return {
      device: covered.device,
      covered,
      last: this.#last,
      cards: inOne(cards),
      days: JSON.stringify(totals),
      choices: this.#choices,
    };
  }
}

/** One piece of memory of its own, which a thread can give away. */
function inOne(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
