import type { CardId } from '../ids.ts';
import type { StudiedCourse } from '../course.ts';
import type { Progress } from '../progress.ts';
import type { Moment } from './moment.ts';
import { optionsOf } from './options.ts';

/** A card, and those that give it away or are given away by it: questions that reveal each other, siblings of one note. */
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
  met: ReadonlySet<CardId> = NONE,
): boolean {
  if (!rivals || rivals.length === 0 || !optionsOf(progress, course).burySiblings) return false;
  return rivals.some((rival) => met.has(rival) || progress.cards.get(rival)?.memory?.lastDay === today);
}

const NONE: ReadonlySet<CardId> = new Set();

/** The cards of a list that may be met today, each as long as none before it gives it away, and those that wait. */
export function apart<T extends RivalCard>(
  cards: readonly T[],
  progress: Progress,
  moment: Pick<Moment, 'today'>,
  met = new Set<CardId>(),
): { readonly met: T[]; readonly waiting: T[] } {
  const found: { met: T[]; waiting: T[] } = { met: [], waiting: [] };
  for (const card of cards) {
    const waits = isGivenAway(card, progress, moment, met);
    found[waits ? 'waiting' : 'met'].push(card);
    if (!waits) met.add(card.cardId);
  }
  return found;
}
