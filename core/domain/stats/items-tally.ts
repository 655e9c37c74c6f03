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
  /** Of the card in the columns. */
  readonly place: number;
  readonly answers: number;
  readonly right: number;
  readonly lapses: number;
  /** Options picked in any of the answers, a bit each; `wrongPicks`: wrong answers that picked some. */
  readonly picked: number;
  readonly wrongPicks: number;
}

// What is counted of a card stands side by side: rows come in any order of cards, and each must cost one look into memory.
const ANSWERS = 0;
const RIGHT = 1;
const LAPSES = 2;
/** Answers on days that say something, and those of them that were right. */
const PAIRS = 3;
const RIGHT_PAIRS = 4;
/** Sums of the share right beside them, of its square, and of it beside right ones. */
const BESIDE = 5;
const BESIDE_SQUARED = 6;
const BESIDE_RIGHT = 7;
const WIDTH = 8;

/** Answers by question: those of practice, where one is asked over and over, are left out. */
export class ItemsTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #days: DaysTally;
  readonly #basis = new BasisCount();
  readonly #counts: Float64Array;
  readonly #picked: Uint16Array;
  readonly #wrongPicks: Uint32Array;

  /** @param days of the same answers, already counted */
  constructor(columns: ReviewColumns, days: DaysTally) {
    this.#columns = columns;
    this.#days = days;
    this.#counts = new Float64Array(columns.cards.length * WIDTH);
    this.#picked = new Uint16Array(columns.cards.length);
    this.#wrongPicks = new Uint32Array(columns.cards.length);
  }

  add(rows: Uint32Array): void {
    const { card, day, grade, lapses, picked } = this.#columns;
    const counts = this.#counts;
    let today = NaN;
    let [besideWrong, besideRight] = [NaN, NaN];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (!isTryAt(this.#columns, row)) continue;
      if (day[row] !== today) {
        today = day[row]!;
        besideWrong = this.#days.shareBeside(today, false, LEAST_BESIDE);
        besideRight = this.#days.shareBeside(today, true, LEAST_BESIDE);
      }
      const isRight = grade[row]! > 1;
      const at = card[row]! * WIDTH;
      this.#basis.add(today);
      counts[at + ANSWERS]! += 1;
      counts[at + LAPSES] = lapses[row]!;
      if (isRight) counts[at + RIGHT]! += 1;
      this.#pair(at, isRight, isRight ? besideRight : besideWrong);
      if (picked[row] !== 0) this.#pick(card[row]!, isRight, picked[row]!);
    }
  }

  get basis(): Basis {
    return this.#basis.basis;
  }

  /** Cards of the columns. */
  get places(): number {
    return this.#picked.length;
  }

  /** @param place of a card in the columns */
  answersAt(place: number): number {
    return this.#counts[place * WIDTH + ANSWERS]!;
  }

  rightAt(place: number): number {
    return this.#counts[place * WIDTH + RIGHT]!;
  }

  itemAt(place: number): ItemCount {
    return {
      cardId: this.#columns.cards[place]!,
      place,
      answers: this.answersAt(place),
      right: this.rightAt(place),
      lapses: this.#counts[place * WIDTH + LAPSES]!,
      picked: this.#picked[place]!,
      wrongPicks: this.#wrongPicks[place]!,
    };
  }

  /**
   * Point-biserial correlation, −1 to 1: Pearson's of right (1) or wrong (0) with the share right beside it. Null where too little is
   * known, or right and wrong do not both occur.
   */
  discriminationAt(place: number): number | null {
    const counts = this.#counts;
    const at = place * WIDTH;
    const [n, right] = [counts[at + PAIRS]!, counts[at + RIGHT_PAIRS]!];
    if (n < ENOUGH_PAIRS || right === 0 || right === n) return null;
    const mean = counts[at + BESIDE]! / n;
    const variance = counts[at + BESIDE_SQUARED]! / n - mean ** 2;
    const covariance = counts[at + BESIDE_RIGHT]! / n - (right / n) * mean;
    // Days alike to the last digits tell nothing.
    if (variance < 1e-12) return null;
    const correlation = covariance / Math.sqrt(variance * (right / n) * (1 - right / n));
    return Math.min(1, Math.max(-1, correlation));
  }

  #pair(at: number, isRight: boolean, share: number): void {
    if (Number.isNaN(share)) return;
    const counts = this.#counts;
    counts[at + PAIRS]! += 1;
    counts[at + BESIDE]! += share;
    counts[at + BESIDE_SQUARED]! += share * share;
    if (!isRight) return;
    counts[at + RIGHT_PAIRS]! += 1;
    counts[at + BESIDE_RIGHT]! += share;
  }

  #pick(place: number, isRight: boolean, options: number): void {
    this.#picked[place]! |= options;
    if (!isRight) this.#wrongPicks[place]! += 1;
  }
}
