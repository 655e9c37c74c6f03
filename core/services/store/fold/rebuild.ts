import type { EventRef, JournalEvent } from '../../../domain/history/events.ts';
import { inOrder, type Place } from '../../../domain/history/order.ts';
import { lessonOf } from '../../../domain/history/lesson-fold.ts';
import { applyEvent, emptyProgress } from '../../../domain/history/replay.ts';
import { UndoneCards } from '../../../domain/history/undone-cards.ts';
import { isVoided, voidedBy, type Negation } from '../../../domain/history/voided.ts';
import { History, type EventSource } from './history.ts';
import { addTo, Trails } from './trails.ts';

/** Events between two chances to give the loop free. */
const GROUP = 500;

/**
 * The history of whole journals in one pass, in steps. Folding card by card costs a look into the journal for every event of
 * a card; once very many cards are touched, one pass over everything is cheaper.
 * @param journals each device's events in their order
 * @param negations all negations among them
 */
export function* rebuilding(
  source: EventSource,
  journals: readonly Iterable<JournalEvent>[],
  negations: readonly Negation[],
): Generator<void, History> {
  const progress = emptyProgress();
  const trails = new Trails();
  const voided = voidedBy(negations);
  const touching = new UndoneCards(negations);
  let last: Place = { order: 0, device: '', seq: 0 };
  let count = 0;
  for (const event of inOrder(journals)) {
    const packed = trails.pack(event);
    const cards = touching.next(event);
    const first = cards[0];
    const knows = (ref: EventRef) => first !== undefined && trails.holds(trails.cards.get(first), ref);
    applyEvent(progress, event, cards, isVoided(event, voided), knows);
    for (const card of cards) trails.cards.add(card, packed);
    const lesson = lessonOf(event);
    if (lesson !== null) trails.lessons.add(lesson, packed);
    if (event.type === 'setting') addTo(trails.settings, packed);
    last = { order: event.order, device: event.device, seq: event.seq };
    if (++count % GROUP === 0) yield;
  }
  return new History(source, progress, trails, negations, last);
}
