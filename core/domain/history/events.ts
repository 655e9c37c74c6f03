import type { Frozen } from '../frozen.ts';
import type { z } from 'zod';
import { eventRefOf, type EventRef } from '../ids.ts';
import type { EVENT_SCHEMAS, REVIEW_MODES, StampShape } from './event-schemas.ts';

type Schemas = typeof EVENT_SCHEMAS;

export type EventType = keyof Schemas;
/** What is in an event of a type; the schemas say what each field means. */
type EventOf<T extends EventType> = { readonly type: T } & Frozen<z.infer<Schemas[T]>>;
export type EventBody = { [T in EventType]: EventOf<T> }[EventType];

export type ReviewEvent = EventOf<'review'>;
export type ReviewMode = (typeof REVIEW_MODES)[number];
export type CardEvent = EventOf<'card'>;
export type ClockEvent = EventOf<'clock'>;
export type CardChange = CardEvent['change'];
export type SectionReadEvent = EventOf<'section-read'>;

/**
 * An event as the journal keeps it. `seq` grows per device, without end; `at` is the device's clock, epoch ms; `order` is
 * max(at, 1 + the highest order this device had seen, of any device): events of all devices sorted by (order, device, seq)
 * are the history, whichever way they were merged, and what was seen comes before what was done, even where a clock went back.
 */
export type Stamp = Frozen<z.infer<typeof StampShape>>;
export type JournalEvent = Stamp & EventBody;

/** An answer by itself: all of its event but its name, that of the one before it, and what elsewhere calls it. */
export type Answer = Pick<Stamp, 'at' | 'utcOffsetMin'> & Omit<ReviewEvent, 'prev' | 'source'>;

export const refOf = (event: Pick<Stamp, 'device' | 'seq'>): EventRef => eventRefOf(event.device, event.seq);

/** The device and sequence number that a name is made of. */
export function splitRef(ref: EventRef): Pick<Stamp, 'device' | 'seq'> {
  const colon = ref.lastIndexOf(':');
  return { device: ref.slice(0, colon), seq: Number(ref.slice(colon + 1)) };
}
