import { dueDay } from '../../domain/study/due.ts';
import type { ProgressStore } from '../ports.ts';
import type { CatalogCard } from './catalog.ts';

/**
 * How many reviews are due on a study day, of what is still asked: as it stands now.
 * @param beside cards that no schedule asks, though days may be kept for them
 */
export function askedLoads(
  store: Pick<ProgressStore, 'progress' | 'dueOn'>,
  beside: Iterable<Pick<CatalogCard, 'cardId' | 'termId'>>,
): (day: number) => number {
  const { cards } = store.progress;
  const idle = new Map<number, number>();
  for (const { cardId, termId } of beside) {
    // The glossary's questions are practised only: this runs before every answer.
    if (termId !== undefined) continue;
    const state = cards.get(cardId);
    if (!state || state.suspended || state.memory?.phase !== 'review') continue;
    const day = dueDay(state.memory);
    idle.set(day, (idle.get(day) ?? 0) + 1);
  }
  return (day) => store.dueOn(day) - (idle.get(day) ?? 0);
}
