import { expect, it } from 'vitest';
import { heatWeeks } from './heat-weeks.ts';

it('lays the heat map out in weeks that begin on Monday', () => {
  const MONDAY = 20_780; // 2026-11-23
  const weeks = heatWeeks([
    { day: MONDAY - 1, reviews: 40 },
    { day: MONDAY, reviews: 1 },
  ]);
  expect(weeks.map((week) => week.map((cell) => cell?.level ?? null))).toEqual([
    [null, null, null, null, null, null, 4],
    [1, null, null, null, null, null, null],
  ]);
});
