import type { CardId } from '../ids.ts';
import type { ReviewColumns } from './review-columns.ts';
import type { DaysTally } from './days-tally.ts';
import { BasisCount, type Basis, type Tally } from './tally.ts';
import { isTryAt } from './work.ts';

/** A day says how well the learner did only where so many other answers were given on it. */
const LEAST_BESIDE = 5;
/** Answers on such days from which on a correlation is told. */
const ENOUGH_PAIRS = 8;

/** What was counted of one question. */
export interface ItemCount {
  readonly cardId: CardId;
  readonly answers: number;
  readonly right: number;
  readonly lapses: number;
  /** Options picked in any of the answers, a bit each; `wrongPicks`: wrong answers that picked some. */
  readonly picked: number;
  readonly wrongPicks: number;
  /** Point-biserial correlation, −1 to 1; null where too little is known, or right and wrong do not both occur. */
  readonly discrimination: number | null;
}

/** Answers by question: those of practice, where one is asked over and over, are left out. */
export class ItemsTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #days: DaysTally;
  readonly #basis = new BasisCount();
  readonly #answers: Uint32Array;
  readonly #right: Uint32Array;
  readonly #lapses: Uint16Array;
  readonly #picked: Uint16Array;
  readonly #wrongPicks: Uint32Array;
  // Of answers on days that say something: how many, those right, and sums of the share right beside them.
  readonly #pairs: Uint32Array;
  readonly #rightPairs: Uint32Array;
  readonly #beside: Float64Array;
  readonly #besideSquared: Float64Array;
  readonly #besideRight: Float64Array;

  /** @param days of the same answers, already counted */
  constructor(columns: ReviewColumns, days: DaysTally) {
    this.#columns = columns;
    this.#days = days;
    const { length } = columns.cards;
    const counts = () => new Uint32Array(length);
    const sums = () => new Float64Array(length);
    [this.#answers, this.#right, this.#wrongPicks] = [counts(), counts(), counts()];
    [this.#pairs, this.#rightPairs] = [counts(), counts()];
    [this.#beside, this.#besideSquared, this.#besideRight] = [sums(), sums(), sums()];
    [this.#lapses, this.#picked] = [new Uint16Array(length), new Uint16Array(length)];
  }

  add(rows: Uint32Array): void {
    const { card, day, grade, lapses, picked } = this.#columns;
    let today = NaN;
    let beside = [NaN, NaN];
    for (const row of rows) {
      if (!isTryAt(this.#columns, row)) continue;
      const at = card[row]!;
      const isRight = grade[row]! > 1;
      if (day[row] !== today) {
        today = day[row]!;
        beside = [false, true].map((right) => this.#days.shareBeside(today, right, LEAST_BESIDE));
      }
      this.#basis.add(today);
      this.#answers[at]! += 1;
      if (isRight) this.#right[at]! += 1;
      this.#lapses[at] = lapses[row]!;
      this.#picked[at]! |= picked[row]!;
      if (!isRight && picked[row] !== 0) this.#wrongPicks[at]! += 1;
      this.#pair(at, isRight, beside[isRight ? 1 : 0]!);
    }
  }

  get basis(): Basis {
    return this.#basis.basis;
  }

  /** Questions with an answer. */
  get items(): ItemCount[] {
    const found: ItemCount[] = [];
    for (const [at, cardId] of this.#columns.cards.entries()) {
      const answers = this.#answers[at]!;
      if (answers > 0) found.push(this.#itemAt(at, cardId, answers));
    }
    return found;
  }

  #itemAt(at: number, cardId: CardId, answers: number): ItemCount {
    return {
      cardId,
      answers,
      right: this.#right[at]!,
      lapses: this.#lapses[at]!,
      picked: this.#picked[at]!,
      wrongPicks: this.#wrongPicks[at]!,
      discrimination: this.#discriminationAt(at),
    };
  }

  #pair(at: number, isRight: boolean, share: number): void {
    if (Number.isNaN(share)) return;
    this.#pairs[at]! += 1;
    this.#beside[at]! += share;
    this.#besideSquared[at]! += share * share;
    if (!isRight) return;
    this.#rightPairs[at]! += 1;
    this.#besideRight[at]! += share;
  }

  /** Pearson's correlation of right (1) or wrong (0) with the share right beside it. */
  #discriminationAt(at: number): number | null {
    const [n, right] = [this.#pairs[at]!, this.#rightPairs[at]!];
    if (n < ENOUGH_PAIRS || right === 0 || right === n) return null;
    const mean = this.#beside[at]! / n;
    const variance = this.#besideSquared[at]! / n - mean ** 2;
    const covariance = this.#besideRight[at]! / n - (right / n) * mean;
    // Days alike to the last digits tell nothing.
    if (variance < 1e-12) return null;
    const correlation = covariance / Math.sqrt(variance * (right / n) * (1 - right / n));
    return Math.min(1, Math.max(-1, correlation));
  }
}
