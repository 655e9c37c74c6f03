import type { Pace } from '../../domain/plan/pace.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { optionsOnce } from '../../domain/study/options.ts';
import type { FreshCard, ScheduledCard } from '../../domain/simulation/simulate.ts';
import type { CatalogCard } from '../courses/catalog.ts';

/** Cards as the simulator plays them, with the cards they stand for. */
export interface SimulatedCards {
  readonly known: readonly (ScheduledCard & { readonly card: CatalogCard })[];
  readonly fresh: readonly (FreshCard & { readonly card: CatalogCard })[];
}

/**
 * The learner's cards as they are now. Suspended ones are left out.
 * @param isFromNothing as if nothing had been learned yet
 */
export function simulatedCards(
  cards: readonly CatalogCard[],
  { progress, moment, pace }: { progress: Progress; moment: Moment; pace: Pace },
  isFromNothing = false,
): SimulatedCards {
  const known: SimulatedCards['known'][number][] = [];
  const fresh: SimulatedCards['fresh'][number][] = [];
  const options = optionsOnce(progress);
  for (const card of cards) {
    const state = progress.cards.get(card.cardId);
    if (state?.suspended) continue;
    const { learningStepsMin, relearningStepsMin } = options(card.course);
    const { kind } = card;
    const times = {
      ms: pace.answerMs(kind, 'review'),
      missedMs: relearningStepsMin.length * pace.answerMs(kind, 'steps'),
    };
    const memory = isFromNothing ? null : (state?.memory ?? null);
    if (!memory) {
      fresh.push({ card, firstMs: pace.newMs(kind, learningStepsMin.length), ...times });
      continue;
    }
    const dueDay = moment.today + (daysUntilDue(memory, moment) ?? 0);
    known.push({
      card,
      stabilityDays: memory.stabilityDays,
      difficulty: memory.difficulty,
      lastDay: Math.min(memory.lastDay, moment.today),
      dueDay: Math.max(dueDay, state?.buriedUntilDay ?? 0),
      ...times,
    });
  }
  return { known, fresh };
}
