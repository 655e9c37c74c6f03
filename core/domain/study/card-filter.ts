import { parametersIn } from '../history/parameters.ts';
import type { CardId } from '../ids.ts';
import { UNTOUCHED, type CardState, type Progress } from '../progress.ts';
import type { Question } from '../question.ts';
import type { TaughtCard } from './due-cards.ts';
import { daysUntilDue } from './due.ts';
import type { Moment } from './moment.ts';
import { optionsOf } from './options.ts';
import { retrievability } from './schedule.ts';

/** What a session is narrowed to. A card must have all that is named. */
export interface CardFilter {
  /** These cards, in this order. */
  readonly cardIds?: readonly CardId[] | undefined;
  readonly kinds?: readonly Question['kind'][] | undefined;
  readonly lessonIds?: readonly string[] | undefined;
  /** 1 to 7. */
  readonly flag?: number | undefined;
  readonly marked?: true | undefined;
  readonly leech?: true | undefined;
  /** Answered before, and recall now no more than this, 0 to 1. */
  readonly maxRecall?: number | undefined;
  /** Answered wrong today. */
  readonly missedOn?: 'today' | undefined;
  /** Answered before, and due in so many days at the latest. */
  readonly dueWithinDays?: number | undefined;
}

interface Learner {
  readonly progress: Progress;
  readonly moment: Moment;
  /** Cards that were answered wrong today; asked for only where the filter wants them. */
  readonly missedToday: () => ReadonlySet<CardId>;
}

type FilteredCard = TaughtCard & Pick<Question, 'kind'>;

/** The cards a filter lets through, in teaching order, or in that of the filter where it names cards. */
export function filtered<T extends FilteredCard>(cards: readonly T[], filter: CardFilter, learner: Learner): T[] {
  const { cardIds, kinds, lessonIds, missedOn } = filter;
  const missed = missedOn && learner.missedToday();
  const places = cardIds && new Map(cardIds.map((id, place) => [id, place]));
  const found = cards.filter(
    (card) =>
      (!places || places.has(card.cardId)) &&
      (!kinds || kinds.includes(card.kind)) &&
      (!lessonIds || lessonIds.includes(card.lesson.id)) &&
      (!missed || missed.has(card.cardId)) &&
      isStateWanted(learner.progress.cards.get(card.cardId) ?? UNTOUCHED, card, filter, learner),
  );
  return places ? found.sort((a, b) => places.get(a.cardId)! - places.get(b.cardId)!) : found;
}

function isStateWanted(
  { flag, marked, memory }: CardState,
  { course }: TaughtCard,
  filter: CardFilter,
  { progress, moment }: Learner,
): boolean {
  if (filter.flag !== undefined && flag !== filter.flag) return false;
  if (filter.marked && !marked) return false;
  if (filter.leech && (memory?.lapses ?? 0) < optionsOf(progress, course).leechLapses) return false;
  const isKnownBetter = (most: number) =>
    memory === null || retrievability(memory, moment.now, parametersIn(progress).weights) > most;
  if (filter.maxRecall !== undefined && isKnownBetter(filter.maxRecall)) return false;
  if (filter.dueWithinDays === undefined) return true;
  return memory !== null && (daysUntilDue(memory, moment) ?? 0) <= filter.dueWithinDays;
}
