import { default_w } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { goodDays } from './good-days.ts';

describe('days after answers that are all Good', () => {
  it('are those of the published sequence of FSRS-6', () => {
    expect(goodDays(null, 0.9, 5)).toEqual([2, 11, 46, 163, 498]);
  });

  it('are more for who forgets more slowly, and for a lower target', () => {
    const slow = default_w.map((weight, index) => (index === 2 ? weight * 3 : weight));
    expect(goodDays(slow, 0.9, 1)).toEqual([7]);
    expect(goodDays(null, 0.8, 1)[0]).toBeGreaterThan(2);
  });
});
