import { createHash } from 'node:crypto';
import { refOf, type JournalEvent } from '../../../domain/history/events.ts';
import type { EventRef } from '../../../domain/ids.ts';
import type { AheadSpan } from '../../../domain/history/stamped-ahead.ts';
import { forkId } from './device.ts';
import { jsonOf, sealLine } from './journal-line.ts';
import type { Lines } from './journal-lines.ts';

/** The part of one copy that goes its own way from `from` on, as a device of its own. */
export interface Fork {
  readonly device: string;
  readonly from: number;
  readonly fork: string;
  /** What settings the copy that leaves chose, before and after, by the names the events had. */
  readonly chosen: readonly JournalEvent[];
}

/** The id of the copy of a device whose first own line is this one, with its newline. */
export const forkIdOf = (device: string, line: Uint8Array): string =>
  forkId(createHash('sha256').update(device).update(line).digest('hex'));

/**
 * A data folder that was copied, and used in both places, has two histories under one device id. The one whose first own
 * event sorts behind gets an id made from that event: the same one on every device, so that merging stays the same
 * whichever way round.
 */
export function forkOf(device: string, from: number, leaver: Lines): Fork {
  const chosen = [...leaver.values()].map(({ event }) => event).filter(({ type }) => type === 'setting');
  return { device, from, fork: forkIdOf(device, leaver.get(from)!.bytes), chosen };
}

/** What was said of a device's clock, where its events from the fork on have another name. */
export const forkedSpans = (spans: readonly AheadSpan[], { device, from, fork }: Fork): AheadSpan[] =>
  spans.flatMap((span) => {
    if (span.device !== device || span.to < from) return [span];
    const moved = { ...span, device: fork, from: Math.max(span.from, from) };
    return span.from < from ? [{ ...span, to: from - 1 }, moved] : [moved];
  });

/** The lines of a copy from the fork on, under the new id; what they say of each other is renamed with them. */
export function forkedLines(lines: Lines, way: Fork): Lines {
  const { device, from, fork } = way;
  const renamed = (ref: EventRef): EventRef => {
    const seq = Number(ref.slice(device.length + 1));
    return ref === refOf({ device, seq }) && seq >= from ? refOf({ device: fork, seq }) : ref;
  };
  const forked: Lines = new Map();
  for (const [seq, { event, file, bytes }] of lines) {
    if (seq < from) continue;
    const own: Record<string, unknown> = { device: fork };
    if ('prev' in event && event.prev !== null) own['prev'] = renamed(event.prev);
    if ('corrects' in event && event.corrects !== undefined) own['corrects'] = renamed(event.corrects);
    if ('parameters' in event && event.parameters !== undefined) own['parameters'] = renamed(event.parameters);
    if (event.type === 'undo') own['of'] = event.of.map(renamed);
    if (event.type === 'clock') own['spans'] = forkedSpans(event.spans, way);
    const line = sealLine(JSON.stringify({ ...(jsonOf(bytes, 0, bytes.length - 1) as object), ...own }));
    forked.set(seq, { event: { ...event, ...own } as JournalEvent, file, bytes: line });
  }
  return forked;
}
