import { AppError } from '../../../domain/errors.ts';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { MAX_AT, MAX_SEQ, MIN_AT } from '../../../domain/history/limits.ts';
import { decodeSealed, isSealed, jsonOf } from './journal-line.ts';

/** A line of one device as it stands, with what is to be known of it to carry it elsewhere. */
export interface RawLine {
  readonly seq: number;
  /** Epoch ms, as it is stamped. */
  readonly at: number;
  /** Its batch goes on behind it. */
  readonly more: boolean;
  /** Null where only a newer version knows its type: the line is kept and carried all the same. */
  readonly event: JournalEvent | null;
  /** With its newline. */
  readonly bytes: Buffer;
}

const LF = 0x0a;
const isWithin = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/**
 * The line of a device that stands at a place, without its newline; null for what is none: damaged, or another device's.
 * @param bytes may be shared: the line is a view of it
 * @throws AppError `data-too-new`
 */
export function rawLineAt(bytes: Buffer, from: number, to: number, device: string): RawLine | null {
  if (!isSealed(bytes, from, to)) return null;
  const event = decodeSealed(bytes, from, to);
  const line = bytes.subarray(from, to + 1);
  if (event !== null)
    return event.device === device
      ? { seq: event.seq, at: event.at, more: event.more === true, event, bytes: line }
      : null;
  const json = jsonOf(bytes, from, to) as Record<string, unknown> | null;
  const { seq, at, more } = json ?? {};
  if (json?.['device'] !== device || !isWithin(seq, 1, MAX_SEQ) || !isWithin(at, MIN_AT, MAX_AT)) return null;
  return { seq, at, more: more === true, event: null, bytes: line };
}

/** Lines between two chances to give the loop free. */
const GROUP = 200;

/**
 * Lines that come from elsewhere, all of one device, their numbers rising: every one is whole, or none is taken. In steps.
 * @throws AppError `data-corrupt`, `data-too-new`
 */
export function* readingLines(bytes: Buffer, device: string): Generator<void, RawLine[]> {
  const lines: RawLine[] = [];
  let last = 0;
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(LF, from);
    const line = to < 0 ? null : rawLineAt(bytes, from, to, device);
    if (line === null || line.seq <= last) throw new AppError('data-corrupt', 'lines that are not those of a device');
    lines.push(line);
    last = line.seq;
    from = to + 1;
    if (lines.length % GROUP === 0) yield;
  }
  return lines;
}

/** How many of them can be taken: up to the end of the last batch that came whole. */
export function wholeBatches(lines: readonly RawLine[]): number {
  let count = lines.length;
  while (count > 0 && lines[count - 1]!.more) count--;
  return count;
}
