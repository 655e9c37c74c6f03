import { isBrought } from '../../../domain/history/brought-device.ts';
import type { JournalEvent } from '../../../domain/history/events.ts';
import type { Files } from '../../disk/files.ts';
import { MAX_LINE_BYTES, readJournalFile } from './journal-file.ts';
import { decodeLine, type Piece } from './journal-line.ts';
import { readPart } from '../../disk/whole-file.ts';

const LF = 0x0a;

/** The event of the last whole line between `from` and `size`, or null where there is none or it is damaged. */
function lastEvent(files: Files, path: string, from: number, size: number): JournalEvent | null {
  for (let length = 8192; ; length *= 8) {
    const begin = Math.max(from, size - length);
    const bytes = readPart(files, path, begin, size);
    const end = bytes.lastIndexOf(LF);
    const start = end < 0 ? -1 : bytes.lastIndexOf(LF, end - 1);
    if (end >= 0 && (start >= 0 || begin === from)) return decodeLine(bytes, start + 1, end);
    if (begin === from || length >= MAX_LINE_BYTES) return null;
  }
}

/** What one append wrote, as far as it can be read. */
interface Run {
  readonly begin: number;
  readonly batch: number | undefined;
  /** Its last line is there. */
  readonly isEnded: boolean;
  readonly isTorn: boolean;
}

/** Zeros where text was: the size of a file reached the disk and its content did not. Nothing else that happens to a line makes them. */
const isTorn = (piece: Piece): boolean => piece.event === null && piece.bad.includes(0);

/** The run that a piece belongs to; null where what is read so far was accepted for sure. */
function runOf(piece: Piece, run: Run | null, accepted: number): Run | null {
  const { event, offset } = piece;
  if (event === null) {
    if (!isTorn(piece)) return run;
    if (run === null || run.isEnded) return { begin: offset, batch: undefined, isEnded: false, isTorn: true };
    return { ...run, isTorn: true };
  }
  if (event.batch === undefined || event.seq <= accepted) return null;
  const isEnded = event.more === undefined;
  const isSame = run !== null && (run.batch ?? event.batch) === event.batch && event.seq !== event.batch;
  return isSame
    ? { ...run, batch: event.batch, isEnded }
    : { begin: offset, batch: event.batch, isEnded, isTorn: false };
}

/**
 * Where the last append begins that did not come whole, or null: a batch whose last line never came, or one of which the
 * power took a part. Only the end of the newest file can hold one: the writer cuts it off before it accepts anything else.
 * `accepted`: events up to this number are known to have been accepted, so a batch among them lost its end to something else
 * than a crash, and stays.
 */
export function unfinishedBatchAt(
  files: Files,
  path: string,
  from: number,
  size: number,
  accepted: number,
): number | null {
  const last = lastEvent(files, path, from, size);
  if (last !== null && (last.batch === undefined || last.seq <= accepted)) return null;
  // What was brought in was on the disk before it got its name, and may be a million lines: its end says that all of it came.
  if (last !== null && last.more === undefined && isBrought(last.device)) return null;
  let run: Run | null = null;
  for (const piece of readJournalFile(files, path, from)) run = runOf(piece, run, accepted);
  return run !== null && (run.isTorn || last?.more !== undefined) ? run.begin : null;
}
