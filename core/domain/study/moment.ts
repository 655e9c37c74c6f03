import type { CardState } from '../progress.ts';
import { startOfStudyDay, studyDay, type StudyClock } from './study-day.ts';

/** One moment as the study rules see it. */
export interface Moment {
  /** Epoch ms. */
  readonly now: number;
  readonly clock: StudyClock;
  /** The study day `now` belongs to. */
  readonly today: number;
  /** When the next study day begins, epoch ms. */
  readonly endOfToday: number;
}

export function momentAt(now: number, clock: StudyClock): Moment {
  const today = studyDay(now, clock);
  return { now, clock, today, endOfToday: startOfStudyDay(today + 1, clock) };
}

/** The hint or near miss that still counts: one of an earlier study day is forgotten. */
export function attemptToday(
  { attempt }: CardState,
  { clock, today }: Pick<Moment, 'clock' | 'today'>,
): 'hint' | 'close' | null {
  return attempt && studyDay(attempt.at, clock) === today ? attempt.what : null;
}

export const isHidden = (state: CardState, today: number): boolean => state.suspended || state.buriedUntilDay > today;
