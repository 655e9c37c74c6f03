import { join } from 'node:path';
import type { Files } from '../../disk/files.ts';
import { DEVICE_ID } from '../../../domain/history/limits.ts';
import { readPart } from '../../disk/whole-file.ts';
import { isFork } from './device.ts';
import type { BadPiece } from './device-journal.ts';
import { forkedLines, forkOf, type Fork } from './forks.ts';
import { journalFiles, readJournalFile } from './journal-file.ts';
import { firstDifference, wholeLine, type Line, type Lines } from './journal-lines.ts';

/** Two copies of one device went their own ways; `ours` where it is our journal whose events got the new id. */
type Parted = Fork & { readonly ours: boolean };

/** Events of journals as they belong together, wherever they were found. */
export interface Gathered {
  readonly devices: ReadonlyMap<string, Lines>;
  readonly forks: readonly Parted[];
}

const LINES_A_STEP = 500;

/** What one file holds, by device. */
function* linesIn(
  files: Files,
  path: string,
  bad: (offset: number, bytes: Buffer) => void,
): Generator<void, Map<string, Lines>> {
  const found = new Map<string, Lines>();
  let count = 0;
  const all = readPart(files, path, 0, files.facts(path)?.bytes ?? 0);
  for (const piece of readJournalFile(files, path, 0)) {
    if (++count % LINES_A_STEP === 0) yield;
    const { event, offset, end } = piece;
    if (event === null) bad(offset, piece.bad);
    if (event === null || !DEVICE_ID.test(event.device)) continue;
    const lines: Lines = found.get(event.device) ?? new Map<number, Line>();
    found.set(event.device, lines);
    if (!lines.has(event.seq)) lines.set(event.seq, { event, file: '', bytes: wholeLine(all.subarray(offset, end)) });
  }
  return found;
}

const addAll = (into: Lines, lines: Lines) => {
  for (const [seq, line] of lines) if (!into.has(seq)) into.set(seq, line);
};
const upTo = (lines: Lines, end: number): Lines => new Map([...lines].filter(([seq]) => seq < end));

/** Copies of a device's journal: files that agree make one copy together. The first is our own. */
function addToCopies(copies: Lines[], lines: Lines): void {
  const alike = copies.find((copy) => firstDifference(copy, lines) === null);
  if (alike) addAll(alike, lines);
  else copies.push(new Map(lines));
}

/** Unites copies of a device by its rule for copies that parted, as a merge does. */
function unite(all: Map<string, Lines>, device: string, lines: Lines, forks: Parted[]): void {
  const ours = all.get(device);
  const at = ours ? firstDifference(ours, lines) : null;
  if (!ours || at === null) {
    if (ours) addAll(ours, lines);
    else all.set(device, new Map(lines));
    return;
  }
  const isOurs = Buffer.compare(ours.get(at)!.bytes, lines.get(at)!.bytes) > 0;
  const [keeper, leaver] = isOurs ? [lines, ours] : [ours, lines];
  const fork = forkOf(device, at, leaver);
  forks.push({ ...fork, ours: isOurs });
  const united = upTo(leaver, at);
  addAll(united, keeper);
  all.set(device, united);
  unite(all, fork.fork, forkedLines(leaver, fork), forks);
}

/**
 * Reads whole journals without asking in which file, order or folder their lines stand, in steps. Nothing is written.
 * @param devices whose folders are read; others are added where lines of theirs are found
 * @param strays files beside the journals, below `journalDir`
 */
export function* gathering(
  files: Files,
  journalDir: string,
  devices: Iterable<string>,
  strays: readonly string[],
  report: (piece: BadPiece) => void,
): Generator<void, Gathered> {
  const copies = new Map<string, Lines[]>();
  const elsewhere: [device: string, lines: Lines][] = [];
  const wanted = new Set(devices);
  for (const path of strays)
    for (const [device, lines] of yield* linesIn(files, join(journalDir, path), () => undefined)) {
      wanted.add(device);
      elsewhere.push([device, lines]);
    }
  // A set gives also what is added while it is walked through.
  for (const device of wanted) {
    const own: Lines[] = [];
    copies.set(device, own);
    for (const file of journalFiles(files, join(journalDir, device))) {
      const bad = (offset: number, bytes: Buffer) =>
        report({ device, file, offset, bytes: Buffer.from(bytes), why: 'damaged' });
      for (const [from, lines] of yield* linesIn(files, join(journalDir, device, file), bad)) {
        if (from === device) addToCopies(own, lines);
        else {
          wanted.add(from);
          elsewhere.push([from, lines]);
        }
      }
    }
  }
  const all = new Map<string, Lines>();
  const forks: Parted[] = [];
  for (const [device, lines] of elsewhere) addToCopies(copies.get(device)!, lines);
  // A fork is united with the device it left, so that comes first.
  const order = [...copies].sort(([a], [b]) => Number(isFork(a)) - Number(isFork(b)));
  for (const [device, own] of order) {
    // A folder of which no line belongs to its device keeps none.
    if (own.length === 0) all.set(device, all.get(device) ?? new Map<number, Line>());
    for (const lines of own) {
      unite(all, device, lines, forks);
      yield;
    }
  }
  return { devices: all, forks };
}
