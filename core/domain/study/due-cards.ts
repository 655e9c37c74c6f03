import type { CardId } from '../ids.ts';
import type { Course, Lesson, StudiedCourse } from '../course.ts';
import { UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import { vacationOn } from '../plan/vacation.ts';
import { daysUntilDue, isDueToday } from './due.ts';
import { apart } from './giving-away.ts';
import { waitsFor } from './mastery.ts';
import { isHidden, type Moment } from './moment.ts';

/** A card, and where it is taught. */
export interface TaughtCard {
  readonly cardId: CardId;
  readonly course: StudiedCourse & Pick<Course, 'lessons'>;
  readonly lesson: Lesson;
  /** See `RivalCard`. */
  readonly rivals?: readonly CardId[];
}

/** May a new card be asked, as far as reading goes? What has nothing to be read always may. */
export const isIntroduced = ({ course }: { readonly course: StudiedCourse }, state: CardState): boolean =>
  state.introducedAt !== null || course.kind === 'deck';

interface DueCards<T> {
  readonly learning: { readonly cardId: CardId; readonly due: number }[];
  /** Due for review, the most overdue first; not cut by the daily limit. */
  readonly review: T[];
  /** In the schedule, never answered, in teaching order; lessons that wait for others are left out. */
  readonly fresh: T[];
  /** What would be reviews and new cards, did not another of today give them away: they come tomorrow. */
  readonly givenAway: T[];
}

/** Every card of a scope that has work to do today, before daily limits. On a vacation there is none. */
export function dueCards<T extends TaughtCard>(scope: readonly T[], progress: Progress, moment: Moment): DueCards<T> {
  const learning: { cardId: CardId; due: number }[] = [];
  const review: { card: T; days: number }[] = [];
  const fresh: T[] = [];
  if (vacationOn(progress.settings.vacations, moment.today)) return { learning, review: [], fresh: [], givenAway: [] };
  const waiting = new Map<Lesson, boolean>();
  const lessonWaits = ({ course, lesson }: TaughtCard) => {
    if (lesson.requires.length === 0) return false;
    const known = waiting.get(lesson) ?? waitsFor(course.id, lesson, course.lessons, progress).length > 0;
    waiting.set(lesson, known);
    return known;
  };
  for (const card of scope) {
    const state = progress.cards.get(card.cardId) ?? UNTOUCHED;
    if (isHidden(state, moment.today)) continue;
    if (state.memory === null) {
      if (isIntroduced(card, state) && !lessonWaits(card)) fresh.push(card);
    } else if (isDueToday(state.memory, moment)) {
      const days = daysUntilDue(state.memory, moment);
      if (days === null) learning.push({ cardId: card.cardId, due: state.memory.due });
      else review.push({ card, days });
    }
  }
  review.sort((a, b) => a.days - b.days);
  const begun = new Set(learning.map(({ cardId }) => cardId));
  const old = apart(
    review.map(({ card }) => card),
    progress,
    moment,
    begun,
  );
  const unseen = apart(fresh, progress, moment, begun);
  return {
    learning,
    review: old.met,
    fresh: unseen.met,
    givenAway: [...old.waiting, ...unseen.waiting],
  };
}
