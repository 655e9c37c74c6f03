import type { EventBody } from '../../domain/history/events.ts';
import { MAX_DAYS } from '../../domain/history/limits.ts';
import { difficultyOf } from '../../domain/study/ease.ts';
import { startOfStudyDay, studyDay, type StudyClock } from '../../domain/study/study-day.ts';
import type { BroughtCard } from './brought-cards.ts';

type Change = Extract<EventBody, { type: 'card' }>['change'];

/** What a card stands at beside its schedule. @param today the study day it is taken from */
export function ownChange({ stood: { suspended, buried, flag }, isMarked }: BroughtCard, today: number): Change {
  return {
    ...(suspended && { suspended: true }),
    // Who buries a card hides it until the next day.
    ...(buried && { buriedUntilDay: today + 1 }),
    ...(flag !== undefined && flag > 0 && { flag }),
    ...(isMarked && { marked: true }),
  };
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/**
 * The memory of a card that has a schedule and no reviews: as the file holds it for FSRS, else made of interval and ease. So long an
 * interval was chosen for a recall of about 90 %, so stability is the interval; an ease of 2.5 is difficulty 5, one of 1.3 is 10.
 * Null for a card that has no interval.
 */
export function memoryOf(
  { stood: { state } }: BroughtCard,
  clock: StudyClock,
  at: number,
): NonNullable<Change['memory']> | null {
  if (!state || state.intervalDays <= 0 || state.phase === 'learning') return null;
  const intervalDays = clamp(Math.round(state.intervalDays), 1, 36_500);
  const isInSteps = state.phase === 'relearning' && state.dueDay === undefined;
  const stabilityDays = clamp(state.stabilityDays ?? intervalDays, 0.1, MAX_DAYS);
  const difficulty = clamp(state.difficulty ?? difficultyOf(state.ease ?? 2.5), 1, 10);
  const answeredAt =
    state.dueDay === undefined ? at : startOfStudyDay(state.dueDay - intervalDays, clock) + 12 * 3_600_000;
  const last = Math.max(0, Math.min(at, answeredAt));
  return {
    // In steps of minutes it comes back at once, as it would have there by now.
    ...{ stabilityDays, difficulty, intervalDays: isInSteps ? 0 : intervalDays, phase: state.phase },
    ...{ reps: Math.max(1, state.reps), lapses: state.lapses },
    at: last,
    lastDay: studyDay(last, clock),
  };
}
