import { atOnce } from '../at-once.ts';
import { cursorOf, type CardCursor } from '../card-rows.ts';
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

/** Is shown every card of a scope with how it stands now, by a cursor that is led on. */
type Watch<T> = (card: T, now: CardCursor) => void;

/** Every card of a scope that has work to do today, before daily limits. On a vacation there is none. */
export const dueCards = <T extends TaughtCard>(scope: readonly T[], progress: Progress, moment: Moment): DueCards<T> =>
  atOnce(findingDueCards(scope, progress, moment));

/** The same in steps: there may be very many. */
export function* findingDueCards<T extends TaughtCard>(
  scope: readonly T[],
  progress: Progress,
  moment: Moment,
  watch: Watch<T> = () => undefined,
): Generator<void, DueCards<T>> {
  const search = new DueSearch(scope, progress, moment, watch);
  for (let from = 0; from < scope.length; from += GROUP) {
    search.look(from, Math.min(scope.length, from + GROUP));
    yield;
  }
  const { learning, fresh, review } = search;
  const begun = new Set(learning.map(({ cardId }) => cardId));
  const old = new Met(scope, meeting(progress, moment, begun));
  const unseen = new Met(fresh, meeting(progress, moment, begun));
  for (const [met, places] of [
    [old, review],
    [unseen, [...fresh.keys()]],
  ] as const)
    for (let from = 0; from < places.length; from += GROUP) {
      met.meet(places, from, Math.min(places.length, from + GROUP));
      yield;
    }
  return {
    learning,
    review: old.met,
    inTeachingOrder: () => scope.filter((_, place) => old.isMet[place] === 1),
    fresh: unseen.met,
    givenAway: [...old.waiting, ...unseen.waiting],
  };
}

// What is done with each card is no generator: the engine compiles loops of those late.

/** Goes through a scope and keeps what is due of it. */
class DueSearch<T extends TaughtCard> {
  readonly learning: { card: T; cardId: CardId; due: number }[] = [];
  readonly fresh: T[] = [];
  /** Places of reviews by the days until they are due. */
  readonly #byDays = new Map<number, number[]>();
  readonly #cursor: CardCursor;
  readonly #lessonWaits: (card: TaughtCard) => boolean;
  readonly #isFree: boolean;

  constructor(
    private readonly scope: readonly T[],
    progress: Progress,
    private readonly moment: Moment,
    private readonly watch: Watch<T>,
  ) {
    this.#cursor = cursorOf(progress.cards);
    this.#lessonWaits = waitingLessons(progress);
    this.#isFree = vacationOn(progress.settings.vacations, moment.today) !== null;
  }

  look(from: number, to: number): void {
    const { today } = this.moment;
    const now = this.#cursor;
    for (let place = from; place < to; place++) {
      const card = this.scope[place]!;
      now.seek(card.cardId);
      this.watch(card, now);
      if (!this.#isFree && !isHidden(now, today)) this.#keep(card, place, now);
    }
  }

  /** Places of the reviews, the most overdue first, those alike in teaching order. */
  get review(): number[] {
    return [...this.#byDays].sort(([a], [b]) => a - b).flatMap(([, places]) => places);
  }

  #keep(card: T, place: number, now: CardCursor): void {
    if (now.phase === null) {
      if (isIntroduced(card, now) && !this.#lessonWaits(card)) this.fresh.push(card);
      return;
    }
    if (!isDueToday(now, this.moment)) return;
    const days = daysUntilDue(now, this.moment);
    if (days === null) {
      this.learning.push({ card, cardId: card.cardId, due: now.due });
      return;
    }
    const alike = this.#byDays.get(days);
    if (alike) alike.push(place);
    else this.#byDays.set(days, [place]);
  }
}

/** Some cards parted into those that may be met today, and the others, in the order they are looked at. */
class Met<T extends TaughtCard> {
  readonly met: T[] = [];
  readonly waiting: T[] = [];
  /** By the places of the cards. */
  readonly isMet: Uint8Array;

  constructor(
    private readonly cards: readonly T[],
    private readonly mayMeet: (card: T) => boolean,
  ) {
    this.isMet = new Uint8Array(cards.length);
  }

  /** Looks at those at some of the places. */
  meet(places: readonly number[], from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const card = this.cards[places[i]!]!;
      if (this.mayMeet(card)) {
        this.met.push(card);
        this.isMet[places[i]!] = 1;
      } else this.waiting.push(card);
    }
  }
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
