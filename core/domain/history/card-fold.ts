import type { CardId, EventRef } from '../ids.ts';
import {
  refOf,
  type CardChange,
  type CardEvent,
  type JournalEvent,
  type ReviewEvent,
  type SectionReadEvent,
  type Stamp,
} from './events.ts';
import type { CardState } from '../progress.ts';
import { MODES } from '../study/modes.ts';
import { rememberedBy, review, type Memory } from '../study/schedule.ts';

const once = (cards: readonly CardId[]): readonly CardId[] => (cards.length < 2 ? cards : [...new Set(cards)]);

/** The card ids an event names, each once. An undo names events instead: its cards are theirs. */
export function cardsOf(event: JournalEvent): readonly CardId[] {
  switch (event.type) {
    case 'review':
    case 'attempt':
      return [event.card];
    case 'card':
      return once(event.cards);
    case 'section-read':
      return once(event.introduces);
    default:
      return [];
  }
}

/** Is the event in the history that is being folded, taken back or not? */
export type Knows = (ref: EventRef) => boolean;

/**
 * The memory a review leaves. It is taken as it was shown while the card's event before it is still the same one, or is
 * not in the history at all (a line was lost: what was shown knew it), and it counts more reviews than are known before it.
 * Otherwise a merge or an undo changed what came before, there or further back, and it is computed again; so it is where what
 * was shown counts from an answer later than any that is known, since a clock that ran ahead was put right.
 */
function memoryAfter(before: CardState, event: Stamp & ReviewEvent, knows: Knows): Memory | null {
  if (!MODES[event.mode].schedules) return before.memory;
  const { memory: shown, prev } = event;
  const latest = Math.max(event.at, before.memory?.lastReview ?? -Infinity);
  const countsAll = shown !== null && shown.reps > (before.memory?.reps ?? 0);
  if (countsAll && shown.lastReview <= latest && (prev === before.last || (prev !== null && !knows(prev))))
    return rememberedBy(shown, event);
  return review(before.memory, event.grade, event.at, event, { retention: event.retention });
}

function reviewed(card: CardState, event: Stamp & ReviewEvent, knows: Knows): CardState {
  return {
    memory: memoryAfter(card, event, knows),
    revision: card.revision + 1,
    last: refOf(event),
    introducedAt: MODES[event.mode].schedules ? (card.introducedAt ?? event.at) : card.introducedAt,
    suspended: card.suspended,
    buriedUntilDay: card.buriedUntilDay,
    flag: card.flag,
    marked: card.marked,
    attempt: null,
  };
}

function changed(card: CardState, event: Stamp & CardEvent): CardState {
  const change: CardChange = event.change;
  const forgotten = change.reset === true;
  return {
    memory: forgotten ? null : card.memory,
    revision: card.revision + 1,
    last: refOf(event),
    introducedAt: card.introducedAt,
    suspended: change.suspended ?? card.suspended,
    buriedUntilDay: change.buriedUntilDay ?? card.buriedUntilDay,
    flag: change.flag ?? card.flag,
    marked: change.marked ?? card.marked,
    attempt: forgotten ? null : card.attempt,
  };
}

const introduced = (card: CardState, event: Stamp & SectionReadEvent): CardState => ({
  ...card,
  revision: card.revision + 1,
  last: refOf(event),
  introducedAt: card.introducedAt ?? event.at,
});

/** An event that touched the card without effect on it: it was taken back, or it takes another back. */
export const touched = (card: CardState): CardState => ({ ...card, revision: card.revision + 1 });

/** The card after an event that names it. */
export function foldCard(card: CardState, event: JournalEvent, knows: Knows): CardState {
  switch (event.type) {
    case 'review':
      return reviewed(card, event, knows);
    case 'attempt':
      return { ...card, revision: card.revision + 1, last: refOf(event), attempt: { what: event.what, at: event.at } };
    case 'card':
      return changed(card, event);
    case 'section-read':
      return introduced(card, event);
    default:
      return touched(card);
  }
}
