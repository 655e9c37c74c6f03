import { join } from 'node:path';
import type { Files } from '../../disk/files.ts';
import { readPart } from '../../disk/whole-file.ts';
import type { DeviceJournal } from './device-journal.ts';
import { MAX_LINE_BYTES } from './journal-file.ts';
import { isRefused, stretchOf, type FileIndex } from './journal-index.ts';
import { rawLineAt, type RawLine } from './raw-line.ts';

const LF = 0x0a;
const BLOCK = 1 << 16;

/** Whole lines of a stretch of a file, in blocks; what is longer than any line is passed over. */
function* blocksOf(files: Files, path: string, from: number, to: number): Generator<[bytes: Buffer, base: number]> {
  for (let offset = from, room = BLOCK; offset < to;) {
    const bytes = readPart(files, path, offset, Math.min(to, offset + room));
    const whole = bytes.lastIndexOf(LF) + 1;
    if (whole > 0) {
      yield [bytes.subarray(0, whole), offset];
      offset += whole;
      room = BLOCK;
    } else if (bytes.length === room && room < MAX_LINE_BYTES) room *= 2;
    else offset += Math.max(bytes.length, 1);
  }
}

function* linesIn(files: Files, journal: DeviceJournal, file: FileIndex, from: number): Generator<RawLine> {
  const path = join(journal.folder, file.name);
  if (files.facts(path) === null) return;
  for (const [bytes, base] of blocksOf(files, path, from, file.end))
    for (let at = 0; at < bytes.length;) {
      const to = bytes.indexOf(LF, at);
      const line = isRefused(file, base + at) && to > at ? refusedLine(bytes, at, to, journal) : null;
      const found = line ?? (isRefused(file, base + at) ? null : rawLineAt(bytes, at, to, journal.covered.device));
      if (found !== null) yield found;
      at = to + 1;
    }
}

/** A whole line that was not taken as an event is carried on only where it is for a newer version to say what it means. */
function refusedLine(bytes: Buffer, from: number, to: number, { covered }: DeviceJournal): RawLine | null {
  const line = rawLineAt(bytes, from, to, covered.device);
  return line?.event === null ? line : null;
}

/** The lines of a device behind a number, as far as they were read, read as they are asked for. */
export function* standingLines(files: Files, journal: DeviceJournal, after: number): Generator<RawLine> {
  const { covered } = journal;
  const begin = after === 0 ? null : stretchOf(covered, after);
  let last = after;
  for (const file of begin === null ? covered.files : covered.files.slice(covered.files.indexOf(begin.file)))
    for (const line of linesIn(files, journal, file, file === begin?.file ? begin.from : 0)) {
      if (line.seq <= last) continue;
      last = line.seq;
      yield line;
    }
}

/** The last line of a device as it stands; null where there is none. */
export function lastLine(files: Files, journal: DeviceJournal): RawLine | null {
  const { seq } = journal.covered;
  let last: RawLine | null = null;
  // What only a newer version knows may stand behind the last event.
  for (const line of standingLines(files, journal, Math.max(0, seq - 1))) last = line;
  return last;
}
