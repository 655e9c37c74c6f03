import { DEFAULT_WEIGHTS } from './fsrs6.ts';
import { fitWeights } from './fit.ts';
import { compareLosses, lossesFrom, lossesOfMean, meanOf, type Difference } from './held-out.ts';
import { splitByTime, type ReviewHistories } from './review-histories.ts';

/** The newest fifth of the answers is not trained on: what was learned is tested on it. */
const HELD_OUT_SHARE = 0.2;
/** With fewer answers on a later day than the one before, nothing is trained. */
export const FEWEST_REVIEWS = 400;

/**
 * Why new weights are taken or not: `accepted`; `too-few` answers; `not-better` than those in force; `no-pattern`: no better than
 * saying the same for every question, so the time between answers was not seen to matter.
 */
type Verdict = 'accepted' | 'too-few' | 'not-better' | 'no-pattern';

export interface Training {
  readonly verdict: Verdict;
  /** Null for `too-few`. The weights are those that were tested: nothing is trained again on the held-out answers. */
  readonly weights: readonly number[] | null;
  /** Answers given on a later day than the card's answer before: what there was to learn from, held-out ones included. */
  readonly reviews: number;
  /** Study days of the first and the last answer; null where there is none. */
  readonly days: { readonly from: number; readonly to: number } | null;
  /** Log loss a held-out answer; null for `too-few`. */
  readonly heldOut: HeldOut | null;
}

interface HeldOut {
  readonly reviews: number;
  /** Of the weights in force, of the new ones, and of saying the share of right answers before for every question. */
  readonly before: number;
  readonly after: number;
  readonly plain: number;
  /** New less in force, with its 95 % interval: below 0 is better. */
  readonly difference: Difference;
}

/** What goes on, with the share of it that is done, 0 to 1. */
export interface TrainingStep {
  readonly phase: 'training' | 'checking';
  readonly done: number;
}

function daysOf({ days }: ReviewHistories): Training['days'] {
  if (days.length === 0) return null;
  let [from, to] = [Infinity, -Infinity];
  for (const day of days) [from, to] = [Math.min(from, day), Math.max(to, day)];
  return { from, to };
}

function* told<S, T>(steps: Generator<S, T>, say: (step: S) => TrainingStep): Generator<TrainingStep, T> {
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    yield say(next.value);
  }
}

/**
 * Trains weights on the older answers and tests them on the newest fifth. They are accepted only where they predict those better
 * than the weights in force (the 95 % interval of the difference lies below 0) and better than the learner's plain average (with
 * 95 % confidence): answers without any pattern in time have nothing to teach.
 */
export function* trainWeights(
  histories: ReviewHistories,
  inForce: readonly number[] = DEFAULT_WEIGHTS,
): Generator<TrainingStep, Training> {
  const { counted: reviews, fromDay } = splitByTime(histories, HELD_OUT_SHARE);
  const days = daysOf(histories);
  if (fromDay === null || reviews < FEWEST_REVIEWS)
    return { verdict: 'too-few', weights: null, reviews, days, heldOut: null };
  const weights = yield* told(fitWeights(histories, fromDay), (done) => ({ phase: 'training', done }));
  const before = yield* told(lossesFrom(histories, inForce, fromDay), () => ({ phase: 'checking', done: 0 }));
  const after = yield* told(lossesFrom(histories, weights, fromDay), () => ({ phase: 'checking', done: 0.5 }));
  const plain = lossesOfMean(histories, fromDay);
  const difference = compareLosses(after, before);
  const isBetterThanPlain = compareLosses(after, plain, 0.9).high < 0;
  const verdict = !(difference.high < 0) ? 'not-better' : isBetterThanPlain ? 'accepted' : 'no-pattern';
  return {
    verdict,
    weights,
    reviews,
    days,
    heldOut: {
      reviews: after.values.length,
      before: meanOf(before.values),
      after: meanOf(after.values),
      plain: meanOf(plain.values),
      difference,
    },
  };
}
