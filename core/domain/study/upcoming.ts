import type { CardId } from '../ids.ts';
import type { Progress } from '../progress.ts';
import { dueAt } from './due.ts';
import { isHidden, type Moment } from './moment.ts';

/**
 * When the next card of a set is due (epoch ms; null: none), and how many are due by the end of the next study day. A card put
 * off comes back with the day it was put off to.
 */
export function upcoming(
  cards: Iterable<{ readonly cardId: CardId }>,
  progress: Progress,
  moment: Moment,
): { nextDue: number | null; dueTomorrow: number } {
  const { today, startOf } = moment;
  const endOfTomorrow = startOf(today + 2);
  let nextDue: number | null = null;
  let dueTomorrow = 0;
  for (const { cardId } of cards) {
    const state = progress.cards.get(cardId);
    if (!state || state.suspended) continue;
    const isPutOff = isHidden(state, today);
    if (!state.memory && !(isPutOff && state.introducedAt !== null)) continue;
    const back = isPutOff ? startOf(state.buriedUntilDay) : 0;
    const due = Math.max(state.memory ? dueAt(state.memory, moment) : 0, back);
    if (due < endOfTomorrow) dueTomorrow += 1;
    if (nextDue === null || due < nextDue) nextDue = due;
  }
  return { nextDue, dueTomorrow };
}
