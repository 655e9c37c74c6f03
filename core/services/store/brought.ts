import type { JournalEvent } from '../../domain/history/events.ts';
import { isChoice } from '../../domain/history/settings-fold.ts';
import type { DayTotal } from '../../domain/progress.ts';
import { atOnce } from './fold/at-once.ts';
import { History, type EventSource } from './fold/history.ts';
import { fileIndex, indexEvent, nothingCovered, type Covered } from './journal/journal-index.ts';
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

/** Folds the events of a brought journal while they are written. */
export class BroughtFold {
  readonly #history = new History(NOTHING_ELSE);
  readonly #covered: Covered;
  readonly #choices: JournalEvent[] = [];

  /** @param file the one its lines are written into */
  constructor(
    private readonly device: string,
    private readonly file: string,
  ) {
    this.#covered = nothingCovered(device);
  }

  /** @param offset of its line in the file @param end of it */
  take(event: JournalEvent, offset: number, end: number): void {
    this.#history.accept(event);
    if (isChoice(event)) this.#choices.push(event);
    indexEvent(fileIndex(this.#covered, this.file), event.seq, offset, end);
    this.#covered.seq = event.seq;
    this.#covered.order = Math.max(this.#covered.order, event.order);
  }

  done(): Brought {
    const { table, progress, last } = this.#history;
    const cards = atOnce(encodeCards({ cards: table.freeze(), lists: [], marks: [], negations: [] }));
    const { reviewsTotal } = progress;
    const totals: BroughtDays = { reviewsTotal, days: [...progress.days] };
    return {
      device: this.device,
      covered: this.#covered,
      last,
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
