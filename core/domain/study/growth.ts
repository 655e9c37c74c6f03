import type { Weights } from './memory-model.ts';
import { retrievability, type Memory } from './schedule.ts';
import { DAY_MS } from './study-day.ts';

/** The memory of a card before and after some answers; null: never answered. */
export interface Grown {
  readonly before: Memory | null;
  readonly after: Memory | null;
}

/** Right after an answer everything is known: what it was good for shows later. */
export const GROWTH_DAYS = 7;

/**
 * Mean predicted recall of a set of cards a week from now: without the answers and with them, 0 to 1. One never answered counts as 0.
 * @param cards at least one
 */
export function growthOf(cards: readonly Grown[], now: number, weights: Weights): { before: number; after: number } {
  const at = now + GROWTH_DAYS * DAY_MS;
  const mean = (of: (card: Grown) => Memory | null) =>
    cards.reduce((sum, card) => {
      const memory = of(card);
      return sum + (memory === null ? 0 : retrievability(memory, at, weights));
    }, 0) / cards.length;
  return { before: mean(({ before }) => before), after: mean(({ after }) => after) };
}
