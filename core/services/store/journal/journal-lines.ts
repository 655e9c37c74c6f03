import { join } from 'node:path';
import type { JournalEvent } from '../../../domain/events.ts';
import type { DeviceJournal } from './device-journal.ts';
import type { Files } from '../../disk/files.ts';
import { readJournalFile } from './journal-file.ts';
import { encodeLine } from './journal-line.ts';

const LINES_A_STEP = 500;

/** One event as it stands in a journal file. */
export interface Line {
  readonly event: JournalEvent;
  readonly file: string;
  /** With its newline. */
  readonly bytes: Buffer;
}
/** Lines of one device by sequence number. */
export type Lines = Map<number, Line>;

/** All lines of a device that are events, read in steps. */
export function* linesOf(files: Files, { folder, covered }: DeviceJournal): Generator<void, Lines> {
  const lines: Lines = new Map();
  for (const { name, end } of covered.files) {
    if (files.facts(join(folder, name)) === null) continue;
    for (const { event, offset } of readJournalFile(files, join(folder, name), 0)) {
      if (offset >= end) break;
      if (event !== null && event.device === covered.device && !lines.has(event.seq))
        lines.set(event.seq, { event, file: name, bytes: encodeLine(event) });
      if (lines.size % LINES_A_STEP === 0) yield;
    }
  }
  return lines;
}

/** The first sequence number under which two copies of one device hold different events; null where they agree. */
export function firstDifference(a: Lines, b: Lines): number | null {
  let first: number | null = null;
  for (const [seq, { bytes }] of a) {
    const other = b.get(seq);
    if (other && !other.bytes.equals(bytes) && (first === null || seq < first)) first = seq;
  }
  return first;
}
