import { createHash } from 'node:crypto';
import { BROUGHT } from '../../../domain/history/brought-device.ts';
import type { EventBody, JournalEvent } from '../../../domain/history/events.ts';
import { eventRefOf, type EventRef } from '../../../domain/ids.ts';
import { fileNameAt } from './journal-file.ts';

/**
 * The device of what was brought in from elsewhere: nobody's computer, only the journal of one import. The same identity has the
 * same device wherever it is taken in, so what two computers took in is there once when they meet.
 * @param identity of the source and all that was chosen when it was read: whatever changes a line
 */
export const broughtDevice = (identity: string): string =>
  BROUGHT + createHash('sha256').update(identity).digest('hex').slice(0, 24);

/** When something happened elsewhere. */
export interface BroughtAt {
  /** Epoch ms. */
  readonly at: number;
  readonly utcOffsetMin: number;
  /** Its place in the history: never before that of the event before it. */
  readonly order: number;
}

/** The one file that a brought journal has: it bears the month of its first event, which is the latest. */
export const broughtFile = (told: Pick<BroughtAt, 'at'>): string => fileNameAt(told.at);

/**
 * An event of a brought journal. All of them are one batch, so that they are there whole or not at all and one undo takes all back:
 * first what tells of it, at the latest of all times in it and of order 0, then the others, oldest first.
 * @param seq 1 for the first
 */
export const broughtEvent = (
  device: string,
  seq: number,
  { at, utcOffsetMin, order }: BroughtAt,
  body: EventBody,
): JournalEvent =>
  // Not spread together: that makes a slow object, and there may be millions.
  Object.assign({ v: 1 as const, device, seq, at, order, utcOffsetMin, batch: 1 }, body);

/** Answers that were given in this app may come back in a file: where one stands itself it counts, and its copy is behind it. */
const BEHIND_OURS_MS = 1_000;

/** Numbers the events of a brought journal behind the one that tells of it, and gives each its place in the history. */
export class BroughtSequence {
  /** Of the last event. */
  seq = 1;
  order = 0;

  constructor(
    readonly device: string,
    private readonly utcOffsetMin: number,
  ) {}

  /** The name of the last event. */
  get ref(): EventRef {
    return eventRefOf(this.device, this.seq);
  }

  /** Goes on to the next event. @param at when it happened, epoch ms */
  goOn(at: number): void {
    this.seq += 1;
    this.order = Math.max(this.order, at + BEHIND_OURS_MS);
  }

  /** The next event. */
  event(at: number, body: EventBody): JournalEvent {
    this.goOn(at);
    return this.#made(at, body);
  }

  /** The next event, before all that follow, whenever it happened. */
  eventBefore(at: number, body: EventBody): JournalEvent {
    this.goOn(0);
    return this.#made(at, body);
  }

  #made(at: number, body: EventBody): JournalEvent {
    const { device, seq, order, utcOffsetMin } = this;
    return broughtEvent(device, seq, { at, utcOffsetMin, order }, body);
  }
}
