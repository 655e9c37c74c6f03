import { refOf, type JournalEvent, type Stamp } from './events.ts';
import type { EventRef } from '../ids.ts';
import { compareEvents, type Place } from './order.ts';
import type { AheadSpan } from './stamped-ahead.ts';

/**
 * An event that changes what earlier ones count for: an undo and a review that corrects another make them count as never done; a
 * word on the clock that stamped them, at another time.
 */
export interface Negation extends Place {
  readonly of: readonly EventRef[];
  /** An undo touches the cards of what it takes back; a correction is an event of its card anyway. */
  readonly undo: boolean;
  readonly batch?: number;
  /** Of a word on the clock: it names no events one by one. */
  readonly spans?: readonly AheadSpan[];
}

/** What an event takes back, or null for the many that take nothing back. */
export function negationOf(event: JournalEvent): Negation | null {
  if (event.type === 'clock') {
    const { device, seq, order, batch, spans } = event;
    return { device, seq, order, ...(batch !== undefined && { batch }), of: [], undo: false, spans };
  }
  const isUndo = event.type === 'undo';
  if (!isUndo && (event.type !== 'review' || event.corrects === undefined)) return null;
  const { device, seq, order, batch } = event;
  const of = isUndo ? event.of : [event.corrects!];
  return { device, seq, order, ...(batch !== undefined && { batch }), of, undo: isUndo };
}

/** Name of the batch an event came in with, or null. An undo of the name takes back all of the batch. */
export function batchOf(event: Pick<Stamp, 'device' | 'batch'>): EventRef | null {
  return event.batch === undefined ? null : refOf({ device: event.device, seq: event.batch });
}

/** What counts as never done, single events and batches as a whole, and what counts at another time than its stamp's. */
export interface Voided {
  readonly spans: readonly AheadSpan[];
  readonly events: ReadonlySet<EventRef>;
  readonly batches: ReadonlySet<EventRef>;
}
const NOTHING_VOIDED: Voided = { spans: [], events: new Set(), batches: new Set() };

export function isVoided(
  event: Pick<Stamp, 'device' | 'seq' | 'batch'>,
  { events, batches }: Pick<Voided, 'events' | 'batches'>,
): boolean {
  if (events.size === 0) return false;
  if (events.has(refOf(event))) return true;
  const batch = batches.size === 0 ? null : batchOf(event);
  return batch !== null && batches.has(batch);
}

/**
 * What counts as never done. The latest negation speaks first, so one that is itself undone takes back nothing: undoing an
 * undo brings the event back. A correction replaces one review, also where that began a batch; a correction that is
 * corrected in turn still replaces what it replaced.
 */
export function voidedBy(negations: readonly Negation[]): Voided {
  if (negations.length === 0) return NOTHING_VOIDED;
  const latestFirst = [...negations].sort((a, b) => compareEvents(b, a));
  const spans: AheadSpan[] = [];
  const events = new Set<EventRef>();
  const batches = new Set<EventRef>();
  const undone = { events: new Set<EventRef>(), batches };
  for (const negation of latestFirst) {
    if (isVoided(negation, undone)) continue;
    spans.push(...(negation.spans ?? []));
    for (const ref of negation.of) {
      events.add(ref);
      if (!negation.undo) continue;
      undone.events.add(ref);
      batches.add(ref);
    }
  }
  return { spans, events, batches };
}

/** The latest undo that takes this event, batch or nothing else back and still stands; null where there is none. */
export function standingUndoOf(ref: EventRef, negations: readonly Negation[], voided: Voided): EventRef | null {
  const undo = negations.findLast(
    (negation) => negation.undo && negation.of.length === 1 && negation.of[0] === ref && !isVoided(negation, voided),
  );
  return undo ? refOf(undo) : null;
}
