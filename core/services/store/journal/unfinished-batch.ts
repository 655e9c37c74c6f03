import type { JournalEvent } from '../../../domain/history/events.ts';
import type { Files } from '../../disk/files.ts';
import { readJournalFile } from './journal-file.ts';
import { decodeLine } from './journal-line.ts';
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
    if (begin === from) return null;
  }
}

/**
 * Where a batch begins whose last line never came, or null. Only the end of the newest file can hold one: the writer
 * cuts it off before it accepts anything else. `accepted`: events up to this number are known to have been accepted, so a
 * batch among them lost its end to something else than a crash, and stays.
 */
export function unfinishedBatchAt(
  files: Files,
  path: string,
  from: number,
  size: number,
  accepted: number,
): number | null {
  const last = lastEvent(files, path, from, size);
  if (last?.more === undefined || last.seq <= accepted) return null;
  let start: number | null = null;
  for (const { event, offset } of readJournalFile(files, path, from)) {
    if (event === null) continue;
    // An event in between belongs to no such batch and was accepted: nothing before it is cut.
    if (event.batch !== last.batch) start = null;
    else start ??= offset;
  }
  return start;
}
