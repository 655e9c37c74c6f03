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

/** The instant (epoch ms) at which a study day begins. */
export function startOfStudyDay(day: number, clock: StudyClock): number {
  return day * DAY_MS - shift(clock);
}

/** Minutes east of UTC at an instant (epoch ms), in a zone that may have summer time. */
export type OffsetAt = (at: number) => number;

/**
 * The instant (epoch ms) at which a study day begins in a zone: the first at which its clocks show the day. Where they skip the
 * hour it is the moment they are put forward; where they show it twice, the first after which they do not fall behind it again.
 */
export function startOfStudyDayIn(day: number, rolloverHour: number, offsetAt: OffsetAt): number {
  const near = day * DAY_MS + rolloverHour * HOUR - offsetAt(day * DAY_MS) * MINUTE;
  const offsets = [offsetAt(near - DAY_MS), offsetAt(near + DAY_MS)];
  const [early, late] = offsets
    .map((utcOffsetMin) => startOfStudyDay(day, { utcOffsetMin, rolloverHour }))
    .sort((a, b) => a - b) as [number, number];
  return studyDay(early, { utcOffsetMin: offsetAt(early), rolloverHour }) >= day ? early : late;
}

/** An instant moved so that whole UTC days of the result are study days: ts-fsrs counts UTC days. */
export function toStudyTime(at: number, clock: StudyClock): number {
  return at + shift(clock);
}
