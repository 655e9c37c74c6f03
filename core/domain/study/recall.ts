import type { CardState } from '../progress.ts';
import type { Weights } from './memory-model.ts';
import { retrievability } from './schedule.ts';
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

export function recallOf(
  states: readonly (CardState | undefined)[],
  now: number,
  weights: Weights = null,
): RecallForecast {
  const after = (days: number) => recallAt(states, now + days * DAY_MS, weights);
  return { today: after(0), in7Days: after(7), in30Days: after(30) };
}

function recallAt(states: readonly (CardState | undefined)[], at: number, weights: Weights): Recall {
  let [introduced, sum] = [0, 0];
  for (const state of states) {
    if (!state || (state.introducedAt === null && state.memory === null)) continue;
    introduced += 1;
    if (state.memory) sum += retrievability(state.memory, at, weights);
  }
  return { introduced: introduced === 0 ? null : sum / introduced, all: states.length === 0 ? 0 : sum / states.length };
}
