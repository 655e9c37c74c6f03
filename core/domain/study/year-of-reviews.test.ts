import { describe, expect, it } from 'vitest';
import { isRestDay, NO_REST } from './rest-days.ts';
import { FIRST_DAY, yearOfReviews } from './year-of-reviews.fixture.ts';

const WARM_UP = 90;
const LEARNERS = process.env['JAMDAI_LONG'] ? ['a', 'b', 'c', 'd', 'e', 'f'] : ['a', 'b'];
/** Days on either side of one whose mean is what is usual then: a collection that grows has more to do every week. */
const NEAR = 14;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation of the daily load against what is usual at the time, rest days and the first weeks left out. */
function unevenness(loads: readonly number[], isOpen: (day: number) => boolean): number {
  const open = loads.flatMap((load, i) => (isOpen(FIRST_DAY + i) ? [{ load, i }] : []));
  const off = open
    .filter(({ i }) => i >= WARM_UP && i < loads.length - NEAR)
    .map(({ load, i }) => load - mean(open.filter((one) => Math.abs(one.i - i) <= NEAR).map((one) => one.load)));
  return Math.sqrt(mean(off.map((value) => value ** 2)));
}

describe('a year of 20 new cards a day', () => {
  const rest = { easyDays: [0], vacations: [{ from: FIRST_DAY + 200, to: FIRST_DAY + 206 }] };
  const isOpen = (day: number) => !isRestDay(day, rest);

  it('has no review on an easy day or in a vacation, balanced or not', () => {
    for (const balanced of [true, false]) {
      const loads = yearOfReviews('kept free', rest, balanced);
      expect(loads.filter((load, i) => load > 0 && !isOpen(FIRST_DAY + i))).toEqual([]);
      expect(loads.filter((load) => load > 0).length).toBeGreaterThan(290);
    }
  }, 120_000);

  it('is at most half as uneven where reviews are balanced', () => {
    for (const seed of LEARNERS) {
      const of = (isBalanced: boolean) => unevenness(yearOfReviews(seed, NO_REST, isBalanced), () => true);
      expect(of(true), `learner ${seed}`).toBeLessThanOrEqual(of(false) / 2);
    }
  }, 120_000);

  it.each([[[0]], [[3]], [[0, 6]]])(
    'is at most half as uneven with the days %j of each week kept free, against the same year without balancing',
    (easyDays) => {
      const rest = { easyDays, vacations: [] };
      for (const seed of LEARNERS) {
        const of = (isBalanced: boolean) =>
          unevenness(yearOfReviews(seed, rest, isBalanced), (day) => !isRestDay(day, rest));
        expect(of(true), `learner ${seed}`).toBeLessThanOrEqual(of(false) / 2);
      }
    },
    120_000,
  );
});
