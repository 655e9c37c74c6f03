import type { PlannedCard } from '../../domain/plan/days-ahead.ts';
import type { CardState } from '../../domain/progress.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import { optionsOnce } from '../../domain/study/options.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Reckoning } from './work-today.ts';

/** The cards of a set that were learned, as the days ahead see them; suspended ones are left out. */
export function plannedCards(
  cards: readonly CatalogCard[],
  { progress, moment, pace }: Reckoning,
): (PlannedCard & { readonly card: CatalogCard })[] {
  const options = optionsOnce(progress);
  return cards.flatMap((card) => {
    const state = progress.cards.get(card.cardId);
    if (!state?.memory || state.suspended) return [];
    const { retention, relearningStepsMin } = options(card.course);
    const { stabilityDays, difficulty, lastDay } = state.memory;
    return {
      card,
      stabilityDays,
      difficulty,
      lastDay: Math.min(lastDay, moment.today),
      dueDay: dueDayOf(state, state.memory, moment.today),
      ms: pace.reviewMs(card.kind, retention, relearningStepsMin.length),
    };
  });
}

/** In the steps of a day it is due today; put off, not before that day. */
function dueDayOf({ buriedUntilDay }: CardState, memory: NonNullable<CardState['memory']>, today: number): number {
  const due = today + (daysUntilDue(memory, { today }) ?? 0);
  return buriedUntilDay > today ? Math.max(due, buriedUntilDay) : due;
}

/** Questions that were never answered and may be asked: how many there are still to learn. */
export function unasked(cards: readonly CatalogCard[], { progress }: Pick<Reckoning, 'progress'>): CatalogCard[] {
  return cards.filter(({ cardId }) => {
    const state = progress.cards.get(cardId);
    return !state?.memory && !state?.suspended;
  });
}
