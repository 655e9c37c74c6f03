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
  /** First study day of the range; −Infinity for all times. */
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

/** Answers that something is counted over: their rows in the order of the history, and the place in `WORK` of each. */
export class PickedRows {
  #length = 0;
  readonly #rows: Uint32Array;
  readonly #work: Uint8Array;

  /** @param most that will be added */
  constructor(most: number) {
    this.#rows = new Uint32Array(most);
    this.#work = new Uint8Array(most);
  }

  add(row: number, work: number): void {
    this.#rows[this.#length] = row;
    this.#work[this.#length++] = work;
  }

  /** Gives them to each tally, in steps. The columns must not change meanwhile. */
  *tell(tallies: readonly Tally[]): Generator<void> {
    for (let begin = 0; begin < this.#length; begin += CHUNK) {
      const end = Math.min(this.#length, begin + CHUNK);
      for (const tally of tallies) tally.add(this.#rows.subarray(begin, end), this.#work.subarray(begin, end));
      yield;
    }
  }
}

/** Finds the answers of a scope, in steps: of all times, and of its range alone. The columns must not change meanwhile. */
export function* pickRows(
  columns: ReviewColumns,
  { from, isIn }: StatsScope,
): Generator<void, { readonly ever: PickedRows; readonly inRange: PickedRows }> {
  const { length, standing, card, day } = columns;
  const ever = new PickedRows(length);
  const inRange = from === -Infinity ? ever : new PickedRows(length);
  for (let row = 0; row < length; row++) {
    if (row % CHUNK === 0) yield;
    if (standing[row] === 0 || isIn[card[row]!] === 0) continue;
    const work = workAt(columns, row);
    ever.add(row, work);
    if (inRange !== ever && day[row]! >= from) inRange.add(row, work);
  }
  return { ever, inRange };
}
