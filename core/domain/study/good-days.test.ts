import { default_w, FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { goodDays } from './good-days.ts';

describe('days after answers that are all Good', () => {
  it('are those that ts-fsrs finds where no day has a second answer', () => {
    const published = new FSRSAlgorithm({});
    let known: FSRSState | null = null;
    let days = 0;
    const expected = Array.from({ length: 5 }, () => {
      known = published.next_state(known, days, 3);
      return (days = published.next_interval(known.stability, days));
    });
    expect(expected).toEqual([2, 11, 46, 163, 497]);
    expect(goodDays(null, 0.9, 5)).toEqual(expected);
  });

  it('are more for who forgets more slowly, and for a lower target', () => {
    const slow = default_w.map((weight, index) => (index === 2 ? weight * 3 : weight));
    expect(goodDays(slow, 0.9, 1)).toEqual([7]);
    expect(goodDays(null, 0.8, 1)[0]).toBeGreaterThan(2);
  });
});
