import { isRepeatAmong, isRepeatedReset } from '../../domain/history/repeats.ts';
import type { CardId } from '../../domain/ids.ts';
import { refOf } from '../../domain/history/events.ts';
import { UNTOUCHED } from '../../domain/progress.ts';
import { MODES } from '../../domain/study/modes.ts';
import type { KeptMemory } from '../../domain/study/schedule.ts';
import { easeOf } from '../../domain/study/ease.ts';
import { daysUntilDue } from '../../domain/study/due.ts';
import type { Learner } from '../courses/learner.ts';
import { breathe } from '../jobs/slices.ts';
import type { OutgoingCard, OutgoingReview, OutgoingState } from '../transfer/write/outgoing.ts';

const A_SLICE_MS = 4;

/** A card as it stands, for another program. */
export function outgoingCard(
  learner: Learner,
  { cardId, ordinal, deckId }: { readonly cardId: CardId; readonly ordinal: number; readonly deckId: string },
): OutgoingCard {
  const { memory, suspended, buriedUntilDay, flag } = learner.progress.cards.get(cardId) ?? UNTOUCHED;
  const { today } = learner.moment();
  return {
    ...{ ordinal, deckId, sourceId: cardId },
    ...(suspended && { suspended: true }),
    ...(buriedUntilDay > today && { buried: true }),
    ...(flag > 0 && { flag }),
    ...(memory && { state: stateOf(learner, cardId, memory, today) }),
  };
}

function stateOf(
  learner: Learner,
  cardId: CardId,
  memory: KeptMemory & { lastDay: number },
  today: number,
): OutgoingState {
  const { phase, intervalDays, reps, lapses, stabilityDays, difficulty, due, step } = memory;
  const { learningStepsMin, relearningStepsMin } = learner.options(learner.catalog.card(cardId).course.id);
  const steps = phase === 'learning' ? learningStepsMin : relearningStepsMin;
  return {
    ...{ phase, intervalDays, reps, lapses, stabilityDays, difficulty },
    ...(phase !== 'learning' && { ease: easeOf(difficulty) }),
    ...(phase === 'review'
      ? { dueDay: today + (daysUntilDue(memory, { today }) ?? 0) }
      : { dueAt: due, stepsLeft: Math.max(1, steps.length - step) }),
  };
}

/** Every answer to these cards that counts, oldest first. @param between called now and then; may throw to end the work */
export async function* outgoingReviews(
  learner: Learner,
  cards: ReadonlySet<CardId>,
  between: () => void,
): AsyncGenerator<OutgoingReview> {
  const { store } = learner;
  const before = new Map<CardId, Pick<KeptMemory, 'phase' | 'intervalDays'>>();
  const answeredAt = new Map<CardId, number>();
  const forgotten = new Set<CardId>();
  let since = performance.now();
  for (const event of store.journal.within(new Map(), store.journal.reach())) {
    if (performance.now() - since > A_SLICE_MS) {
      between();
      await breathe();
      since = performance.now();
    }
    if (event.type === 'card' && event.change.reset && !store.isUndone(event)) {
      for (const card of event.cards)
        if (!isRepeatedReset({ lastAnswerAt: answeredAt.get(card) ?? null }, event) && before.delete(card))
          forgotten.add(card);
    }
    if (event.type === 'card' && event.change.memory && !store.isUndone(event)) {
      for (const card of event.cards) if (!before.has(card)) before.set(card, event.change.memory);
    }
    if (event.type !== 'review' || !cards.has(event.card) || store.isUndone(event)) continue;
    const known = before.get(event.card) ?? null;
    const lastAnswerAt = answeredAt.get(event.card) ?? -Infinity;
    if (event.at <= lastAnswerAt && isRepeatAmong(store.eventsOf(event.card), event, (each) => store.isUndone(each)))
      continue;
    answeredAt.set(event.card, Math.max(event.at, lastAnswerAt));
    const { card, at, grade, elapsedMs, mode, memory, source } = event;
    const isScheduling = MODES[mode].schedules && memory !== null;
    yield {
      ...{ source: source ?? `jamdai:${refOf(event)}`, card, at, grade, elapsedMs, isScheduling },
      ...(forgotten.delete(card) && { isAfterReset: true }),
      ...(isScheduling && {
        step: {
          phase: known?.phase ?? 'learning',
          intervalDays: memory.intervalDays > 0 ? memory.intervalDays : Math.max(0, memory.due - at) / 86_400_000,
          lastIntervalDays: known?.intervalDays ?? 0,
          difficulty: memory.difficulty,
        },
      }),
    };
    if (isScheduling) before.set(card, memory);
  }
}

/** What due days are counted from: the first day anything was answered on. */
export function dayZeroOf(learner: Learner): number {
  const { today } = learner.moment();
  let first = today;
  for (const day of learner.progress.days.keys()) if (day < first) first = day;
  return first;
}
