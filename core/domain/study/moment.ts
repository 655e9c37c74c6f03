import type { CardState } from '../progress.ts';
import { startOfStudyDayIn, studyDay, type OffsetAt, type StudyClock } from './study-day.ts';

/** One moment as the study rules see it. */
export interface Moment {
  /** Epoch ms. */
  readonly now: number;
  readonly clock: StudyClock;
  /** The study day `now` belongs to. */
  readonly today: number;
  /** When the next study day begins, epoch ms. */
  readonly endOfToday: number;
  /** When any study day begins, epoch ms, by the offset this zone has then. */
  readonly startOf: (day: number) => number;
}

/** @param offsetAt minutes east of UTC at an instant, where they change with the season */
export function momentAt(now: number, clock: StudyClock, offsetAt: OffsetAt = () => clock.utcOffsetMin): Moment {
  const today = studyDay(now, clock);
  // Asked for every card, and few days are meant.
  const starts = new Map<number, number>();
  const startOf = (day: number) => {
    const start = starts.get(day) ?? startOfStudyDayIn(day, clock.rolloverHour, offsetAt);
    starts.set(day, start);
    return start;
  };
  return { now, clock, today, endOfToday: startOf(today + 1), startOf };
}

/** The hint or near miss that still counts: one of an earlier study day is forgotten. */
export function attemptToday(
  { attempt }: CardState,
  { clock, today }: Pick<Moment, 'clock' | 'today'>,
): 'hint' | 'close' | null {
  return attempt && studyDay(attempt.at, clock) === today ? attempt.what : null;
}

export const isHidden = (
  { suspended, buriedUntilDay }: Pick<CardState, 'suspended' | 'buriedUntilDay'>,
  today: number,
): boolean => suspended || buriedUntilDay > today;
