import { describe, expect, it } from 'vitest';
import { forgettingOf } from '../plan/forgetting.ts';
import { simulate, type FreshCard, type ScheduledCard, type SimulatedHabits } from './simulate.ts';

const HABITS: SimulatedHabits = {
  today: 20_000,
  days: 365,
  newPerDay: 20,
  reviewsPerDay: 9_999,
  retention: 0.9,
  maximumIntervalDays: 36_500,
  forgetting: forgettingOf(null),
  seed: 1,
};
const freshCards = (count: number): FreshCard[] =>
  Array.from({ length: count }, () => ({ firstMs: 30_000, ms: 10_000, missedMs: 8_000 }));
const known = (count: number, change: Partial<ScheduledCard> = {}): ScheduledCard[] =>
  Array.from({ length: count }, (_, at) => ({
    stabilityDays: 10,
    difficulty: 5,
    lastDay: 19_990,
    dueDay: 20_000 + (at % 10),
    ms: 10_000,
    missedMs: 8_000,
    ...change,
  }));

function run(cards: readonly ScheduledCard[], fresh: readonly FreshCard[], change: Partial<SimulatedHabits> = {}) {
  const steps = simulate(cards, fresh, { ...HABITS, ...change });
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('the simulator', () => {
  it('is the same for the same seed, and another for another', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => run([], freshCards(300), { days: 60, seed }));
    expect(a).toEqual(b);
    expect(a!.reviews).not.toEqual(c!.reviews);
  });

  it('learns so many new cards a day until there are none', () => {
    const { fresh } = run([], freshCards(50), { days: 4 });
    expect([...fresh]).toEqual([20, 20, 10, 0]);
  });

  it('passes about as many reviews as the retention asks for', () => {
    // What is missed costs a known time, so the share of missed ones follows from the minutes.
    const { minutes, reviews, fresh } = run([], freshCards(2_000), { newPerDay: 10, retention: 0.85 });
    const missed = (sum(minutes) * 60_000 - sum(reviews) * 10_000 - sum(fresh) * 30_000) / 8_000 / sum(reviews);
    expect(missed).toBeGreaterThan(0.12);
    expect(missed).toBeLessThan(0.19);
  });

  it('asks less for a lower retention, and less is remembered', () => {
    const [high, low] = [0.95, 0.8].map((retention) => run([], freshCards(2_000), { retention }));
    expect(sum(low!.minutes)).toBeLessThan(0.7 * sum(high!.minutes));
    expect(low!.remembered.at(-1)).toBeLessThan(high!.remembered.at(-1)!);
    expect(high!.remembered.at(-1)).toBeLessThanOrEqual(2_000);
  });

  it('leaves over what is above the limit of a day, and works it off', () => {
    const { reviews, left } = run(known(100, { dueDay: 19_995, stabilityDays: 30_000 }), [], {
      days: 10,
      reviewsPerDay: 30,
    });
    expect([...reviews.slice(0, 3)]).toEqual([30, 30, 30]);
    expect([...left.slice(0, 3)]).toEqual([70, 40, 10]);
    expect([...reviews.slice(3, 6)]).toEqual([10, 0, 0]);
  });

  it('begins with the cards as they are: asked on their days, with their recall', () => {
    const { reviews, remembered, recall } = run(known(100), [], { days: 1 });
    expect(reviews[0]).toBe(10);
    const recallThen = HABITS.forgetting.recallAfter(10, 10);
    expect(remembered[0]).toBeCloseTo(90 * recallThen + 10, 6);
    expect(recall[0]).toBeGreaterThan(0.9);
    expect(recall[1]).toBeCloseTo(HABITS.forgetting.recallAfter(10, 11), 12);
  });

  it('keeps the longest interval', () => {
    const { reviews } = run(known(10, { stabilityDays: 5_000, dueDay: 20_000 }), [], {
      days: 40,
      maximumIntervalDays: 10,
    });
    // Day 0, then about every tenth.
    expect(sum(reviews)).toBeGreaterThanOrEqual(36);
  });

  it('knows nothing of what was not begun', () => {
    const { recall } = run([], freshCards(30), { days: 1 });
    expect([...recall].filter((share) => share > 0.8)).toHaveLength(20);
    expect([...recall].filter((share) => share === 0)).toHaveLength(10);
  });
});
