import { createHash } from 'node:crypto';
import { refOf, type EventRef, type JournalEvent } from '../../../domain/events.ts';
import { encodeLine } from './journal-line.ts';
import type { Line, Lines } from './journal-lines.ts';

/** The part of one copy that goes its own way from `from` on, as a device of its own. */
export interface Fork {
  readonly device: string;
  readonly from: number;
  readonly fork: string;
}

/**
 * A data folder that was copied, and used in both places, has two histories under one device id. The one whose first own
 * event sorts behind gets an id made from that event: the same one on every device, so that merging stays the same
 * whichever way round.
 */
export function forkOf(device: string, from: number, first: Line): Fork {
  const hash = createHash('sha256').update(device).update(first.bytes).digest('hex');
  return { device, from, fork: `${FORK}${hash.slice(0, 28)}` };
}

const FORK = 'fork';
export const isFork = (device: string): boolean => device.startsWith(FORK);

/** The lines of a copy from the fork on, under the new id; what they say of each other is renamed with them. */
export function forkedLines(lines: Lines, { device, from, fork }: Fork): Lines {
  const renamed = (ref: EventRef): EventRef => {
    const seq = Number(ref.slice(device.length + 1));
    return ref === refOf({ device, seq }) && seq >= from ? refOf({ device: fork, seq }) : ref;
  };
  const forked: Lines = new Map();
  for (const [seq, { event, file }] of lines) {
    if (seq < from) continue;
    const moved = { ...event, device: fork } as JournalEvent;
    const own: Record<string, unknown> = {};
    if ('prev' in moved && moved.prev !== null) own['prev'] = renamed(moved.prev);
    if ('corrects' in moved && moved.corrects !== undefined) own['corrects'] = renamed(moved.corrects);
    if (moved.type === 'undo') own['of'] = moved.of.map(renamed);
    const whole = { ...moved, ...own } as JournalEvent;
    forked.set(seq, { event: whole, file, bytes: encodeLine(whole) });
  }
  return forked;
}
