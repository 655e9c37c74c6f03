import { refOf, type EventRef, type JournalEvent, type Stamp } from './events.ts';
import { compareEvents, type Place } from './history-order.ts';

/** An event that makes earlier ones count as never done: an undo, or a review that corrects another. */
export interface Negation extends Place {
  readonly of: readonly EventRef[];
  /** An undo touches the cards of what it takes back; a correction is an event of its card anyway. */
  readonly undo: boolean;
}

/** What an event takes back, or null for the many that take nothing back. */
export function negationOf(event: JournalEvent): Negation | null {
  const { device, seq, order } = event;
  if (event.type === 'undo') return { device, seq, order, of: event.of, undo: true };
  if (event.type === 'review' && event.corrects !== undefined) return { device, seq, order, of: [event.corrects], undo: false };
  return null;
}

/**
 * The refs that count as never done. The latest negation speaks first, so one that is itself taken back takes back nothing:
 * undoing an undo brings the event back.
 */
export function voidedBy(negations: Iterable<Negation>): Set<EventRef> {
  const latestFirst = [...negations].sort((a, b) => compareEvents(b, a));
  const voided = new Set<EventRef>();
  for (const negation of latestFirst) {
    if (voided.has(refOf(negation))) continue;
    for (const ref of negation.of) voided.add(ref);
  }
  return voided;
}

/** Name of the batch an event came in with, or null. Taking back the name takes back all of the batch. */
export function batchOf(event: Pick<Stamp, 'device' | 'batch'>): EventRef | null {
  return event.batch === undefined ? null : refOf({ device: event.device, seq: event.batch });
}

export function isVoided(event: JournalEvent, voided: ReadonlySet<EventRef>): boolean {
  if (voided.size === 0) return false;
  if (voided.has(refOf(event))) return true;
  const batch = batchOf(event);
  return batch !== null && voided.has(batch);
}
