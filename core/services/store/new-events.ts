import { AppError } from '../../domain/errors.ts';
import type { EventBody, JournalEvent, Stamp } from '../../domain/history/events.ts';
import { MAX_AT, MIN_AT } from '../../domain/history/limits.ts';
import type { Clock } from '../ports.ts';
import { breathe } from '../jobs/slices.ts';
import { decodeSealed, encodeLine } from './journal/journal-line.ts';
import type { OpenedFolder } from './start.ts';

/** Lines that are made before the loop is given free. */
const GROUP = 500;

/**
 * The stamp of an event that happens now.
 * @param seq its number on this device
 * @param lastOrder the highest order seen of any device
 */
export function stampNow(clock: Clock, device: string, seq: number, lastOrder: number): Stamp {
  const at = Math.min(Math.max(clock.now(), MIN_AT), MAX_AT);
  return { v: 1, device, seq, at, order: Math.max(at, lastOrder + 1), utcOffsetMin: clock.utcOffsetMin(at) };
}

/** The event of a stamp, which becomes it. Not `{ ...stamp, ...body }`: V8 makes that a slow object, 10 µs here and some more wherever it is read. */
export const eventOf = (stamp: Stamp, body: EventBody): JournalEvent => Object.assign(stamp, body);

/** Events of one instant that count as one: the first names the batch, and all but the last say that it goes on. */
export function batchOfEvents(first: Stamp, bodies: readonly EventBody[]): JournalEvent[] {
  if (bodies.length === 1) return bodies.map((body) => eventOf(first, body));
  return bodies.map((body, i): JournalEvent => {
    const stamp = { ...first, seq: first.seq + i, order: first.order + i, batch: first.seq };
    return eventOf(i + 1 < bodies.length ? { ...stamp, more: true } : stamp, body);
  });
}

/**
 * The line of an event that is to be accepted, once it is sure that it will be read again.
 * @throws AppError `internal`
 */
export function lineOf(event: JournalEvent): Buffer {
  const line = encodeLine(event);
  if (decodeSealed(line, 0, line.length - 1) === null)
    throw new AppError('internal', `an event of type ${event.type} that no reader would take`);
  return line;
}

/** The lines of many events; gives the loop free in between. @throws AppError `internal` */
export async function linesOf(events: readonly JournalEvent[]): Promise<Buffer[]> {
  const lines: Buffer[] = [];
  for (const event of events) {
    lines.push(lineOf(event));
    if (lines.length % GROUP === 0) await breathe();
  }
  return lines;
}

/** Puts events on the disk in one append, and notes where each stands. @throws errors of the disk; then none of them is there */
export function appendEvents(
  { device, journals, writer }: OpenedFolder,
  events: readonly JournalEvent[],
  lines: readonly Buffer[],
): void {
  const { file, offset } = writer.append(lines.length === 1 ? lines[0]! : Buffer.concat(lines), events[0]!.at);
  const journal = journals.of(device.id);
  let end = offset;
  events.forEach((event, i) => {
    const begin = end;
    end += lines[i]!.length;
    journal.added(event, file, begin, end);
  });
  journals.passed(journal.covered.order);
}
