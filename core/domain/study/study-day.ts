const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY_MS = 24 * HOUR;

/** Where and how the learner counts days. */
export interface StudyClock {
  /** Minutes east of UTC (Bangkok: 420). */
  readonly utcOffsetMin: number;
  /** Hour of the local day at which a new study day begins, 0 to 23; late-night study belongs to the day before. */
  readonly rolloverHour: number;
}

const shift = ({ utcOffsetMin, rolloverHour }: StudyClock) => utcOffsetMin * MINUTE - rolloverHour * HOUR;

/** The study day an instant (epoch ms) belongs to, as days since 1970-01-01 on the learner's calendar. */
export function studyDay(at: number, clock: StudyClock): number {
  return Math.floor((at + shift(clock)) / DAY_MS);
}

/** Hour of the clock at an instant (epoch ms), 0 to 23. */
export function hourOf(at: number, { utcOffsetMin }: Pick<StudyClock, 'utcOffsetMin'>): number {
  return new Date(at + utcOffsetMin * MINUTE).getUTCHours();
}

/** Study day 0, 1970-01-01, was a Thursday. */
const FIRST_WEEKDAY = 4;

/** Day of the week of a study day, 0 (Sunday) to 6. */
export const weekdayOf = (day: number): number => (((day + FIRST_WEEKDAY) % 7) + 7) % 7;

/** The instant (epoch ms) at which a study day begins. */
export function startOfStudyDay(day: number, clock: StudyClock): number {
  return day * DAY_MS - shift(clock);
}

/** Minutes east of UTC at an instant (epoch ms), in a zone that may have summer time. */
export type OffsetAt = (at: number) => number;

/**
 * The instant (epoch ms) at which a study day begins in a zone: the first at which its clocks show the day. Where they are put
 * forward over that hour, it is the moment when they are.
 */
export function startOfStudyDayIn(day: number, rolloverHour: number, offsetAt: OffsetAt): number {
  const near = day * DAY_MS + rolloverHour * HOUR - offsetAt(day * DAY_MS) * MINUTE;
  const offsets = [offsetAt(near - DAY_MS), offsetAt(near + DAY_MS)];
  const [early, late] = offsets
    .map((utcOffsetMin) => startOfStudyDay(day, { utcOffsetMin, rolloverHour }))
    .sort((a, b) => a - b) as [number, number];
  const hasBegun = (at: number) => studyDay(at, { utcOffsetMin: offsetAt(at), rolloverHour }) >= day;
  if (hasBegun(early)) return early;
  // The clocks change once between the two: the day begins then, or with the later one.
  let [before, begun] = [early, late];
  while (begun - before > 1) {
    const middle = Math.floor((before + begun) / 2);
    if (hasBegun(middle)) begun = middle;
    else before = middle;
  }
  return begun;
}

/** An instant moved so that whole UTC days of the result are study days: ts-fsrs counts UTC days. */
export function toStudyTime(at: number, clock: StudyClock): number {
  return at + shift(clock);
}
