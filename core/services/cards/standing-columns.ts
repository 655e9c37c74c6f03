import type { CardState } from '../../domain/progress.ts';
import { dueDay } from '../../domain/study/due.ts';
import { retrievability } from '../../domain/study/schedule.ts';
import type { Weights } from '../../domain/study/memory-model.ts';
import { studyDay, type StudyClock } from '../../domain/study/study-day.ts';

/** Places in `phase`. */
export const ROW_PHASES = ['new', 'learning', 'review', 'relearning'] as const;

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

  set(row: number, state: CardState, clock: StudyClock): void {
    const { memory } = state;
    this.phase[row] = memory ? ROW_PHASES.indexOf(memory.phase) : 0;
    this.suspended[row] = state.suspended ? 1 : 0;
    this.marked[row] = state.marked ? 1 : 0;
    this.flag[row] = state.flag;
    this.buriedUntilDay[row] = state.buriedUntilDay;
    this.lapses[row] = memory?.lapses ?? 0;
    this.reps[row] = memory?.reps ?? 0;
    this.dueDay[row] = !memory ? NaN : memory.phase === 'review' ? dueDay(memory) : studyDay(memory.due, clock);
    this.intervalDays[row] = memory?.intervalDays ?? NaN;
    this.stabilityDays[row] = memory?.stabilityDays ?? NaN;
    this.difficulty[row] = memory?.difficulty ?? NaN;
    this.lastReview[row] = memory?.lastReview ?? NaN;
  }

  /** Recall of every card at an instant. */
  recallAt(at: number, weights: Weights): Float64Array {
    const recall = new Float64Array(this.length);
    const { stabilityDays, lastReview } = this;
    for (let row = 0; row < recall.length; row++) {
      const stability = stabilityDays[row]!;
      recall[row] = Number.isNaN(stability)
        ? NaN
        : retrievability({ stabilityDays: stability, lastReview: lastReview[row]! }, at, weights);
    }
    return recall;
  }
}
