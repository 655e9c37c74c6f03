import type { ReviewColumns } from './review-columns.ts';
import { workAt } from './work.ts';

/** Rows walked through between two chances to give the loop free. */
const CHUNK = 1 << 14;

/** Counts something over answers. */
export interface Tally {
  /**
   * @param rows of answers that stand and belong to the scope, in the order of the history; only lent
   * @param work place in `WORK` of each
   */
  add(rows: Uint32Array, work: Uint8Array): void;
}

/** Which answers statistics are about. */
export interface StatsScope {
  /** First study day of the range. */
  readonly from: number;
  /** 1 for each card that belongs, by its place in the columns. */
  readonly isIn: Uint8Array;
}

/** What an answer count rests on. */
export interface Basis {
  readonly answers: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** Counts answers and the days they lie between. */
export class BasisCount {
  #answers = 0;
  #from = Infinity;
  #to = -Infinity;

  add(day: number): void {
    this.#answers += 1;
    if (day < this.#from) this.#from = day;
    if (day > this.#to) this.#to = day;
  }

  get basis(): Basis {
    if (this.#answers === 0) return { answers: 0, from: null, to: null };
    return { answers: this.#answers, from: this.#from, to: this.#to };
  }
}

/**
 * Walks through the answers once, in steps, and gives each tally its rows: all of the scope to `ever`, those of the range to
 * `inRange`. The columns must not change meanwhile.
 */
export function* tallying(
  columns: ReviewColumns,
  { from, isIn }: StatsScope,
  tallies: { readonly ever: readonly Tally[]; readonly inRange: readonly Tally[] },
): Generator<void> {
  const { length, standing, card, day } = columns;
  const [ever, inRange] = [new Uint32Array(CHUNK), new Uint32Array(CHUNK)];
  const [everWork, rangeWork] = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)];
  for (let begin = 0; begin < length; begin += CHUNK) {
    const end = Math.min(length, begin + CHUNK);
    let [all, some] = [0, 0];
    for (let row = begin; row < end; row++) {
      if (standing[row] === 0 || isIn[card[row]!] === 0) continue;
      const work = workAt(columns, row);
      everWork[all] = work;
      ever[all++] = row;
      if (day[row]! < from) continue;
      rangeWork[some] = work;
      inRange[some++] = row;
    }
    for (const tally of tallies.ever) tally.add(ever.subarray(0, all), everWork);
    for (const tally of tallies.inRange) tally.add(inRange.subarray(0, some), rangeWork);
    yield;
  }
}
