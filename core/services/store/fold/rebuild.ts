import type { JournalEvent } from '../../../domain/history/events.ts';
import { inOrder, type Place } from '../../../domain/history/order.ts';
import { lessonOf } from '../../../domain/history/lesson-fold.ts';
import { parametersIn, PUBLISHED_PARAMETERS, type Parameters } from '../../../domain/history/parameters.ts';
import { applyEvent } from '../../../domain/history/replay.ts';
import { isChoice } from '../../../domain/history/settings-fold.ts';
import { inTime } from '../../../domain/history/stamped-ahead.ts';
import { UndoneCards } from '../../../domain/history/undone-cards.ts';
import { isVoided, voidedBy, type Negation } from '../../../domain/history/voided.ts';
import { foldedOf, takeReview } from './folded.ts';
import { History, type EventSource } from './history.ts';
import { pastOf } from './past.ts';

/** Events between two chances to give the loop free. */
const GROUP = 500;

/**
 * The history of whole journals in one pass, in steps. Folding card by card costs a look into the journal for every event of
 * a card; once very many cards are touched, one pass over everything is cheaper.
 * @param journals each device's events in their order
 * @param negations all negations among them
 * @param watch is shown every event on the way
 * @param parameters those that will hold at the end, as far as is known: where others do, all is done a second time
 */
export function* rebuilding(
  source: EventSource,
  journals: () => readonly Iterable<JournalEvent>[],
  negations: readonly Negation[],
  watch: (event: JournalEvent) => void = () => undefined,
  parameters: Parameters = PUBLISHED_PARAMETERS,
): Generator<void, History> {
  const folded = foldedOf(undefined, parameters);
  const { progress, trails } = folded;
  const voided = voidedBy(negations);
  const touching = new UndoneCards(negations);
  let last: Place = { order: 0, device: '', seq: 0 };
  let count = 0;
  for (const stamped of inOrder(journals())) {
    watch(stamped);
    const event = inTime(stamped, voided);
    const packed = trails.refs.pack(event);
    const cards = touching.next(event);
    last = { order: event.order, device: event.device, seq: event.seq };
    const isVoid = isVoided(event, voided);
    if (++count % GROUP === 0) yield;
    if (event.type === 'review' && !isVoid && takeReview(folded, event, packed)) continue;
    const past = pastOf({ trails, source, voided }, cards[0], packed);
    // An undo of an import touches all that it brought; of what names cards only each for itself counts.
    for (let from = 0; from === 0 || from < cards.length; from += GROUP) {
      const some = cards.length > GROUP ? cards.slice(from, from + GROUP) : cards;
      applyEvent(progress, event, some, isVoid, past, parameters);
      for (const card of some) trails.cards.add(card, packed);
      if (cards.length >= GROUP / 10) yield;
    }
    const lesson = lessonOf(event);
    if (lesson !== null) trails.lessons.add(lesson, packed);
    if (isChoice(event)) trails.addChoice(packed);
  }
  const history = new History(source, folded, negations, last);
  if (!history.isOutdated) return history;
  return yield* rebuilding(source, journals, negations, () => undefined, parametersIn(progress));
}
