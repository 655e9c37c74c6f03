import type { JournalEvent, Stamp } from './events.ts';

/** Where an event stands in the history. */
export type Place = Pick<Stamp, 'order' | 'device' | 'seq'>;

/** The one order of all events of all devices: (order, device, seq). Negative where `a` comes first. */
export function compareEvents(a: Place, b: Place): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.seq - b.seq;
}

/** A source of events, and the next one it gives. */
interface Head {
  event: JournalEvent;
  readonly rest: Iterator<JournalEvent>;
}

/** Lets a head sink to its place in a heap whose least event stands first. */
function sink(heap: Head[], from: number): void {
  const head = heap[from]!;
  let place = from;
  for (;;) {
    let least = 2 * place + 1;
    if (least >= heap.length) break;
    if (least + 1 < heap.length && compareEvents(heap[least + 1]!.event, heap[least]!.event) < 0) least++;
    if (compareEvents(head.event, heap[least]!.event) <= 0) break;
    heap[place] = heap[least]!;
    place = least;
  }
  heap[place] = head;
}

/**
 * Events of several devices as one history. Each source must be in its own order already (the journal of one device is);
 * sources are read lazily, one event ahead, so a history need not fit into memory.
 */
export function* inOrder(sources: readonly Iterable<JournalEvent>[]): Generator<JournalEvent> {
  const heads: Head[] = [];
  for (const source of sources) {
    const rest = source[Symbol.iterator]();
    const first = rest.next();
    if (!first.done) heads.push({ event: first.value, rest });
  }
  for (let i = (heads.length >> 1) - 1; i >= 0; i--) sink(heads, i);
  while (heads.length > 1) {
    const head = heads[0]!;
    yield head.event;
    const next = head.rest.next();
    if (!next.done) head.event = next.value;
    else heads[0] = heads.pop()!;
    sink(heads, 0);
  }
  // Most learners have one device, and the last one left has its order already.
  for (const { event, rest } of heads) {
    yield event;
    for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
  }
}
