import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade } from '../grade.ts';
import type { Spread } from './day-choice.ts';
import { isRestDay } from './rest-days.ts';
import { outlooks, preview, review, type Memory, type ScheduleOptions } from './schedule.ts';
import type { StudyClock } from './study-day.ts';

/** Random histories of one card under random options; ten thousand of them in the long run. */
const RUNS = { numRuns: process.env['JAMDAI_LONG'] ? 10_000 : 300 };
const MINUTE = 60_000;
const START = Date.parse('2026-01-01T00:00Z');
const TODAY = Math.floor(START / 86_400_000);

const steps = fc.array(fc.integer({ min: 1, max: 1440 }), { maxLength: 4 });
const weights = fc.option(
  fc
    .array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 21, maxLength: 21 })
    .map((factors) => PUBLISHED.map((weight, i) => weight * factors[i]!)),
);
const PUBLISHED = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const options: fc.Arbitrary<ScheduleOptions> = fc.record({
  retention: fc.integer({ min: 70, max: 97 }).map((percent) => percent / 100),
  learningStepsMin: steps,
  relearningStepsMin: steps,
  maximumIntervalDays: fc.constantFrom(1, 2, 5, 30, 365, 36_500),
  weights,
});
const vacation = fc.tuple(fc.integer({ min: -10, max: 900 }), fc.nat(40)).map(([from, days]) => ({
  from: TODAY + from,
  to: TODAY + from + days,
}));
const rest = fc.record({
  easyDays: fc.uniqueArray(fc.nat(6), { maxLength: 6 }),
  vacations: fc.array(vacation, { maxLength: 3 }),
});
const history = fc.record({
  clock: fc.record({ utcOffsetMin: fc.integer({ min: -720, max: 840 }), rolloverHour: fc.nat(23) }),
  options,
  rest,
  isFuzzed: fc.boolean(),
  loads: fc.option(fc.array(fc.nat(200), { minLength: 30, maxLength: 30 })),
  answers: fc.array(
    fc.tuple(
      fc.constantFrom<Grade>(1, 2, 3, 4),
      fc.oneof(fc.integer({ min: 0, max: 60 }), fc.nat(3_000), fc.nat(900_000), fc.constant(null)),
    ),
    { minLength: 1, maxLength: 15 },
  ),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

interface Asked {
  readonly before: Memory | null;
  readonly now: number;
  readonly clock: StudyClock;
  readonly options: ScheduleOptions;
  readonly spread: Spread;
}

/** Every answer of a history, as it was asked; a gap of null: when the card was due. */
function* askedIn({ clock, options: chosen, rest: kept, isFuzzed, loads, answers }: History): Generator<Asked> {
  let memory: Memory | null = null;
  let now = START;
  for (const [grade, gap] of answers) {
    now = gap === null ? Math.max(now, memory?.due ?? now) : now + gap * MINUTE;
    const spread: Spread = {
      seed: isFuzzed ? `card#${memory?.reps ?? 0}` : null,
      loadOn: isFuzzed && loads ? (day) => loads[((day % 30) + 30) % 30]! : null,
      rest: kept,
      soonADay: 20,
    };
    yield { before: memory, now, clock, options: chosen, spread };
    memory = review(memory, grade, now, clock, chosen, spread);
  }
}
const always = (check: (asked: Asked) => void) =>
  fc.assert(
    fc.property(history, (one) => {
      for (const asked of askedIn(one)) check(asked);
    }),
    RUNS,
  );
const shown = ({ before, now, clock, options: chosen, spread }: Asked) => preview(before, now, clock, chosen, spread);

describe('whatever happened before, and whatever was chosen', () => {
  it('Again comes back no later than Hard, that no later than Good, that no later than Easy', () => {
    always((asked) => {
      const all = shown(asked);
      const due = GRADES.map((grade) => all[grade].due);
      expect([...due].sort((a, b) => a - b)).toEqual(due);
      const days = GRADES.map((grade) => all[grade].intervalDays);
      expect([...days].sort((a, b) => a - b)).toEqual(days);
    });
  });

  it('the preview is exactly what answering does', () => {
    always((asked) => {
      const { before, now, clock, options: chosen, spread } = asked;
      const all = shown(asked);
      for (const grade of GRADES) expect(review(before, grade, now, clock, chosen, spread)).toEqual(all[grade]);
    });
  });

  it('after a pass in review the interval is never shorter than before, but for the maximum', () => {
    always((asked) => {
      const { before, options: chosen } = asked;
      if (before?.phase !== 'review') return;
      const all = shown(asked);
      for (const grade of [2, 3, 4] as const) {
        const atLeast = Math.min(before.intervalDays, chosen.maximumIntervalDays!);
        const { intervalDays } = all[grade];
        // Where the maximum itself is a rest day, the last day before it is taken.
        const isPushed =
          intervalDays < atLeast && asked.spread.rest.easyDays.length + asked.spread.rest.vacations.length > 0;
        if (isPushed) expect(before.intervalDays).toBeGreaterThanOrEqual(chosen.maximumIntervalDays! - 50);
        else expect(intervalDays).toBeGreaterThanOrEqual(atLeast);
      }
    });
  });

  it('an answer leaves what is shown for its grade, too where days are not spread', () => {
    always(({ before, now, clock, options: chosen }) => {
      const all = outlooks(before, now, clock, chosen);
      for (const grade of GRADES) expect(review(before, grade, now, clock, chosen)).toEqual(all[grade].memory);
    });
  });

  it('no review falls due on a rest day', () => {
    always((asked) => {
      const all = shown(asked);
      for (const grade of GRADES) {
        const { phase, lastDay, intervalDays } = all[grade];
        if (phase === 'review') expect(isRestDay(lastDay + intervalDays, asked.spread.rest)).toBe(false);
      }
    });
  });

  it('no interval is longer than the maximum, where that and the days before it are no rest days', () => {
    always((asked) => {
      const { before, now, clock, options: chosen, spread } = asked;
      const all = outlooks(before, now, clock, chosen, { ...spread, rest: { easyDays: [], vacations: [] } });
      for (const grade of GRADES)
        expect(all[grade].memory.intervalDays).toBeLessThanOrEqual(chosen.maximumIntervalDays!);
    });
  });

  it('in review Hard, Good and Easy are a day apart below the maximum', () => {
    always((asked) => {
      if (asked.before?.phase !== 'review') return;
      const all = shown(asked);
      const most = asked.options.maximumIntervalDays!;
      for (const [worse, better] of [
        [2, 3],
        [3, 4],
      ] as const)
        if (all[worse].intervalDays < most - 50)
          expect(all[better].intervalDays).toBeGreaterThan(all[worse].intervalDays);
    });
  });
});
