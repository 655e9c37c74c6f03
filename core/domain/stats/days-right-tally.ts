import type { ReviewColumns } from './review-columns.ts';
import type { Tally } from './tally.ts';

/** A question that was right on so many days is learned anew often enough. */
export const ENOUGH_DAYS_RIGHT = 3;

/** On how many study days each card was answered right, up to three. */
export class DaysRightTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #lastDay: Int32Array;
  readonly #days: Uint8Array;

  constructor(columns: ReviewColumns) {
    this.#columns = columns;
    this.#lastDay = new Int32Array(columns.cards.length);
    this.#days = new Uint8Array(columns.cards.length);
  }

  add(rows: Uint32Array): void {
    const { card, day, grade } = this.#columns;
    for (const row of rows) {
      const at = card[row]!;
      if (grade[row] === 1 || this.#days[at] === ENOUGH_DAYS_RIGHT) continue;
      if (this.#days[at]! > 0 && this.#lastDay[at] === day[row]) continue;
      this.#days[at]! += 1;
      this.#lastDay[at] = day[row]!;
    }
  }

  /** @param place of a card in the columns */
  daysOf(place: number): number {
    return this.#days[place]!;
  }
}
