import { createHash } from 'node:crypto';
import { BROUGHT } from '../../../domain/history/brought-device.ts';
import type { EventBody, JournalEvent } from '../../../domain/history/events.ts';
import { LineBlock } from './line-block.ts';
import { isGivenHere, reviewJson } from './review-json.ts';
import { fileNameAt } from './journal-file.ts';

/**
 * The device of what was brought in from elsewhere: nobody's computer, only the journal of one import. The same identity has the
 * same device wherever it is taken in, so what two computers took in is there once when they meet.
 * @param identity of the source and all that was chosen when it was read: whatever changes a line
 */
export const broughtDevice = (identity: string): string =>
  BROUGHT + createHash('sha256').update(identity).digest('hex').slice(0, 24);

/** Something that happened elsewhere, at its own time. */
export interface BroughtEvent {
  /** Epoch ms. */
  readonly at: number;
  readonly utcOffsetMin: number;
  /** Its place in the history, where that is not its own time: never before that of the event before it. */
  readonly order?: number;
  readonly body: EventBody;
}

/** The one file that a brought journal has: it bears the month of its first event, which is the latest. */
export const broughtFile = (told: Pick<BroughtEvent, 'at'>): string => fileNameAt(told.at);

/**
 * The lines of a brought journal: one batch, so that it is there whole or not at all and one undo takes all of it back. First what
 * tells of it, which is behind no other event of its device in the order of the history though it came last; then the events.
 * @param told at the latest of all times in it
 * @param events oldest first
 * @param watch is shown every event with the place of its line
 * @returns many lines at a time; at last how many there were
 */
export function* broughtLines(
  device: string,
  told: BroughtEvent,
  events: Iterable<BroughtEvent>,
  watch: (event: JournalEvent, offset: number, end: number) => void = () => undefined,
): Generator<Buffer, number> {
  const block = new LineBlock();
  let offset = 0;
  let waiting = eventOf(device, 1, 0, told);
  const add = (end: string) => {
    const bytes = block.add(`${jsonOf(waiting)}${end}`);
    watch(waiting, offset, (offset += bytes));
  };
  for (const event of events) {
    add(',"more":true}');
    if (block.isFull) yield block.take();
    waiting = eventOf(device, waiting.seq + 1, Math.max(0, event.order ?? event.at), event);
  }
  add('}');
  yield block.take();
  return waiting.seq;
}

/** Not spread together: that makes a slow object, and there may be millions. */
function eventOf(device: string, seq: number, order: number, { at, utcOffsetMin, body }: BroughtEvent): JournalEvent {
  return Object.assign({ v: 1 as const, device, seq, at, order, utcOffsetMin, batch: 1 }, body);
}

/** As JSON.stringify writes it, without the brace at its end. */
function jsonOf(event: JournalEvent): string {
  if (event.type !== 'review' || isGivenHere(event)) return JSON.stringify(event).slice(0, -1);
  const { device, seq, at, order, utcOffsetMin } = event;
  return `{"v":1,"device":"${device}","seq":${seq},"at":${at},"order":${order},"utcOffsetMin":${utcOffsetMin},"batch":1,${reviewJson(event)}`;
}
