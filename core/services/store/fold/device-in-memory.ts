import type { EventBody, JournalEvent } from '../../../domain/history/events.ts';
import type { EventRef } from '../../../domain/ids.ts';
import { refOf } from '../../../domain/history/events.ts';
import { compareEvents } from '../../../domain/history/order.ts';
import { isVoided } from '../../../domain/history/voided.ts';
import { History, type EventSource } from './history.ts';
import type { Packed, PackedRefs } from './packed-refs.ts';

/** A device whose journal is a list: for property tests, which need thousands of them. */
export class DeviceInMemory implements EventSource {
  readonly known = new Map<string, JournalEvent>();
  readonly history = new History(this);
  #seq = 0;

  constructor(
    readonly id: string,
    readonly clock: { now: number },
  ) {}

  add(body: EventBody, batch?: number): JournalEvent {
    const order = Math.max(
      this.clock.now,
      1 + this.history.last.order,
      ...[...this.known.values()].map((event) => event.order + 1),
    );
    const stamp = { v: 1, device: this.id, seq: ++this.#seq, at: this.clock.now, order, utcOffsetMin: 420 } as const;
    const event: JournalEvent = batch === undefined ? { ...stamp, ...body } : { ...stamp, batch, ...body };
    this.known.set(refOf(event), event);
    this.history.absorb([event]);
    return event;
  }

  get nextSeq(): number {
    return this.#seq + 1;
  }

  /** Union of events, as a merge brings it. */
  take(other: DeviceInMemory): void {
    const fresh = [...other.known].filter(([ref]) => !this.known.has(ref)).map(([, event]) => event);
    for (const event of fresh) this.known.set(refOf(event), event);
    this.history.absorb(fresh.sort(compareEvents));
  }

  /** Events of a device that is nobody's, as an import brings them. */
  bring(events: readonly JournalEvent[]): void {
    for (const event of events) this.known.set(refOf(event), event);
    this.history.absorb([...events].sort(compareEvents));
  }

  /** Own events that could be undone, newest first. */
  undoable(): JournalEvent[] {
    return [...this.known.values()].filter((event) => !isVoided(event, this.history.voided)).reverse();
  }

  load(events: readonly Packed[], refs: PackedRefs): Map<Packed, JournalEvent> {
    const found = new Map<Packed, JournalEvent>();
    for (const packed of events) {
      const event = this.known.get(refOf(refs.unpack(packed)));
      if (event) found.set(packed, event);
    }
    return found;
  }

  *named(refs: Iterable<EventRef>): Generator<JournalEvent> {
    for (const ref of refs) {
      const event = this.known.get(ref);
      if (event === undefined) continue;
      if (event.batch !== event.seq) yield event;
      else
        yield* [...this.known.values()].filter(({ device, batch }) => device === event.device && batch === event.seq);
    }
  }

  *within({ device, from, to }: { device: string; from: number; to: number }): Generator<JournalEvent> {
    for (const event of this.known.values())
      if (event.device === device && event.seq >= from && event.seq <= to) yield event;
  }

  /** The journals it holds, one per device. */
  journals(): JournalEvent[][] {
    const byDevice: Record<string, JournalEvent[]> = {};
    for (const event of [...this.known.values()].sort(compareEvents)) (byDevice[event.device] ??= []).push(event);
    return Object.values(byDevice);
  }
}
