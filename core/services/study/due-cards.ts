import type { CardState, Progress } from '../../domain/progress.ts';
import { waitsFor } from '../../domain/study/mastery.ts';
import { startOfStudyDay, studyDay, type StudyClock } from '../../domain/study/study-day.ts';
import { UNTOUCHED } from '../../domain/progress.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Clock } from '../ports.ts';

/** One moment as the study rules see it. */
export interface Moment {
  readonly now: number;
  readonly clock: StudyClock;
  /** The study day `now` belongs to. */
  readonly today: number;
  /** When the next study day begins, epoch ms. */
  readonly endOfToday: number;
}

export function momentOf(clock: Clock, progress: Progress): Moment {
  const now = clock.now();
  const studyClock = { utcOffsetMin: clock.utcOffsetMin(now), rolloverHour: progress.settings.rolloverHour };
  const today = studyDay(now, studyClock);
  return { now, clock: studyClock, today, endOfToday: startOfStudyDay(today + 1, studyClock) };
}

/** The hint or near miss that still counts: one of an earlier study day is forgotten. */
export function attemptToday(
  { attempt }: CardState,
  { clock, today }: Pick<Moment, 'clock' | 'today'>,
): 'hint' | 'close' | null {
  return attempt && studyDay(attempt.at, clock) === today ? attempt.what : null;
}

export interface DueCards {
  readonly learning: { readonly cardId: string; readonly due: number }[];
  /** Due for review, the most overdue first; not cut by the daily limit. */
  readonly review: string[];
  /** In the schedule, never answered, in teaching order; lessons that wait for others are left out. */
  readonly fresh: string[];
}

export const isHidden = (state: CardState, today: number): boolean => state.suspended || state.buriedUntilDay > today;

/** Every card of a scope that has work to do today, before daily limits. */
export function dueCards(scope: readonly CatalogCard[], progress: Progress, moment: Moment): DueCards {
  const learning: { cardId: string; due: number }[] = [];
  const review: { cardId: string; due: number }[] = [];
  const fresh: string[] = [];
  const waiting = new Map<string, boolean>();
  const isWaiting = ({ course, lesson }: CatalogCard) => {
    const key = `${course.id}/${lesson.id}`;
    const known = waiting.get(key) ?? waitsFor(course.id, lesson, course.lessons, progress).length > 0;
    waiting.set(key, known);
    return known;
  };
  for (const card of scope) {
    const state = progress.cards.get(card.cardId) ?? UNTOUCHED;
    if (isHidden(state, moment.today)) continue;
    if (state.memory === null) {
      if (state.introducedAt !== null && !isWaiting(card)) fresh.push(card.cardId);
    } else if (state.memory.phase === 'review') {
      if (state.memory.due < moment.endOfToday) review.push({ cardId: card.cardId, due: state.memory.due });
    } else if (state.memory.due < moment.endOfToday) {
      learning.push({ cardId: card.cardId, due: state.memory.due });
    }
  }
  review.sort((a, b) => a.due - b.due);
  return { learning, review: review.map(({ cardId }) => cardId), fresh };
}

/** How many new cards and reviews the daily limits still allow. */
export function roomToday(progress: Progress, today: number): { review: number; fresh: number } {
  const { newPerDay, reviewsPerDay } = progress.settings;
  const done = progress.days.get(today);
  return {
    review: Math.max(0, reviewsPerDay - (done?.dueReviews ?? 0)),
    fresh: Math.max(0, newPerDay - (done?.fresh ?? 0)),
  };
}
