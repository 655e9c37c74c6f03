import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade } from '../grade.ts';
import { preview, retrievability, review, type Memory } from './schedule.ts';
import { DAY_MS, startOfStudyDay, studyDay, type StudyClock } from './study-day.ts';

const BANGKOK: StudyClock = { utcOffsetMin: 420, rolloverHour: 4 };
const OPTIONS = { retention: 0.9 };
const MINUTE = 60_000;
const at = (iso: string) => Date.parse(iso);

/** The memory after grades given one after the other: `[grade, instant]`. */
function after(answers: readonly (readonly [Grade, number])[], clock = BANGKOK, retention = 0.9): Memory {
  const memory = answers.reduce<Memory | null>(
    (before, [grade, now]) => review(before, grade, now, clock, { retention }),
    null,
  );
  if (!memory) throw new Error('no answer given');
  return memory;
}

describe('review', () => {
  const noon = at('2026-01-01T12:00+07:00');

  it('puts a new card into the steps: Again 1 min, Hard 6 min, Good 10 min, Easy days', () => {
    const outcome = preview(null, noon, BANGKOK, OPTIONS);
    expect(GRADES.map((grade) => outcome[grade].phase)).toEqual(['learning', 'learning', 'learning', 'review']);
    expect(GRADES.slice(0, 3).map((grade) => outcome[grade].due - noon)).toEqual([1 * MINUTE, 6 * MINUTE, 10 * MINUTE]);
    expect(outcome[4].due).toBe(startOfStudyDay(studyDay(noon, BANGKOK) + 8, BANGKOK));
    expect(outcome[4].intervalDays).toBe(8);
  });

  it('leaves the steps on the second Good', () => {
    const once = review(null, 3, noon, BANGKOK, OPTIONS);
    expect(once).toMatchObject({ phase: 'learning', step: 1, reps: 1, intervalDays: 0 });
    const twice = review(once, 3, once.due, BANGKOK, OPTIONS);
    expect(twice).toMatchObject({ phase: 'review', reps: 2, lapses: 0 });
    expect(twice.intervalDays).toBeGreaterThanOrEqual(1);
  });

  it('counts a night in Bangkok as a day, though UTC sees the same date', () => {
    const evening = at('2026-01-01T23:00+07:00');
    const morning = at('2026-01-02T06:30+07:00');
    const learned = review(null, 4, evening, BANGKOK, OPTIONS);
    const nextDay = review(learned, 3, morning, BANGKOK, OPTIONS);
    const sameNight = review(learned, 3, at('2026-01-02T03:30+07:00'), BANGKOK, OPTIONS);
    // A review on another day strengthens the memory more than one on the same day.
    expect(nextDay.stabilityDays).toBeGreaterThan(sameNight.stabilityDays);
    expect(nextDay).toEqual(review(learned, 3, at('2026-01-02T06:30+07:00'), BANGKOK, OPTIONS));
    const noonTwin = review(review(null, 4, noon, BANGKOK, OPTIONS), 3, noon + DAY_MS, BANGKOK, OPTIONS);
    expect(nextDay.stabilityDays).toBe(noonTwin.stabilityDays);
  });

  it('makes a card due when its study day begins, wherever in the day the answer was given', () => {
    const dayStart = startOfStudyDay(studyDay(noon, BANGKOK), BANGKOK);
    for (const answered of [dayStart, noon, dayStart + DAY_MS - 1]) {
      expect(review(null, 4, answered, BANGKOK, OPTIONS).due).toBe(dayStart + 8 * DAY_MS);
    }
  });

  it('forgets into the relearning step and counts the lapse', () => {
    const known = review(null, 4, noon, BANGKOK, OPTIONS);
    const forgotten = review(known, 1, known.due, BANGKOK, OPTIONS);
    expect(forgotten).toMatchObject({ phase: 'relearning', lapses: 1, intervalDays: 0, due: known.due + 10 * MINUTE });
    expect(forgotten.stabilityDays).toBeLessThan(known.stabilityDays);
    const again = review(forgotten, 3, forgotten.due, BANGKOK, OPTIONS);
    expect(again).toMatchObject({ phase: 'review', lapses: 1 });
  });

  it('counts no lapse while a card is in the learning steps', () => {
    expect(
      after([
        [1, noon],
        [1, noon + MINUTE],
        [1, noon + 2 * MINUTE],
      ]),
    ).toMatchObject({ phase: 'learning', lapses: 0, reps: 3 });
  });

  it('takes an answer of a clock that went back as given at the last one', () => {
    const known = review(null, 4, noon, BANGKOK, OPTIONS);
    for (const back of [1, DAY_MS, 30 * DAY_MS, noon]) {
      expect(review(known, 3, noon - back, BANGKOK, OPTIONS)).toEqual(review(known, 3, noon, BANGKOK, OPTIONS));
    }
  });

  it('holds when the learner travels or changes the rollover between two answers', () => {
    const known = review(null, 3, noon, BANGKOK, OPTIONS);
    for (const clock of [
      { utcOffsetMin: -480, rolloverHour: 4 },
      { utcOffsetMin: 840, rolloverHour: 23 },
      { utcOffsetMin: 420, rolloverHour: 13 },
    ]) {
      const next = review(known, 3, noon + 10 * MINUTE, clock, OPTIONS);
      expect(next.due).toBe(startOfStudyDay(studyDay(noon + 10 * MINUTE, clock) + next.intervalDays, clock));
    }
  });

  it('counts the days since the last answer as they were counted then, and never less than none', () => {
    const evening = at('2026-01-01T23:30+07:00');
    const known = review(null, 4, evening, BANGKOK, OPTIONS);
    expect(known.lastDay).toBe(studyDay(evening, BANGKOK));
    const berlin = { utcOffsetMin: 60, rolloverHour: 4 };
    // 1 January in Bangkok, 2 January in Berlin: one day, though Berlin's own clock shows the first answer on 1 January as well.
    const dayLater = review(known, 3, at('2026-01-02T12:00+01:00'), berlin, OPTIONS);
    expect(dayLater.stabilityDays).toBe(review(known, 3, at('2026-01-02T12:00+07:00'), BANGKOK, OPTIONS).stabilityDays);
    // After 5 in the morning by the old hour it is 2 January; by the new one still the first: none has passed.
    const early = at('2026-01-02T05:00+07:00');
    const lateRollover = review(known, 3, early, { ...BANGKOK, rolloverHour: 6 }, OPTIONS);
    expect(lateRollover.stabilityDays).toBe(review(known, 3, evening, BANGKOK, OPTIONS).stabilityDays);
    expect(review(known, 3, early, BANGKOK, OPTIONS).stabilityDays).toBeGreaterThan(lateRollover.stabilityDays);
    // Flown west over midnight: the day of the last answer has not come there yet.
    const morning = review(null, 4, early, BANGKOK, OPTIONS);
    const hawaii = review(morning, 3, early + 10 * MINUTE, { utcOffsetMin: -600, rolloverHour: 4 }, OPTIONS);
    expect(hawaii.stabilityDays).toBe(lateRollover.stabilityDays);
    expect(hawaii.lastDay).toBe(morning.lastDay - 1);
  });

  it('never goes beyond 36 500 days', () => {
    let memory = review(null, 4, noon, BANGKOK, { retention: 0.7 });
    for (let turn = 0; turn < 12; turn += 1) memory = review(memory, 4, memory.due, BANGKOK, { retention: 0.7 });
    expect(memory.intervalDays).toBe(36_500);
  });

  it('brings a card back sooner for a higher desired retention', () => {
    const intervals = [0.7, 0.8, 0.9, 0.95, 0.97].map((retention) => {
      const first = review(null, 4, noon, BANGKOK, { retention });
      return review(first, 3, noon + 8 * DAY_MS, BANGKOK, { retention }).intervalDays;
    });
    expect([...intervals].sort((a, b) => b - a)).toEqual(intervals);
    expect(new Set(intervals).size).toBe(intervals.length);
  });
});

describe('whatever happened before', () => {
  const clocks = fc.record({
    utcOffsetMin: fc.integer({ min: -720, max: 840 }),
    rolloverHour: fc.integer({ min: 0, max: 23 }),
  });
  const grades = fc.constantFrom<Grade>(1, 2, 3, 4);
  /** Minutes from one answer to the next: within the steps, days, years; also back. */
  const gaps = fc.oneof(
    fc.integer({ min: -3_000, max: 30 }),
    fc.integer({ min: 0, max: 3_000 }),
    fc.integer({ min: 0, max: 3_000_000 }),
  );
  const histories = fc.record({
    clock: clocks,
    retention: fc.double({ min: 0.7, max: 0.97, noNaN: true }).map((value) => Math.round(value * 100) / 100),
    start: fc.integer({ min: at('2000-01-01T00:00Z'), max: at('2040-01-01T00:00Z') }),
    answers: fc.array(fc.tuple(grades, gaps), { minLength: 1, maxLength: 12 }),
    gap: gaps,
  });
  type History = typeof histories extends fc.Arbitrary<infer T> ? T : never;
  const replay = ({ clock, retention, start, answers, gap }: History) => {
    let now = start;
    let memory: Memory | null = null;
    for (const [grade, minutes] of answers) {
      memory = review(memory, grade, now, clock, { retention });
      now = Math.max(0, now + minutes * MINUTE);
    }
    return { memory: memory as Memory, now: Math.max(0, now + gap * MINUTE), clock, options: { retention } };
  };

  it('the preview is exactly what answering does', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { memory, now, clock, options } = replay(history);
        const shown = preview(memory, now, clock, options);
        for (const grade of GRADES) expect(review(memory, grade, now, clock, options)).toEqual(shown[grade]);
      }),
    );
  });

  it('a better grade never brings the card back sooner', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { memory, now, clock, options } = replay(history);
        const shown = preview(memory, now, clock, options);
        // A step that crosses the rollover may end after a day that has only minutes left: steps and days are compared apart.
        const waits = GRADES.map((grade) => shown[grade]);
        const days = waits.map(({ intervalDays }) => intervalDays);
        const steps = waits.filter(({ intervalDays }) => intervalDays === 0).map(({ due }) => due);
        expect([...days].sort((a, b) => a - b)).toEqual(days);
        expect([...steps].sort((a, b) => a - b)).toEqual(steps);
      }),
    );
  });

  it('a card is never due before now, nor before its last answer', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { memory, now, clock, options } = replay(history);
        for (const grade of GRADES) {
          const next = review(memory, grade, now, clock, options);
          expect(next.lastReview).toBe(Math.max(now, memory.lastReview));
          expect(next.due).toBeGreaterThan(next.lastReview);
        }
      }),
    );
  });

  it('a card due after days is due when a study day begins', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { memory, now, clock, options } = replay(history);
        for (const grade of GRADES) {
          const next = review(memory, grade, now, clock, options);
          expect(next.intervalDays > 0).toBe(next.phase === 'review');
          if (next.intervalDays === 0) continue;
          expect(next.due).toBe(startOfStudyDay(studyDay(next.due, clock), clock));
          expect(studyDay(next.due, clock) - studyDay(next.lastReview, clock)).toBe(next.intervalDays);
        }
      }),
    );
  });

  it('difficulty stays within 1 to 10 and stability above 0', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { memory, now, clock, options } = replay(history);
        for (const grade of GRADES) {
          const next = review(memory, grade, now, clock, options);
          expect(next.difficulty).toBeGreaterThanOrEqual(1);
          expect(next.difficulty).toBeLessThanOrEqual(10);
          expect(next.stabilityDays).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('after as many days as its stability, recall is 90 %; before more, later less', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { memory } = replay(history);
        const stable = memory.lastReview + memory.stabilityDays * DAY_MS;
        expect(retrievability(memory, stable, null)).toBeCloseTo(0.9, 6);
        expect(retrievability(memory, memory.lastReview, null)).toBe(1);
        expect(retrievability(memory, memory.lastReview - DAY_MS, null)).toBe(1);
        expect(retrievability(memory, stable + 1000 * DAY_MS, null)).toBeLessThan(0.9);
      }),
    );
  });

  it('nothing is changed in place', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { memory, now, clock, options } = replay(history);
        const frozen = Object.freeze({ ...memory });
        preview(frozen, now, clock, options);
        expect(frozen).toEqual(memory);
      }),
    );
  });
});
