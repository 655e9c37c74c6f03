import { atOnce } from '../at-once.ts';
import { noFigures, readerOf, type CardFigures } from '../card-rows.ts';
import type { CardId } from '../ids.ts';
import type { Course, Lesson, StudiedCourse } from '../course.ts';
import type { Progress } from '../progress.ts';
import { vacationOn } from '../plan/vacation.ts';
import { daysUntilDue, isDueToday } from './due.ts';
import { meeting } from './giving-away.ts';
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

/** May a new card be asked, as far as reading goes? What has nothing to be read always may. @param introducedAt NaN, or null: never */
export const isIntroduced = (
  { course }: { readonly course: StudiedCourse },
  { introducedAt }: { readonly introducedAt: number | null },
): boolean => course.kind === 'deck' || (introducedAt !== null && !Number.isNaN(introducedAt));

export interface DueCards<T> {
  readonly learning: { readonly card: T; readonly cardId: CardId; readonly due: number }[];
  /** Due for review, the most overdue first; not cut by the daily limit. */
  readonly review: T[];
  /** The same in teaching order. */
  readonly inTeachingOrder: () => T[];
  /** In the schedule, never answered, in teaching order; lessons that wait for others are left out. */
  readonly fresh: T[];
  /** What would be reviews and new cards, did not another of today give them away: they come tomorrow. */
  readonly givenAway: T[];
}

/** Cards between two steps. */
const GROUP = 1_000;

/** Every card of a scope that has work to do today, before daily limits. On a vacation there is none. */
export const dueCards = <T extends TaughtCard>(
  scope: readonly T[],
  progress: Progress,
  moment: Moment,
): DueCards<T> => atOnce(findingDueCards(scope, progress, moment));

/**
 * The same in steps: there may be very many.
 * @param watch is shown every card of the scope with how it stands now, in an object that the next one is read into
 */
export function* findingDueCards<T extends TaughtCard>(
  scope: readonly T[],
  progress: Progress,
  moment: Moment,
  watch: (card: T, figures: CardFigures) => void = () => undefined,
): Generator<void, DueCards<T>> {
  const learning: { card: T; cardId: CardId; due: number }[] = [];
  const overdue = new Map<number, number[]>();
  const fresh: T[] = [];
  const isFree = vacationOn(progress.settings.vacations, moment.today) !== null;
  const lessonWaits = waitingLessons(progress);
  const read = readerOf(progress.cards);
  const [figures, nothing] = [noFigures(), noFigures()];
  for (let place = 0; place < scope.length; place++) {
    if (place % GROUP === 0) yield;
    const card = scope[place]!;
    const now = read(card.cardId, figures) ? figures : nothing;
    watch(card, now);
    if (isFree || isHidden(now, moment.today)) continue;
    if (now.phase === null) {
      if (isIntroduced(card, now) && !lessonWaits(card)) fresh.push(card);
    } else if (isDueToday(now, moment)) {
      const days = daysUntilDue(now, moment);
      if (days === null) learning.push({ card, cardId: card.cardId, due: now.due });
      else if (overdue.has(days)) overdue.get(days)!.push(place);
      else overdue.set(days, [place]);
    }
  }
  const begun = new Set(learning.map(({ cardId }) => cardId));
  const places = [...overdue].sort(([a], [b]) => a - b).flatMap(([, each]) => each);
  const old = yield* metOf(scope, places, meeting(progress, moment, begun));
  const unseen = yield* metOf(fresh, fresh.keys(), meeting(progress, moment, begun));
  return {
    learning,
    review: old.met,
    inTeachingOrder: () => scope.filter((_, place) => old.isMet[place] === 1),
    fresh: unseen.met,
    givenAway: [...old.waiting, ...unseen.waiting],
  };
}

/** Of some cards those that may be met today, in the order they are looked at. @param places of `cards`, in that order */
function* metOf<T extends TaughtCard>(
  cards: readonly T[],
  places: Iterable<number>,
  mayMeet: (card: T) => boolean,
): Generator<void, { met: T[]; waiting: T[]; isMet: Uint8Array }> {
  const found = { met: [] as T[], waiting: [] as T[], isMet: new Uint8Array(cards.length) };
  let looked = 0;
  for (const place of places) {
    if (looked++ % GROUP === 0) yield;
    const card = cards[place]!;
    const isMet = mayMeet(card);
    found[isMet ? 'met' : 'waiting'].push(card);
    if (isMet) found.isMet[place] = 1;
  }
  return found;
}

/** Does the lesson of a card wait for others? Each lesson is looked at once. */
function waitingLessons(progress: Progress): (card: TaughtCard) => boolean {
  const known = new Map<Lesson, boolean>();
  return ({ course, lesson }) => {
    if (lesson.requires.length === 0) return false;
    const waits = known.get(lesson) ?? waitsFor(course.id, lesson, course.lessons, progress).length > 0;
    known.set(lesson, waits);
    return waits;
  };
}
