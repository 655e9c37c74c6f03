import { refOf, type JournalEvent, type ReviewEvent, type Stamp } from './events.ts';
import { isBrought } from './brought-device.ts';
import type { EventRef } from '../ids.ts';
import type { Memory } from '../study/schedule.ts';

/**
 * Is it a review that is there twice? What was studied elsewhere comes with its own time, and a later copy of the same collection brings
 * it once more: of the same card, at the same instant. The first in the order of the history counts, the others are as if they had never
 * been. Nobody answers a card twice in one millisecond. That is a copy too which was given here: its device's order ran ahead of its
 * clock, so that what was brought stands before it, and it does not know of that.
 * @param before what the card's events before it left
 * @param last the last of them that counts
 */
export const isRepeat = (
  before: Pick<Memory, 'lastReview'> | null,
  last: EventRef | null,
  event: Stamp & ReviewEvent,
): boolean =>
  before !== null && before.lastReview === event.at && (event.source !== undefined || isUnknownTo(event, last));

function isUnknownTo({ prev }: ReviewEvent, last: EventRef | null): boolean {
  return last !== null && prev !== last && isBrought(last.slice(0, last.indexOf(':')));
}

/** The events of one card, in the order of the history, without reviews that are there again. */
export function withoutRepeats(events: readonly JournalEvent[]): JournalEvent[] {
  const answeredAt = new Set<number>();
  let last: EventRef | null = null;
  return events.filter((event) => {
    if (event.type === 'review') {
      const isAgain = answeredAt.has(event.at) && (event.source !== undefined || isUnknownTo(event, last));
      if (isAgain) return false;
      answeredAt.add(event.at);
    }
    if (MOVING.has(event.type)) last = refOf(event);
    return true;
  });
}

/** What a card remembers as its last event. */
const MOVING: ReadonlySet<JournalEvent['type']> = new Set(['review', 'attempt', 'card', 'section-read']);

/**
 * The last event on a card that counts before one of them, for who does not keep it.
 * @param events that touched the card, in the order of the history
 */
export function lastBefore(
  events: readonly JournalEvent[],
  before: JournalEvent,
  isUndone: (event: JournalEvent) => boolean,
): EventRef | null {
  let last: EventRef | null = null;
  let memory: Pick<Memory, 'lastReview'> | null = null;
  for (const event of events) {
    if (refOf(event) === refOf(before)) break;
    if (!MOVING.has(event.type) || isUndone(event)) continue;
    if (event.type === 'review') {
      if (isRepeat(memory, last, event)) continue;
      if (event.memory) memory = { lastReview: event.at };
    }
    if (event.type === 'card' && event.change.reset) memory = null;
    if (event.type === 'card' && event.change.memory) memory ??= { lastReview: event.change.memory.at };
    last = refOf(event);
  }
  return last;
}
