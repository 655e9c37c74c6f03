import { createEmptyCard, fsrs, generatorParameters, type Grade as FsrsGrade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Grade } from '../grade.ts';
import { retrievability, review, type Memory } from './schedule.ts';
import { DAY_MS, type StudyClock } from './study-day.ts';

/*
 * Golden numbers of FSRS-6, from the test suites of fsrs-rs (`inference.rs`) and ts-fsrs (`__tests__/FSRS-6.test.ts`):
 * they say that this build of ts-fsrs, and our use of it, is the published model.
 */
const NOON = Date.parse('2026-01-01T12:00+07:00');
const BANGKOK: StudyClock = { utcOffsetMin: 420, rolloverHour: 4 };
/** 1e-4: fsrs-rs counts in 32 bit. */
const DIGITS = 4;

/** Our review() at noon of the days given, whatever the schedule asks for. */
function chain(grades: readonly Grade[], gapDays: readonly number[], retention = 0.9): Memory {
  let now = NOON;
  let memory: Memory | null = null;
  grades.forEach((grade, index) => {
    now += (gapDays[index] ?? 0) * DAY_MS;
    memory = review(memory, grade, now, BANGKOK, { retention });
  });
  return memory as unknown as Memory;
}

/** The same through ts-fsrs alone. */
function fsrsChain(grades: readonly number[], gapDays: readonly number[], shortTerm: boolean) {
  const scheduler = fsrs({ enable_short_term: shortTerm, enable_fuzz: false });
  let now = new Date(Date.UTC(2026, 0, 1, 12));
  let card = createEmptyCard(now);
  grades.forEach((grade, index) => {
    now = new Date(now.getTime() + (gapDays[index] ?? 0) * DAY_MS);
    ({ card } = scheduler.next(card, now, grade as FsrsGrade));
  });
  return card;
}

describe('the FSRS-6 model', () => {
  const GRADES: Grade[] = [1, 3, 3, 3, 3, 3];
  const GAPS = [0, 0, 1, 3, 8, 21];

  it('has the 21 published parameters', () => {
    expect(generatorParameters().w).toEqual([
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
      1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]);
  });

  it('comes to the published stability and difficulty with short-term steps', () => {
    const { stability, difficulty } = fsrsChain(GRADES, GAPS, true);
    expect(stability).toBeCloseTo(53.62691, DIGITS);
    expect(difficulty).toBeCloseTo(6.3574867, DIGITS);
  });

  it('comes to the published stability without them', () => {
    expect(fsrsChain(GRADES, GAPS, false).stability).toBeCloseTo(53.335106, DIGITS);
  });

  it('comes to the same through review()', () => {
    const { stabilityDays, difficulty } = chain(GRADES, GAPS);
    expect(stabilityDays).toBeCloseTo(53.62691, DIGITS);
    expect(difficulty).toBeCloseTo(6.3574867, DIGITS);
  });

  it('comes to the same whatever the hour of the study day, and in every time zone', () => {
    for (const utcOffsetMin of [-660, -180, 0, 345, 840]) {
      for (const hour of [0, 7.5, 15, 23.9]) {
        const clock = { utcOffsetMin, rolloverHour: 4 };
        const dayStart = Date.UTC(2026, 0, 1, 4) - utcOffsetMin * 60_000;
        let now = dayStart + hour * 3_600_000;
        let memory: Memory | null = null;
        GRADES.forEach((grade, index) => {
          now += (GAPS[index] ?? 0) * DAY_MS;
          memory = review(memory, grade, now, clock, { retention: 0.9 });
        });
        expect((memory as unknown as Memory).stabilityDays).toBeCloseTo(53.62691, DIGITS);
      }
    }
  });

  it('begins with the published stability and difficulty for each first grade', () => {
    const first = ([1, 2, 3, 4] as const).map((grade) => chain([grade], [0]));
    const stability = [0.212, 1.2931, 2.3065, 8.2956];
    const difficulty = [6.4133, 5.11217071, 2.11810397, 1];
    first.forEach((memory, index) => {
      expect(memory.stabilityDays).toBeCloseTo(stability[index] ?? NaN, 8);
      expect(memory.difficulty).toBeCloseTo(difficulty[index] ?? NaN, 8);
    });
  });

  it('goes through the published history of intervals when every card is answered when it is due', () => {
    const grades: Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    const intervals: number[] = [];
    let memory: Memory | null = null;
    let now = NOON;
    for (const grade of grades) {
      memory = review(memory, grade, now, BANGKOK, { retention: 0.9 });
      intervals.push(memory.intervalDays);
      now = Math.max(memory.due, now);
    }
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('makes the interval for 90 % the stability itself', () => {
    const model = fsrs({ enable_fuzz: false });
    expect(model.next_interval(121.01552, 0)).toBe(121);
    expect(121.01552 * model.calculate_interval_modifier(0.9)).toBeCloseTo(121.01551, DIGITS);
  });

  it.each([
    [0.95, 40],
    [0.97, 22],
  ])('makes the interval of a stability of 100 days for %d to %d days', (retention, days) => {
    expect(Math.round(100 * fsrs({}).calculate_interval_modifier(retention))).toBe(days);
  });

  it('forgets along the published curve (stability 1 day, decay 0.2)', () => {
    const w = [...generatorParameters().w.slice(0, 20), 0.2];
    const model = fsrs({ w });
    const recall = [0, 1, 2, 3].map((days) => model.forgetting_curve(days, 1));
    [1, 0.9, 0.84028935, 0.7985001].forEach((value, days) => expect(recall[days]).toBeCloseTo(value, 6));
  });

  it('retrievability() is the curve with w20 = 0.1542, over fractions of a day', () => {
    const memory = chain([4], [0]);
    const factor = 0.9 ** (-1 / 0.1542) - 1;
    for (const days of [0, 0.25, 1, 8.2956, 100, 10_000]) {
      const expected = (1 + (factor * days) / memory.stabilityDays) ** -0.1542;
      expect(retrievability(memory, memory.lastReview + days * DAY_MS, null)).toBeCloseTo(expected, 6);
    }
  });
});
