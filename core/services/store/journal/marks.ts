import { LINE_START, piecesOf } from './journal-line.ts';
import { readPart } from '../../disk/whole-file.ts';
import type { Files } from '../../disk/files.ts';
import type { FileIndex } from './journal-index.ts';

/** Does the event of a number begin at a place of a file? */
function beginsAt(files: Files, path: string, device: string, seq: number, from: number, to: number): boolean {
  const start = Buffer.from(`${LINE_START}1,"device":"${device}","seq":${seq},`);
  if (readPart(files, path, from, from + start.length).equals(start)) return true;
  // Written by other hands, with its keys in another order.
  const event = piecesOf(readPart(files, path, from, to), from)[0]?.event;
  return event?.device === device && event.seq === seq;
}

/**
 * Does a file that is as long as it was still hold what was read of it? Its first and last mark are looked at: files that were
 * swapped, or written anew with lines more or less, do not hold both.
 */
export function standsWhereMarked(files: Files, path: string, { marks, end }: FileIndex, device: string): boolean {
  return [0, marks.length - 2].every((i) => {
    const [seq, offset] = [marks[i], marks[i + 1]];
    return seq === undefined || offset === undefined || beginsAt(files, path, device, seq, offset, marks[i + 3] ?? end);
  });
}
