import type { CardFigures } from '../../domain/card-rows.ts';
import { dueDay } from '../../domain/study/due.ts';
import { retrievability } from '../../domain/study/schedule.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import { studyDay, type StudyClock } from '../../domain/study/study-day.ts';

/** Places in `phase`. */
export const ROW_PHASES = ['new', 'learning', 'review', 'relearning'] as const;

/** What a list can be in the order of. */
type SortedColumn =
  ('flag' | 'lapses' | 'reps' | 'dueDay') | ('intervalDays' | 'stabilityDays' | 'difficulty' | 'lastReview');

/** How cards stand with the learner, a column a field, a row a card. NaN where a card was never answered. */
export class StandingColumns {
  /** Place in `ROW_PHASES`. */
  readonly phase: Uint8Array;
  readonly suspended: Uint8Array;
  readonly marked: Uint8Array;
  readonly flag: Uint8Array;
  /** Study day until which it is hidden. */
  readonly buriedUntilDay: Float64Array;
  /** Study day; of a card in its steps that on which they end. */
  readonly dueDay: Float64Array;
  readonly intervalDays: Float64Array;
  readonly stabilityDays: Float64Array;
  readonly difficulty: Float64Array;
  readonly lapses: Float64Array;
  readonly reps: Float64Array;
  readonly lastReview: Float64Array;

  /** Another number wherever a column is not what it was: an order by another one stays. */
  readonly versions: Record<SortedColumn, number> = {
    ...{ flag: 0, lapses: 0, reps: 0, dueDay: 0, intervalDays: 0, stabilityDays: 0, difficulty: 0, lastReview: 0 },
  };

  constructor(readonly length: number) {
    const numbers = () => new Float64Array(length);
    this.phase = new Uint8Array(length);
    this.suspended = new Uint8Array(length);
    this.marked = new Uint8Array(length);
    this.flag = new Uint8Array(length);
    this.buriedUntilDay = numbers();
    this.lapses = numbers();
    this.reps = numbers();
    this.dueDay = numbers().fill(NaN);
    this.intervalDays = numbers().fill(NaN);
    this.stabilityDays = numbers().fill(NaN);
    this.difficulty = numbers().fill(NaN);
    this.lastReview = numbers().fill(NaN);
  }

  /** @param of a card that nothing was done with where it has no state */
  set(row: number, of: CardFigures, clock: StudyClock): void {
    const { phase } = of;
    this.phase[row] = phase === null ? 0 : ROW_PHASES.indexOf(phase);
    this.suspended[row] = of.suspended ? 1 : 0;
    this.marked[row] = of.marked ? 1 : 0;
    this.buriedUntilDay[row] = of.buriedUntilDay;
    this.#put('flag', row, of.flag);
    this.#put('lapses', row, phase === null ? 0 : of.lapses);
    this.#put('reps', row, phase === null ? 0 : of.reps);
    this.#put('dueDay', row, phase === null ? NaN : phase === 'review' ? dueDay(of) : studyDay(of.due, clock));
    this.#put('intervalDays', row, phase === null ? NaN : of.intervalDays);
    this.#put('stabilityDays', row, phase === null ? NaN : of.stabilityDays);
    this.#put('difficulty', row, phase === null ? NaN : of.difficulty);
    this.#put('lastReview', row, phase === null ? NaN : of.lastReview);
  }

  #put(name: SortedColumn, row: number, value: number): void {
    const column = this[name];
    if (Object.is(column[row], value)) return;
    column[row] = value;
    this.versions[name] += 1;
  }

  /** Recall of a card at an instant; NaN where it was never answered. */
  recallOf(row: number, at: number, weights: Weights): number {
    const stabilityDays = this.stabilityDays[row]!;
    return Number.isNaN(stabilityDays)
      ? NaN
      : retrievability({ stabilityDays, lastReview: this.lastReview[row]! }, at, weights);
  }

  /** Recall of every card at an instant. */
  recallAt(at: number, weights: Weights): Float64Array {
    const recall = new Float64Array(this.length);
    for (let row = 0; row < recall.length; row++) recall[row] = this.recallOf(row, at, weights);
    return recall;
  }
}
