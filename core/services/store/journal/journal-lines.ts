import { join } from 'node:path';
import type { JournalEvent } from '../../../domain/history/events.ts';
import type { DeviceJournal } from './device-journal.ts';
import type { Files } from '../../disk/files.ts';
import { readJournalFile } from './journal-file.ts';
import { isRefused } from './journal-index.ts';
import { comesAfter } from './sequence.ts';
import { readPart } from '../../disk/whole-file.ts';

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
  for (const file of covered.files) {
    const { name, end } = file;
    const path = join(folder, name);
    if (files.facts(path) === null) continue;
    const all = readPart(files, path, 0, end);
    for (const { event, offset, end: to } of readJournalFile(files, path, 0)) {
      if (offset >= end) break;
      if (event?.device === covered.device && !lines.has(event.seq) && !isRefused(file, offset))
        lines.set(event.seq, { event, file: name, bytes: wholeLine(all.subarray(offset, to)) });
      if (lines.size % LINES_A_STEP === 0) yield;
    }
  }
  return lines;
}

const LF = 0x0a;
/** A line as it stands, since a field that only a newer version knows is no part of its event. Inside a damaged line it has no newline of its own. */
export const wholeLine = (bytes: Buffer): Buffer =>
  bytes.at(-1) === LF ? bytes : Buffer.concat([bytes, Buffer.of(LF)]);

/** The first sequence number under which two copies of one device hold different events; null where they agree. */
export function firstDifference(a: Lines, b: Lines): number | null {
  let first: number | null = null;
  for (const [seq, { bytes }] of a) {
    const other = b.get(seq);
    if (other && !other.bytes.equals(bytes) && (first === null || seq < first)) first = seq;
  }
  return first;
}

/** Lines of another copy that can stand among ours, and those that can not: ours were acknowledged, and stay readable. */
export function fitting(ours: Lines, theirs: Lines, furthest: number): { readonly fit: Lines; readonly left: Line[] } {
  const fit: Lines = new Map();
  const left: Line[] = [];
  const seqs = [...ours.keys()].sort((a, b) => a - b);
  let next = 0;
  for (const [seq, line] of [...theirs].sort(([a], [b]) => a - b)) {
    while (next < seqs.length && seqs[next]! < seq) next++;
    const [before, after] = [ours.get(seqs[next - 1] ?? 0), ours.get(seqs[next] ?? 0)];
    const isFit = ours.has(seq) || (seq <= furthest && follows(line, before) && (!after || follows(after, line)));
    if (isFit) fit.set(seq, line);
    else left.push(line);
  }
  return { fit, left };
}

const follows = (line: Line, before: Line | undefined): boolean =>
  before === undefined || comesAfter(line.event, before.event);
