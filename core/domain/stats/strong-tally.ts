import type { ReviewColumns } from './review-columns.ts';
import type { Tally } from './tally.ts';
import { OTHER } from './work.ts';

/**
 * How many questions had a recall of 90 % or more on a day that is gone. Recall is 90 % when as many days have passed as the
 * stability counts, so no forgetting curve is needed.
 */
export class StrongTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #day: number;
  /** Study day of the last answer up to the day; NaN before the first. */
  readonly #lastDay: Float64Array;
  /** Stability that it left, which the next answer says; NaN as long as none came. */
  readonly #stabilityDays: Float64Array;
  readonly #isPast: Uint8Array;

  /** @param day the study day that is asked for */
  constructor(columns: ReviewColumns, day: number) {
    this.#columns = columns;
    this.#day = day;
    const { length } = columns.cards;
    this.#lastDay = new Float64Array(length).fill(NaN);
    this.#stabilityDays = new Float64Array(length).fill(NaN);
    this.#isPast = new Uint8Array(length);
  }

  add(rows: Uint32Array, work: Uint8Array): void {
    const { card, day, stabilityDays } = this.#columns;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = card[row]!;
      if (this.#isPast[at] === 1 || work[i] === OTHER) continue;
      if (day[row]! <= this.#day) this.#lastDay[at] = day[row]!;
      else {
        this.#isPast[at] = 1;
        this.#stabilityDays[at] = stabilityDays[row]!;
      }
    }
  }

  /**
   * @param stabilityNow by the cards' places, where no answer came since that day; NaN for none
   * @param isBeside 1 for each card that is no question of the scope: it is not counted now, so neither is it then
   */
  count(stabilityNow: Float64Array, isBeside: Uint8Array): number {
    let strong = 0;
    for (let at = 0; at < this.#lastDay.length; at++) {
      if (isBeside[at] === 1) continue;
      const stability = this.#isPast[at] === 1 ? this.#stabilityDays[at]! : stabilityNow[at]!;
      if (this.#day - this.#lastDay[at]! <= stability) strong += 1;
    }
    return strong;
  }
}
