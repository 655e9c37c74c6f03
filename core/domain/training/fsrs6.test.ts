import fc from 'fast-check';
import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { DEFAULT_WEIGHTS, DifferentiableMemory, WEIGHT_BOUNDS } from './fsrs6.ts';
import { likelihoodOf } from './likelihood.ts';
import { collectHistories } from './review-histories.ts';
import { someWeights } from './synthetic-log.fixture.ts';

const answers = fc.array(
  fc.record({
    days: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
    grade: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('the differentiable memory', () => {
  it('goes where ts-fsrs goes, within 1e-6', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 5_000 }), (given, seed) => {
        const weights = seed === 0 ? DEFAULT_WEIGHTS : someWeights(seed);
        const algorithm = new FSRSAlgorithm({ w: [...weights] });
        const memory = new DifferentiableMemory(weights);
        let state: FSRSState | null = null;
        for (const [index, { days, grade }] of given.entries()) {
          if (index === 0) memory.begin(grade);
          else {
            if (days > 0) {
              memory.recallAfter(days);
              expect(memory.recall).toBeCloseTo(algorithm.forgetting_curve(days, state!.stability), 6);
            }
            memory.answer(days, grade);
          }
          state = algorithm.next_state(state, index === 0 ? 0 : days, grade);
          expect(Math.abs(memory.stabilityDays / state.stability - 1)).toBeLessThan(1e-5);
          expect(memory.difficulty).toBeCloseTo(state.difficulty, 6);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows how the loss changes with each weight (against differences)', () => {
    const random = randomFrom(3);
    const cards = Array.from({ length: 200 }, () => {
      let day = 0;
      return Array.from({ length: 12 }, () => {
        const grade = ([1, 2, 3, 3, 3, 4] as const)[Math.floor(random() * 6)]!;
        day += random() < 0.2 ? 0 : 1 + Math.floor(random() * 25);
        return { day, grade };
      });
    });
    const histories = collectHistories(cards);
    const run = (weights: readonly number[]) => {
      const steps = likelihoodOf(histories, weights, Infinity);
      for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
    };
    const weights = someWeights(11).map((weight, index) => {
      // Away from the bounds, where the loss has a corner.
      const [low, high] = WEIGHT_BOUNDS[index]!;
      return Math.min(high * 0.98, Math.max(low + 0.02 * (high - low), weight));
    });
    const { gradient } = run(weights);
    for (const [index, weight] of weights.entries()) {
      const by = 1e-5 * Math.max(1, weight);
      const moved = (sign: number) => run(weights.map((value, at) => (at === index ? value + sign * by : value))).loss;
      const slope = (moved(1) - moved(-1)) / (2 * by);
      expect(Math.abs(gradient[index]! - slope), `weight ${index}`).toBeLessThan(1e-3 * Math.max(1, Math.abs(slope)));
    }
  });
});
