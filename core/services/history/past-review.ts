import type { Output } from '../../api/contract.ts';
import { countedMs } from '../../domain/history/answer-time.ts';
import { refOf, type ReviewEvent, type Stamp } from '../../domain/history/events.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { ProgressStore } from '../ports.ts';

/** One answer as the history shows it. */
export function pastReview(
  event: Stamp & ReviewEvent,
  catalog: Catalog,
  store: ProgressStore,
): Output<'card.history'>['reviews'][number] {
  const card = catalog.find(event.card);
  return {
    ref: refOf(event),
    at: event.at,
    cardId: event.card,
    prompt: card?.question.prompt ?? null,
    ...(card && catalog.passageOf(card)),
    mode: event.mode,
    grade: event.grade,
    verdict: event.verdict ?? null,
    elapsedMs: countedMs(event),
    intervalDays: event.memory?.intervalDays ?? null,
    undone: store.isUndone(event),
  };
}
