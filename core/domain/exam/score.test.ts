import { describe, expect, it } from 'vitest';
import { scoreOf, withoutLuck } from './score.ts';

describe('the 90 % interval', () => {
  // Values of statsmodels' proportion_confint(k, n, alpha=0.1, method='wilson'), rounded.
  it.each([
    [46, 60, 0.667, 0.8436],
    [0, 10, 0, 0.213],
    [10, 10, 0.787, 1],
    [1, 2, 0.1208, 0.8792],
  ])('of %i right of %i is %f to %f', (right, of, low, high) => {
    const score = scoreOf(right, of);
    expect(score.share).toBe(right / of);
    expect(score.low).toBeCloseTo(low, 2);
    expect(score.high).toBeCloseTo(high, 2);
  });

  it('of nothing asked says nothing', () => {
    expect(scoreOf(0, 0)).toEqual({ right: 0, of: 0, share: 0, low: 0, high: 1 });
  });

  it('refuses more right than were asked', () => {
    expect(() => scoreOf(3, 2)).toThrow(RangeError);
  });
});

it.each([
  [0.25, 0.25, 0],
  [1, 0.25, 1],
  [0.625, 0.25, 0.5],
  [0.1, 0.25, 0],
  [0.4, 0, 0.4],
])('%f right with a chance of %f to guess is %f known', (share, chance, known) => {
  expect(withoutLuck(share, chance)).toBeCloseTo(known, 12);
});
