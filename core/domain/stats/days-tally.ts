import type { ReviewColumns } from './review-columns.ts';
import { BasisCount, type Tally } from './tally.ts';
import { WORK, type Work } from './work.ts';

/** One study day with an answer. The kinds of work add up to `answers`. */
export type StudiedDay = { readonly [W in Work]: number } & {
  readonly day: number;
  readonly answers: number;
  readonly right: number;
  readonly elapsedMs: number;
};

interface DayCount {
  answers: number;
  right: number;
  elapsedMs: number;
  readonly work: number[];
}

/** Answers, time and kinds of work by study day. */
export class DaysTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #days = new Map<number, DayCount>();
  readonly #basis = new BasisCount();

  constructor(columns: ReviewColumns) {
    this.#columns = columns;
  }

  add(rows: Uint32Array, work: Uint8Array): void {
    const { day, grade, elapsedMs } = this.#columns;
    let today = NaN;
    let count = this.#of(today);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (day[row] !== today) {
        today = day[row]!;
        count = this.#of(today);
      }
      this.#basis.add(today);
      count.answers += 1;
      if (grade[row]! > 1) count.right += 1;
      count.elapsedMs += elapsedMs[row]!;
      count.work[work[i]!]! += 1;
    }
  }

  get basis() {
    return this.#basis.basis;
  }

  /** The share right of the other answers of a day; NaN where there are fewer than `least`. */
  shareBeside(day: number, isRight: boolean, least: number): number {
    const count = this.#days.get(day);
    if (!count || count.answers - 1 < least) return NaN;
    return (count.right - (isRight ? 1 : 0)) / (count.answers - 1);
  }

  /** Oldest first. */
  get days(): StudiedDay[] {
    return [...this.#days]
      .sort(([a], [b]) => a - b)
      .map(([day, { work, answers, right, elapsedMs }]) => {
        const byWork = Object.fromEntries(WORK.map((name, place) => [name, work[place]!])) as Record<Work, number>;
        return { day, answers, right, elapsedMs, ...byWork };
      });
  }

  #of(day: number): DayCount {
    const known = this.#days.get(day);
    if (known) return known;
    const made = { answers: 0, right: 0, elapsedMs: 0, work: WORK.map(() => 0) };
    if (!Number.isNaN(day)) this.#days.set(day, made);
    return made;
  }
}

/** A time without an answer: its days, and the first and last of them. */
export interface Pause {
  readonly days: number;
  readonly from: number;
  readonly to: number;
}

/** The longest time between two days with an answer, the latest of those as long; null where there is none. @param days rising */
export function longestPause(days: readonly { readonly day: number }[]): Pause | null {
  let longest: Pause | null = null;
  for (let i = 1; i < days.length; i++) {
    const [from, to] = [days[i - 1]!.day + 1, days[i]!.day - 1];
    const length = to - from + 1;
    if (length > 0 && length >= (longest?.days ?? 0)) longest = { days: length, from, to };
  }
  return longest;
}
