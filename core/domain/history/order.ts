import type { JournalEvent, Stamp } from './events.ts';

/** Where an event stands in the history. */
export type Place = Pick<Stamp, 'order' | 'device' | 'seq'>;

/** The one order of all events of all devices: (order, device, seq). Negative where `a` comes first. */
export function compareEvents(a: Place, b: Place): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.seq - b.seq;
}

/**
 * Events of several devices as one history. Each source must be in its own order already (the journal of one device is);
 * sources are read lazily, one event ahead, so a history need not fit into memory.
 */
export function* inOrder(sources: readonly Iterable<JournalEvent>[]): Generator<JournalEvent> {
  const heads: { event: JournalEvent; rest: Iterator<JournalEvent> }[] = [];
  for (const source of sources) {
    const rest = source[Symbol.iterator]();
    const first = rest.next();
    if (!first.done) heads.push({ event: first.value, rest });
  }
  while (heads.length > 1) {
    let least = 0;
    for (let i = 1; i < heads.length; i++) if (compareEvents(heads[i]!.event, heads[least]!.event) < 0) least = i;
    const head = heads[least]!;
    yield head.event;
    const next = head.rest.next();
    if (next.done) heads.splice(least, 1);
    else head.event = next.value;
  }
  // Most learners have one device, and the last one left has its order already.
  for (const { event, rest } of heads) {
    yield event;
    for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
  }
}
