import { describe, expect, it } from 'vitest';
import { vacationAfter, vacationOn, withoutVacationFrom } from './vacation.ts';

const VACATIONS = [
  { from: 10, to: 14 },
  { from: 12, to: 20 },
  { from: 40, to: 41 },
];

describe('a vacation', () => {
  it('holds its first and its last day; of two that overlap the longer holds', () => {
    expect([9, 10, 13, 20, 21].map((day) => vacationOn(VACATIONS, day)?.to)).toEqual([
      undefined,
      14,
      20,
      20,
      undefined,
    ]);
  });

  it('is announced ahead, the nearest first', () => {
    expect(vacationAfter(VACATIONS, 5, 7)?.from).toBe(10);
    expect(vacationAfter(VACATIONS, 10, 7)?.from).toBe(12);
    expect(vacationAfter(VACATIONS, 21, 7)).toBeNull();
  });

  it('that is ended keeps the days that were off', () => {
    expect(withoutVacationFrom(VACATIONS, 13)).toEqual([
      { from: 10, to: 12 },
      { from: 12, to: 12 },
      { from: 40, to: 41 },
    ]);
    expect(withoutVacationFrom(VACATIONS, 40)).toEqual(VACATIONS.slice(0, 2));
    expect(withoutVacationFrom(VACATIONS, 30)).toBeNull();
  });
});
