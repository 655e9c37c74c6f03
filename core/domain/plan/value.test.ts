import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { retrievability, type Memory } from '../study/schedule.ts';
import { DAY_MS } from '../study/study-day.ts';
import { forgettingOf } from './forgetting.ts';
import { recallPerMinute, recallSaved } from './value.ts';

const forgetting = forgettingOf(null);
const WEIGHTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.5,
];
const trace = (stabilityDays: number, difficulty = 5) => ({ stabilityDays, difficulty });

describe('forgetting for plans', () => {
  it('is that of the scheduler', () => {
    const memory = { stabilityDays: 12, lastReview: 0 } as Memory;
    for (const days of [0, 0.5, 3, 12, 200])
      expect(forgetting.recallAfter(12, days)).toBeCloseTo(retrievability(memory, days * DAY_MS, null), 6);
    expect(forgetting.daysUntil(12, 0.9)).toBe(12);
    expect(forgetting.daysUntil(0.2, 0.9)).toBe(1);
  });

  it('learns as ts-fsrs does, whatever the weights', () => {
    for (const w of [undefined, WEIGHTS]) {
      const model = new FSRSAlgorithm(generatorParameters(w ? { w } : {}));
      const own = forgettingOf(w ?? null);
      const next = (stability: number, difficulty: number, days: number, grade: number) =>
        model.next_state({ stability, difficulty }, days, grade);
      for (const stability of [0.1, 2.3, 30, 900])
        for (const difficulty of [1, 4.2, 10])
          for (const days of [1, 15, 400]) {
            const good = next(stability, difficulty, days, 3);
            const again = next(stability, difficulty, days, 1);
            const relearned = next(again.stability, again.difficulty, 0, 3);
            const trace = { stabilityDays: stability, difficulty };
            for (const [passed, expected] of [
              [true, good],
              [false, relearned],
            ] as const) {
              const after = own.afterReview(trace, days, passed);
              expect(after.stabilityDays / expected.stability).toBeCloseTo(1, 5);
              expect(after.difficulty).toBeCloseTo(expected.difficulty, 6);
            }
          }
    }
  });

  it('has a mean that many small steps have too', () => {
    const steps = 3000;
    let sum = 0;
    for (let at = 0; at < steps; at += 1) sum += forgetting.recallAfter(7, 4 + ((at + 0.5) * 30) / steps);
    expect(forgetting.meanRecall(7, 4, 34)).toBeCloseTo(sum / steps, 6);
  });

  it('follows the weights it is given', () => {
    expect(forgettingOf(WEIGHTS).recallAfter(10, 100)).toBeLessThan(forgetting.recallAfter(10, 100) - 0.05);
  });
});

describe('what a review saves', () => {
  it('is more the more was forgotten, and next to nothing right after an answer', () => {
    const saved = [0, 2, 10, 40, 100].map((days) => recallSaved(trace(10), days, forgetting));
    expect(saved).toEqual([...saved].sort((a, b) => a - b));
    expect(saved[0]).toBeLessThan(0.08);
    expect(saved[4]).toBeGreaterThan(0.2);
  });

  it('is less for a card that is known for years', () => {
    expect(recallSaved(trace(2000), 20, forgetting)).toBeLessThan(recallSaved(trace(20), 20, forgetting) / 5);
  });

  it('counts for more where it takes less time', () => {
    expect(recallPerMinute(0.2, 10_000)).toBeCloseTo(1.2);
    expect(recallPerMinute(0.2, 20_000)).toBeCloseTo(0.6);
  });
});
