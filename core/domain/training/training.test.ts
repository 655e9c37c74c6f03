import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from './fsrs6.ts';
import { fitWeights } from './fit.ts';
import { lossesFrom, meanOf } from './held-out.ts';
import { splitByTime, type ReviewHistories } from './review-histories.ts';
import { learnerOf, noisyLearner, someWeights, syntheticLog } from './synthetic-log.fixture.ts';
import { trainWeights } from './training.ts';

const SEEDS = Array.from({ length: process.env['JAMDAI_LONG'] ? 60 : 20 }, (_, seed) => seed + 1);

function run<T>(steps: Generator<unknown, T>): T {
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

const logOf = (seed: number, weights: readonly number[], reviews: number) =>
  syntheticLog({ seed, learner: learnerOf(weights), weights, reviews });
const noiseOf = (seed: number, right: number, reviews: number) =>
  syntheticLog({ seed, learner: noisyLearner(right), weights: DEFAULT_WEIGHTS, reviews });

/** Held-out log loss of weights trained on a log, against that of the weights it was made with. */
function excessOf(histories: ReviewHistories, truth: readonly number[]): number {
  const { fromDay } = splitByTime(histories, 0.2);
  const weights = run(fitWeights(histories, fromDay!));
  const lossOf = (tried: readonly number[]) => meanOf(run(lossesFrom(histories, tried, fromDay!)).values);
  return lossOf(weights) / lossOf(truth) - 1;
}

describe('trained weights', () => {
  it.each(SEEDS)(
    'predict held-out answers within 0.5 %% of what made them: the published weights, 10 000 answers (%i)',
    (seed) => {
      expect(excessOf(logOf(seed, DEFAULT_WEIGHTS, 10_000), DEFAULT_WEIGHTS)).toBeLessThan(0.005);
    },
  );

  it.each(SEEDS)(
    'predict held-out answers within 0.5 %% of what made them: some learner, 40 000 answers (%i)',
    (seed) => {
      const truth = someWeights(seed * 7_919);
      expect(excessOf(logOf(seed, truth, 40_000), truth)).toBeLessThan(0.005);
    },
  );

  it('stay in their bounds, whatever the answers are', () => {
    const weights = run(fitWeights(noiseOf(1, 0.5, 3_000), Infinity));
    for (const [index, weight] of weights.entries()) {
      const [low, high] = WEIGHT_BOUNDS[index]!;
      expect(weight, `weight ${index}`).toBeGreaterThanOrEqual(low - 1e-6);
      expect(weight, `weight ${index}`).toBeLessThanOrEqual(high + 1e-6);
    }
  });

  it('are the same for the same answers', () => {
    const log = logOf(5, someWeights(5), 3_000);
    expect(run(fitWeights(log, Infinity))).toEqual(run(fitWeights(log, Infinity)));
  });
});

describe('training', () => {
  it('refuses noise in 19 of 20 logs: grades that do not depend on time', () => {
    const accepted = SEEDS.filter((seed) => {
      const right = 0.5 + 0.45 * (seed / SEEDS.length);
      return run(trainWeights(noiseOf(seed, right, 10_000))).verdict === 'accepted';
    });
    expect(accepted.length).toBeLessThanOrEqual(SEEDS.length / 20);
  });

  it('accepts what is better, and says by how much', () => {
    const result = run(trainWeights(logOf(6, someWeights(6 * 7_919), 12_000)));
    expect(result.verdict).toBe('accepted');
    const { before, after, plain, difference, reviews } = result.heldOut!;
    expect(after).toBeLessThan(before);
    expect(after).toBeLessThan(plain);
    expect(difference.mean).toBeCloseTo(after - before, 10);
    expect(difference.low).toBeLessThan(difference.mean);
    expect(difference.high).toBeLessThan(0);
    expect(reviews).toBeGreaterThan(result.reviews * 0.19);
    expect(result.days!.from).toBe(0);
    expect(result.weights).toHaveLength(21);
  });

  it('refuses what is no better than the weights in force', () => {
    const log = logOf(2, someWeights(2), 10_000);
    const first = run(trainWeights(log));
    const again = run(trainWeights(log, first.weights!));
    expect(again.verdict).toBe('not-better');
    expect(again.heldOut!.difference).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('is nothing for too few answers', () => {
    expect(run(trainWeights(logOf(1, DEFAULT_WEIGHTS, 300)))).toMatchObject({
      verdict: 'too-few',
      weights: null,
      heldOut: null,
    });
    const none = { starts: new Int32Array(1), days: new Int32Array(), grades: new Uint8Array() };
    expect(run(trainWeights(none))).toMatchObject({ verdict: 'too-few', reviews: 0, days: null });
  });

  it('tells both of its phases, and never goes back', () => {
    const steps = trainWeights(logOf(3, DEFAULT_WEIGHTS, 3_000));
    const told: { phase: string; done: number }[] = [];
    for (let next = steps.next(); !next.done; next = steps.next()) told.push(next.value);
    expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['training', 'checking']));
    const shares = told.map(({ phase, done }) => (phase === 'training' ? 0 : 1) + done);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
