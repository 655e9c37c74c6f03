import { WEIGHT_COUNT } from './fsrs6.ts';
import {
  bounded,
  CENTRE,
  evidenceOf,
  isHeld,
  toWeights,
  unlikeliness,
  type Trained,
  type Tried,
} from './learner-spread.ts';
import { likelihoodOf } from './likelihood.ts';
import type { ReviewHistories } from './review-histories.ts';
import { choleskyOf, solve } from './solve.ts';

/** How far learners may be thought to differ, as shares of what is published; which of them holds is seen from the answers. */
const SPREADS = [1, 0.5, 0.25, 0.125];
const MOST_ROUNDS = 30;
/** Ends when a round would gain less than this, as a share of the loss. */
const SMALL_GAIN = 1e-6;
const FIRST_DAMPING = 0.01;
const MOST_DAMPING = 1e6;

/** One step downhill, kept inside the bounds (Fisher scoring with Levenberg's damping); null where there is none. */
function stepFrom(at: Tried, spread: number, damping: number): Trained | null {
  const { gradient, curvature } = unlikeliness(at, spread);
  const held = Array.from(gradient, (_, index) => isHeld(at.trained, gradient, index));
  const matrix = curvature.map((value, index) => {
    const [row, column] = [Math.floor(index / WEIGHT_COUNT), index % WEIGHT_COUNT];
    if (held[row] || held[column]) return row === column ? 1 : 0;
    return row === column ? value * (1 + damping) : value;
  });
  const lower = choleskyOf(matrix, WEIGHT_COUNT);
  if (lower === null) return null;
  const change = solve(
    lower,
    gradient.map((slope, index) => (held[index] ? 0 : -slope)),
  );
  return bounded(at.trained.map((value, index) => value + change[index]!));
}

/**
 * The weights under which a learner's answers of days before `untilDay` are most likely, given how learners differ from each other
 * (maximum a posteriori; the spread of learners by its evidence). Always the same for the same answers. Yields the share that is
 * done, 0 to 1, so that it can be done in slices and ended early.
 */
export function* fitWeights(histories: ReviewHistories, untilDay: number): Generator<number, number[]> {
  let done = 0;
  const tried = function* (trained: Trained): Generator<number, Tried> {
    const steps = likelihoodOf(histories, toWeights(trained), untilDay);
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done) return { trained, likelihood: next.value };
      yield done;
    }
  };
  const likeliest = function* (from: Tried, spread: number, share: number): Generator<number, Tried> {
    const start = done;
    let [best, damping] = [from, FIRST_DAMPING];
    for (let round = 0; round < MOST_ROUNDS && damping < MOST_DAMPING; round += 1) {
      // Most of the way is made in few rounds.
      done = start + share * (1 - 0.5 ** (round / 4));
      const trained = stepFrom(best, spread, damping);
      if (trained === null) {
        damping *= 10;
        continue;
      }
      const next = yield* tried(trained);
      const before = unlikeliness(best, spread).value;
      const gain = before - unlikeliness(next, spread).value;
      if (gain > 0) [best, damping] = [next, damping / 5];
      else damping *= 5;
      if (Math.abs(gain) <= SMALL_GAIN * before) break;
    }
    done = start + share;
    return best;
  };

  let at = yield* tried(CENTRE);
  let [found, evidence] = [at, -Infinity];
  for (const spread of SPREADS) {
    at = yield* likeliest(at, spread, 1 / SPREADS.length);
    const next = evidenceOf(at, spread);
    if (next <= evidence) break;
    [found, evidence] = [at, next];
  }
  return Array.from(toWeights(found.trained), (weight) => Number(weight.toFixed(6)));
}
