import { describe, expect, it } from 'vitest';
import type { DayTotal } from '../progress.ts';
import { streakDays, studiedDays } from './streak.ts';

const TODAY = 20_000;
const total = (reviews: number): DayTotal => ({
  reviews,
  passed: reviews,
  practice: 0,
  dueReviews: 0,
  fresh: 0,
  elapsedMs: 0,
});
/** Days ago on which something was studied. */
const studied = (...ago: number[]) => new Map(ago.map((days) => [TODAY - days, total(3)]));

describe('streakDays', () => {
  it.each([
    ['nothing ever', [], 0],
    ['today only', [0], 1],
    ['yesterday, not yet today', [1], 1],
    ['today and two days before', [0, 1, 2], 3],
    ['three days up to yesterday', [1, 2, 3], 3],
    ['the day before yesterday', [2], 0],
    ['a gap yesterday', [0, 2, 3], 1],
    ['tomorrow, where a clock went back', [-1], 0],
  ])('%s: %j is %i', (_what, ago, days) => {
    expect(streakDays(studied(...ago), TODAY)).toBe(days);
  });

  it('goes on over a vacation, whose days count where they were studied', () => {
    const off = (from: number, to: number) => [{ from: TODAY - from, to: TODAY - to }];
    expect(streakDays(studied(0, 5, 6), TODAY, off(4, 1))).toBe(3);
    expect(streakDays(studied(5, 6), TODAY, off(4, 0))).toBe(2);
    expect(streakDays(studied(0, 3, 6), TODAY, off(5, 1))).toBe(3);
    expect(streakDays(studied(0, 5), TODAY, off(3, 1))).toBe(1);
    expect(streakDays(studied(0), TODAY, off(1e8, 1))).toBe(1);
  });

  it('does not count a day whose answers were all taken back', () => {
    expect(
      streakDays(
        new Map([
          [TODAY, total(0)],
          [TODAY - 1, total(1)],
        ]),
        TODAY,
      ),
    ).toBe(1);
    expect(
      streakDays(
        new Map([
          [TODAY, total(1)],
          [TODAY - 1, total(0)],
          [TODAY - 2, total(1)],
        ]),
        TODAY,
      ),
    ).toBe(1);
  });
});

describe('studiedDays', () => {
  it.each([
    ['nothing ever', [], 0, null],
    ['today only', [0], 1, 0],
    ['sixteen days, and then an absence of forty', Array.from({ length: 16 }, (_, i) => 40 + i), 16, 40],
    ['tomorrow, where a clock went back', [-1], 0, null],
    ['tomorrow and the day before yesterday', [-1, 2], 1, 2],
  ])('%s', (_what, ago, daysStudied, daysSinceStudy) => {
    expect(studiedDays(studied(...ago), TODAY)).toEqual({ daysStudied, daysSinceStudy });
  });
});
