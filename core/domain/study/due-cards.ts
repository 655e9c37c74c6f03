import type { CardId } from '../ids.ts';
import type { Course, Lesson } from '../course.ts';
import { UNTOUCHED, type Progress } from '../progress.ts';
import { vacationOn } from '../plan/vacation.ts';
import { daysUntilDue, isDueToday } from './due.ts';
import { apart } from './giving-away.ts';
import { waitsFor } from './mastery.ts';
import { isHidden, type Moment } from './moment.ts';

/** A card, and where it is taught. */
export interface TaughtCard {
  readonly cardId: CardId;
  readonly course: Pick<Course, 'id' | 'lessons'>;
  readonly lesson: Lesson;
  /** See `RivalCard`. */
  readonly rivals?: readonly CardId[];
}

interface DueCards {
  readonly learning: { readonly cardId: CardId; readonly due: number }[];
  /** Due for review, the most overdue first; not cut by the daily limit. */
  readonly review: CardId[];
  /** In the schedule, never answered, in teaching order; lessons that wait for others are left out. */
  readonly fresh: CardId[];
  /** What would be reviews and new cards, did not another of today give them away: they come tomorrow. */
  readonly givenAway: CardId[];
}

/** Every card of a scope that has work to do today, before daily limits. On a vacation there is none. */
export function dueCards(scope: readonly TaughtCard[], progress: Progress, moment: Moment): DueCards {
  const learning: { cardId: CardId; due: number }[] = [];
  const review: { card: TaughtCard; days: number }[] = [];
  const fresh: TaughtCard[] = [];
  if (vacationOn(progress.settings.vacations, moment.today)) return { learning, review: [], fresh: [], givenAway: [] };
  const waiting = new Map<Lesson, boolean>();
  const lessonWaits = ({ course, lesson }: TaughtCard) => {
    const known = waiting.get(lesson) ?? waitsFor(course.id, lesson, course.lessons, progress).length > 0;
    waiting.set(lesson, known);
    return known;
  };
  for (const card of scope) {
    const state = progress.cards.get(card.cardId) ?? UNTOUCHED;
    if (isHidden(state, moment.today)) continue;
    if (state.memory === null) {
      if (state.introducedAt !== null && !lessonWaits(card)) fresh.push(card);
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
    review: old.met.map(idOf),
    fresh: unseen.met.map(idOf),
    givenAway: [...old.waiting, ...unseen.waiting].map(idOf),
  };
}

const idOf = ({ cardId }: TaughtCard): CardId => cardId;
