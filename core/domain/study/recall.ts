import type { CardFigures } from '../card-rows.ts';
import type { CardState } from '../progress.ts';
import { modelOf, type Weights } from './memory-model.ts';
import { DAY_MS } from './study-day.ts';

/** Predicted share of a set of questions that would be answered now, 0 to 1. A question never answered counts as 0. */
interface Recall {
  /** Of those in the schedule; null where there are none. */
  readonly introduced: number | null;
  /** Of the whole set, those not read yet included. */
  readonly all: number;
}

/** Recall now, and what is left of it later without any study. */
export interface RecallForecast {
  readonly today: Recall;
  readonly in7Days: Recall;
  readonly in30Days: Recall;
}

const DAYS_AHEAD = [0, 7, 30] as const;

type Recalled = Pick<CardFigures, 'phase' | 'introducedAt' | 'stabilityDays' | 'lastReview'>;

/** Recall of a set of questions that is put together one by one, and of sets together. */
export class RecallSum {
  #questions = 0;
  #introduced = 0;
  readonly #sums = DAYS_AHEAD.map(() => 0);

  readonly #model: ReturnType<typeof modelOf>;

  constructor(
    private readonly now: number,
    weights: Weights = null,
  ) {
    this.#model = modelOf(weights);
  }

  add({ phase, introducedAt, stabilityDays, lastReview }: Recalled): void {
    this.#questions += 1;
    if (phase === null && Number.isNaN(introducedAt)) return;
    this.#introduced += 1;
    if (phase === null) return;
    const days = (this.now - lastReview) / DAY_MS;
    for (let i = 0; i < DAYS_AHEAD.length; i++)
      this.#sums[i]! += this.#model.recall(stabilityDays, Math.max(0, days + DAYS_AHEAD[i]!));
  }

  /** All of another set. */
  addAll(other: RecallSum): void {
    this.#questions += other.#questions;
    this.#introduced += other.#introduced;
    for (const i of DAYS_AHEAD.keys()) this.#sums[i]! += other.#sums[i]!;
  }

  get forecast(): RecallForecast {
    const [today, in7Days, in30Days] = this.#sums.map((sum) => ({
      introduced: this.#introduced === 0 ? null : sum / this.#introduced,
      all: this.#questions === 0 ? 0 : sum / this.#questions,
    }));
    return { today: today!, in7Days: in7Days!, in30Days: in30Days! };
  }
}

export function recallOf(
  states: readonly (CardState | undefined)[],
  now: number,
  weights: Weights = null,
): RecallForecast {
  const sum = new RecallSum(now, weights);
  for (const state of states)
    sum.add({
      phase: state?.memory?.phase ?? null,
      introducedAt: state?.introducedAt ?? NaN,
      stabilityDays: state?.memory?.stabilityDays ?? NaN,
      lastReview: state?.memory?.lastReview ?? NaN,
    });
  return sum.forecast;
}
