import type { Memory } from '../study/schedule.ts';
import type { JournalEvent, ReviewEvent, Stamp } from './events.ts';

/**
 * Is it a review that was brought in twice? What was studied elsewhere comes with its own time, and a later copy of the same
 * collection brings it once more: of the same card, at the same instant. The first in the order of the history counts, the others
 * are as if they had never been. Nobody answers a card twice in one millisecond.
 * @param before what the card's events before it left
 */
export const isRepeat = (before: Pick<Memory, 'lastReview'> | null, event: Stamp & ReviewEvent): boolean =>
  event.source !== undefined && before !== null && before.lastReview === event.at;

/** The events of one card, in the order of the history, without reviews that were brought in again. */
export function withoutRepeats(events: readonly JournalEvent[]): JournalEvent[] {
  const answeredAt = new Set<number>();
  return events.filter((event) => {
    if (event.type !== 'review') return true;
    const isAgain = event.source !== undefined && answeredAt.has(event.at);
    answeredAt.add(event.at);
    return !isAgain;
  });
}
