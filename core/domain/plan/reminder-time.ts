import { DAY_MS, type OffsetAt } from '../study/study-day.ts';

const HOUR_MS = 3_600_000;
/** Someone who wakes the machine so long after the hour is still told. */
const LATE_REMINDER_MS = 2 * HOUR_MS;

/** An hour of the learner's own day. */
interface LocalHour {
  /** Days since 1970-01-01 on the calendar of the place. */
  readonly day: number;
  readonly hour: number;
}
const localHour = (at: number, offsetAt: OffsetAt): LocalHour => {
  const local = at + offsetAt(at) * 60_000;
  return { day: Math.floor(local / DAY_MS), hour: Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS) };
};

/**
 * The chosen hour that has just begun: the last one that began after `since` and no longer than two hours before `now`; null: none. An hour
 * that the clocks skip counts from where they go on; one that they show twice, only the first time.
 * @param hours local hours, 0 to 23
 * @returns names the hour of a day: the same for the same hour, whenever it is asked for
 */
export function reminderBetween(
  since: number,
  now: number,
  hours: readonly number[],
  offsetAt: OffsetAt,
): string | null {
  const from = Math.max(since, now - LATE_REMINDER_MS);
  let found: string | null = null;
  let before = localHour(from, offsetAt);
  for (let at = from; at < now;) {
    // Zones differ by quarters of an hour: each may be the one in which an hour begins.
    at = Math.min(now, (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS);
    const here = localHour(at, offsetAt);
    for (const { day, hour } of hoursFrom(before, here)) if (hours.includes(hour)) found = `${day}/${hour}`;
    if (isAfter(here, before)) before = here;
  }
  return found;
}

const QUARTER_MS = HOUR_MS / 4;
const isAfter = (a: LocalHour, b: LocalHour) => a.day * 24 + a.hour > b.day * 24 + b.hour;

/** The hours that began after one and up to another. */
function hoursFrom(after: LocalHour, to: LocalHour): LocalHour[] {
  const [first, last] = [after.day * 24 + after.hour + 1, to.day * 24 + to.hour];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
    day: Math.floor((first + at) / 24),
    hour: (first + at) % 24,
  }));
}
