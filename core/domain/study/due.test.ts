import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grade } from '../grade.ts';
import { daysUntilDue, dueAt, isDueToday } from './due.ts';
import { momentAt } from './moment.ts';
import { keptOf, rememberedBy, review, type Memory } from './schedule.ts';
import { DAY_MS, studyDay, type OffsetAt } from './study-day.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Minutes east of UTC in a named zone, as the system's tables have it. */
function zone(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? ['', '+', '0', '0'];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

const momentIn = (offsetAt: OffsetAt, at: number, rolloverHour = 4) =>
  momentAt(at, { utcOffsetMin: offsetAt(at), rolloverHour }, offsetAt);

/** A card answered Good twice, the second time at `at`: in review, some days ahead, as its event keeps and gives it back. */
function answered(offsetAt: OffsetAt, at: number, rolloverHour = 4): Memory {
  const [first, second] = [at - 10 * MINUTE, at].map((now) => momentIn(offsetAt, now, rolloverHour)) as [
    ReturnType<typeof momentAt>,
    ReturnType<typeof momentAt>,
  ];
  const once = review(null, 3, first.now, first.clock, { retention: 0.9 });
  const twice = review(once, 3, second.now, second.clock, { retention: 0.9 });
  return rememberedBy(keptOf(twice), second.clock);
}

describe('a card in review is due on a study day, and never before', () => {
  const bangkok = zone('Asia/Bangkok');
  const evening = Date.parse('2026-03-10T22:00+07:00');

  it('after the rollover hour was changed from 4 to 5: at 4:30 it is still the day before', () => {
    const memory = answered(bangkok, evening);
    expect(memory.intervalDays).toBe(2);
    const dawn = Date.parse('2026-03-12T04:30+07:00');
    expect(isDueToday(memory, momentIn(bangkok, dawn, 4))).toBe(true);
    expect(isDueToday(memory, momentIn(bangkok, dawn, 5))).toBe(false);
    expect(isDueToday(memory, momentIn(bangkok, dawn + 30 * MINUTE, 5))).toBe(true);
    expect(dueAt(memory, momentIn(bangkok, dawn, 5))).toBe(Date.parse('2026-03-12T05:00+07:00'));
  });

  it('after the journey from Bangkok to UTC+1: on the same date there', () => {
    const memory = answered(bangkok, evening);
    const there: OffsetAt = () => 60;
    // Two days later in Bangkok; there it is 22:30 of the day before.
    expect(isDueToday(memory, momentIn(there, Date.parse('2026-03-12T04:30+07:00')))).toBe(false);
    expect(isDueToday(memory, momentIn(there, Date.parse('2026-03-12T03:59+01:00')))).toBe(false);
    expect(isDueToday(memory, momentIn(there, Date.parse('2026-03-12T04:00+01:00')))).toBe(true);
    expect(dueAt(memory, momentIn(there, evening))).toBe(Date.parse('2026-03-12T04:00+01:00'));
  });

  it('over the end of summer time in Berlin: not an hour early', () => {
    const berlin = zone('Europe/Berlin');
    const memory = answered(berlin, Date.parse('2026-10-23T20:00+02:00'));
    expect(memory.intervalDays).toBe(2);
    const before = momentIn(berlin, Date.parse('2026-10-25T03:30+01:00'));
    expect(isDueToday(memory, before)).toBe(false);
    expect(before.endOfToday).toBe(Date.parse('2026-10-25T04:00+01:00'));
    expect(dueAt(memory, before)).toBe(Date.parse('2026-10-25T04:00+01:00'));
    expect(isDueToday(memory, momentIn(berlin, Date.parse('2026-10-25T04:00+01:00')))).toBe(true);
  });

  it('over the start of summer time in New York: not an hour late', () => {
    const newYork = zone('America/New_York');
    const memory = answered(newYork, Date.parse('2026-03-06T20:00-05:00'));
    expect(memory.intervalDays).toBe(2);
    const before = momentIn(newYork, Date.parse('2026-03-08T03:59-04:00'));
    expect(isDueToday(memory, before)).toBe(false);
    expect(before.endOfToday).toBe(Date.parse('2026-03-08T04:00-04:00'));
    expect(isDueToday(memory, momentIn(newYork, Date.parse('2026-03-08T04:00-04:00')))).toBe(true);
    // The hour in which the day would begin is left out: it begins with the next one.
    const atTwo = momentIn(newYork, Date.parse('2026-03-07T12:00-05:00'), 2);
    expect(atTwo.endOfToday).toBe(Date.parse('2026-03-08T03:00-04:00'));
  });

  it('bug: over clocks that are put forward within the hour of the rollover: with the moment when they are', () => {
    const forward = Date.parse('2026-03-08T00:20Z');
    const zone: OffsetAt = (at) => (at < forward ? -30 : 30);
    const midnight = momentIn(zone, Date.parse('2026-03-07T12:00Z'), 0);
    expect(midnight.endOfToday).toBe(forward);
    expect(momentIn(zone, forward - 1, 0).today).toBe(midnight.today);
    expect(momentIn(zone, forward, 0).today).toBe(midnight.today + 1);
  });

  it('what the event says of the instant decides nothing', () => {
    const memory = { ...answered(bangkok, evening), due: 0 };
    expect(daysUntilDue(memory, momentIn(bangkok, evening))).toBe(2);
    expect(isDueToday(memory, momentIn(bangkok, evening + DAY_MS))).toBe(false);
  });

  it('a learning step ends at its instant, wherever the learner is', () => {
    const step = review(null, 3, evening, { utcOffsetMin: 420, rolloverHour: 4 }, { retention: 0.9 });
    for (const offset of [-720, 0, 840]) {
      const moment = momentIn(() => offset, evening);
      expect([dueAt(step, moment), daysUntilDue(step, moment)]).toEqual([evening + 10 * MINUTE, null]);
    }
  });
});

describe('whatever clock, zone, rollover and season', () => {
  const zones = ['Asia/Bangkok', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'].map(
    (name) => {
      // The tables are slow to ask; an hour is as fine as they are here.
      const [ask, known] = [zone(name), new Map<number, number>()];
      return (at: number) => {
        const hour = Math.floor(at / HOUR);
        if (!known.has(hour)) known.set(hour, ask(hour * HOUR));
        return known.get(hour)!;
      };
    },
  );
  const offsets = fc.oneof(
    fc.constantFrom<OffsetAt>(...zones),
    fc.integer({ min: -720, max: 840 }).map(
      (offset): OffsetAt =>
        () =>
          offset,
    ),
    // Summer time that begins or ends at any instant.
    fc
      .record({ before: fc.integer({ min: -720, max: 780 }), by: fc.constantFrom(-60, 60), on: fc.nat(40 * 24 * 60) })
      .map(
        ({ before, by, on }): OffsetAt =>
          (at) =>
            at < START + on * MINUTE ? before : before + by,
      ),
  );
  const START = Date.parse('2026-03-01T00:00Z');
  const places = fc.record({ offsetAt: offsets, rolloverHour: fc.nat(23) });
  const cases = fc.record({
    at: fc.nat(300 * 24 * 60).map((minutes) => START + minutes * MINUTE),
    place: places,
    later: fc.option(places),
    grade: fc.constantFrom<Grade>(2, 3, 4),
    seen: fc.nat(24 * 60 - 1),
  });

  it('a card with an interval of n days is due on the n-th study day after, from its first to its last minute, never before', () => {
    fc.assert(
      fc.property(cases, ({ at, place, later, grade, seen }) => {
        const then = momentIn(place.offsetAt, at, place.rolloverHour);
        const memory = rememberedBy(
          keptOf(review(null, 4, at - 20 * DAY_MS, then.clock, { retention: 0.9 })),
          then.clock,
        );
        const next = rememberedBy(keptOf(review(memory, grade, at, then.clock, { retention: 0.9 })), then.clock);
        const wanted = studyDay(at, then.clock) + next.intervalDays;
        const here = later ?? place;
        const begin = momentIn(here.offsetAt, at, here.rolloverHour).startOf(wanted);
        const days = [begin - 1, begin, begin + seen * MINUTE, begin - seen * MINUTE].map((now) => {
          const moment = momentIn(here.offsetAt, now, here.rolloverHour);
          return { today: moment.today, isDue: isDueToday(next, moment), inDays: daysUntilDue(next, moment) };
        });
        expect(days).toEqual(days.map(({ today }) => ({ today, isDue: today >= wanted, inDays: wanted - today })));
        expect(days[1]?.today).toBe(wanted);
        expect(days[0]?.today).toBeLessThan(wanted);
      }),
      { numRuns: 10_000 },
    );
  });
});
