import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, startOfStudyDay, studyDay, toStudyTime, type StudyClock } from './study-day.ts';

const at = (iso: string) => Date.parse(iso);
const day = (iso: string) => Date.parse(`${iso}T00:00Z`) / DAY_MS;
const BANGKOK: StudyClock = { utcOffsetMin: 420, rolloverHour: 4 };
const SAO_PAULO: StudyClock = { utcOffsetMin: -180, rolloverHour: 4 };

describe('studyDay', () => {
  it.each([
    ['an evening in Bangkok', '2026-01-01T23:00+07:00', BANGKOK, '2026-01-01'],
    ['the night after it, before four', '2026-01-02T03:59:59.999+07:00', BANGKOK, '2026-01-01'],
    ['four in the morning', '2026-01-02T04:00+07:00', BANGKOK, '2026-01-02'],
    ['the morning, which UTC still counts as the day before', '2026-01-02T06:30+07:00', BANGKOK, '2026-01-02'],
    ['west of UTC, when UTC is a day ahead', '2026-01-01T22:00-03:00', SAO_PAULO, '2026-01-01'],
    ['west of UTC, before four', '2026-01-02T03:59-03:00', SAO_PAULO, '2026-01-01'],
    [
      'rollover at midnight, just before',
      '2026-01-01T23:59:59.999+07:00',
      { utcOffsetMin: 420, rolloverHour: 0 },
      '2026-01-01',
    ],
    ['rollover at midnight', '2026-01-02T00:00+07:00', { utcOffsetMin: 420, rolloverHour: 0 }, '2026-01-02'],
    [
      'rollover at 23, an hour before midnight',
      '2026-01-01T23:00+07:00',
      { utcOffsetMin: 420, rolloverHour: 23 },
      '2026-01-01',
    ],
    ['rollover at 23, just before', '2026-01-01T22:59+07:00', { utcOffsetMin: 420, rolloverHour: 23 }, '2025-12-31'],
    ['an offset of half an hour', '2026-01-02T04:00+05:30', { utcOffsetMin: 330, rolloverHour: 4 }, '2026-01-02'],
    ['the first day of all', '1970-01-01T00:00-11:00', { utcOffsetMin: -660, rolloverHour: 4 }, '1969-12-31'],
    ['a leap day', '2024-02-29T12:00+07:00', BANGKOK, '2024-02-29'],
  ])('%s: %s', (_what, instant, clock, expected) => {
    expect(studyDay(at(instant), clock)).toBe(day(expected));
  });

  it('counts each study day once where summer time begins and ends (the offset changes at night)', () => {
    const winter: StudyClock = { utcOffsetMin: 60, rolloverHour: 4 };
    const summer: StudyClock = { utcOffsetMin: 120, rolloverHour: 4 };
    const saturday = studyDay(at('2026-03-28T20:00+01:00'), winter);
    expect(studyDay(at('2026-03-29T03:30+02:00'), summer)).toBe(saturday);
    expect(studyDay(at('2026-03-29T04:00+02:00'), summer)).toBe(saturday + 1);
    const autumn = studyDay(at('2026-10-24T20:00+02:00'), summer);
    expect(studyDay(at('2026-10-25T03:59+01:00'), winter)).toBe(autumn);
    expect(studyDay(at('2026-10-25T04:00+01:00'), winter)).toBe(autumn + 1);
  });
});

describe('study days', () => {
  const clocks = fc.record({
    utcOffsetMin: fc.integer({ min: -12 * 60, max: 14 * 60 }),
    rolloverHour: fc.integer({ min: 0, max: 23 }),
  });
  const instants = fc.integer({ min: 0, max: at('2100-01-01T00:00Z') });

  it('begin where the day before ends, and hold every instant exactly once', () => {
    fc.assert(
      fc.property(instants, clocks, (instant, clock) => {
        const today = studyDay(instant, clock);
        const start = startOfStudyDay(today, clock);
        expect(start).toBeLessThanOrEqual(instant);
        expect(start + DAY_MS).toBe(startOfStudyDay(today + 1, clock));
        expect(start + DAY_MS).toBeGreaterThan(instant);
        expect(studyDay(start, clock)).toBe(today);
        expect(studyDay(start - 1, clock)).toBe(today - 1);
      }),
    );
  });

  it('are the UTC days of study time', () => {
    fc.assert(
      fc.property(instants, clocks, (instant, clock) => {
        expect(Math.floor(toStudyTime(instant, clock) / DAY_MS)).toBe(studyDay(instant, clock));
      }),
    );
  });
});
