import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { refOf, type EventRef, type JournalEvent } from '../../domain/history/events.ts';
import { forkId } from '../store/journal/device.ts';
import type { DeviceJournal } from '../store/journal/device-journal.ts';
import type { Files } from '../disk/files.ts';
import { readPart } from '../disk/whole-file.ts';
import { readJournalFile } from '../store/journal/journal-file.ts';
import { isRefused } from '../store/journal/journal-index.ts';
import { jsonOf, sealLine } from '../store/journal/journal-line.ts';
import { comesAfter } from '../store/journal/sequence.ts';

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
    // As they stand: a field that only a newer version knows is no part of the event.
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
/** An event inside a damaged line has no newline of its own. */
const wholeLine = (bytes: Buffer): Buffer => (bytes.at(-1) === LF ? bytes : Buffer.concat([bytes, Buffer.of(LF)]));

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
  before === undefined || (comesAfter(line.event, before.event) && line.file >= before.file);

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
  return { device, from, fork: forkId(hash) };
}

/** The lines of a copy from the fork on, under the new id; what they say of each other is renamed with them. */
export function forkedLines(lines: Lines, { device, from, fork }: Fork): Lines {
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
    if (event.type === 'undo') own['of'] = event.of.map(renamed);
    const line = sealLine(JSON.stringify({ ...(jsonOf(bytes, 0, bytes.length - 1) as object), ...own }));
    forked.set(seq, { event: { ...event, ...own } as JournalEvent, file, bytes: line });
  }
  return forked;
}
