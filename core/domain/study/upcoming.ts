import type { Progress } from '../progress.ts';
import { isHidden, type Moment } from './moment.ts';
import { startOfStudyDay } from './study-day.ts';

/** When the next card of a set is due (epoch ms; null: none), and how many are due by the end of the next study day. */
export function upcoming(
  cards: Iterable<{ readonly cardId: string }>,
  progress: Progress,
  { today, clock }: Moment,
): { nextDue: number | null; dueTomorrow: number } {
  const endOfTomorrow = startOfStudyDay(today + 2, clock);
  let nextDue: number | null = null;
  let dueTomorrow = 0;
  for (const { cardId } of cards) {
    const state = progress.cards.get(cardId);
    if (!state?.memory || isHidden(state, today)) continue;
    const { due } = state.memory;
    if (due < endOfTomorrow) dueTomorrow += 1;
    if (nextDue === null || due < nextDue) nextDue = due;
  }
  return { nextDue, dueTomorrow };
}
