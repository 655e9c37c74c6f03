import type { CardId } from '../ids.ts';
import type { StudiedCourse } from '../course.ts';
import type { Progress } from '../progress.ts';
import type { Moment } from './moment.ts';
import { optionsOf, optionsOnce } from './options.ts';

/** A card, and those that give it away or are given away by it: questions that reveal each other, siblings of one note. Each names the other. */
export interface RivalCard {
  readonly cardId: CardId;
  readonly course: StudiedCourse;
  readonly rivals?: readonly CardId[];
}

/** Was one of the cards that give this one away answered today? Where the learner buries such cards, it waits for tomorrow. */
export function isGivenAway(
  { course, rivals }: RivalCard,
  progress: Progress,
  { today }: Pick<Moment, 'today'>,
): boolean {
  if (!rivals || rivals.length === 0 || !optionsOf(progress, course).burySiblings) return false;
  return rivals.some((rival) => isOfDay(rival, progress, today));
}

const isOfDay = (cardId: CardId, { cards }: Progress, day: number): boolean =>
  cards.get(cardId)?.memory?.lastDay === day;

/**
 * Goes through cards in their order and tells of each whether it may be met today: whether none before it, and none that was answered
 * today, gives it away. It is asked of each once.
 * @param met cards that are met before them
 */
export function meeting(
  progress: Progress,
  { today }: Pick<Moment, 'today'>,
  met = new Set<CardId>(),
): (card: RivalCard) => boolean {
  const options = optionsOnce(progress);
  return (card) => {
    const { course, rivals } = card;
    // Nearly no card has any, and a hundred thousand names would be kept for nothing.
    if (!rivals || rivals.length === 0) return true;
    const isGiven = (rival: CardId) => met.has(rival) || isOfDay(rival, progress, today);
    if (options(course).burySiblings && rivals.some(isGiven)) return false;
    met.add(card.cardId);
    return true;
  };
}

/** The cards of a list that may be met today, each as long as none before it gives it away, and those that wait. */
export function apart<T extends RivalCard>(
  cards: readonly T[],
  progress: Progress,
  moment: Pick<Moment, 'today'>,
): { readonly met: T[]; readonly waiting: T[] } {
  const isMet = meeting(progress, moment);
  const found: { met: T[]; waiting: T[] } = { met: [], waiting: [] };
  for (const card of cards) found[isMet(card) ? 'met' : 'waiting'].push(card);
  return found;
}
