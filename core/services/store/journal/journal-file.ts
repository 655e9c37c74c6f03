import type { Files } from '../../disk/files.ts';
import { piecesOf, type Piece } from './journal-line.ts';
import { readPart } from '../../disk/whole-file.ts';

const LF = 0x0a;
/** Some thousand events: they are all in memory until the last of them was looked at. */
const BLOCK = 1 << 18;
const NAME = /^\d{4}-(?:0[1-9]|1[0-2])\.ndjson$/;

/** `2026-11.ndjson` of an instant (epoch ms, UTC). */
export function fileNameAt(at: number): string {
  const date = new Date(Math.min(Math.max(at, 0), 253_370_764_800_000));
  return `${date.toISOString().slice(0, 7)}.ndjson`;
}

/** When the month of a journal file ends, epoch ms. */
export const endOfFile = (name: string): number => Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5, 7)), 1);

/** Is it the name of a journal file? */
export const isJournalFile = (name: string): boolean => NAME.test(name);

/** Journal files of a device's folder, oldest first. Other names are not ours to read. */
export const journalFiles = (files: Files, folder: string): string[] => files.list(folder).filter(isJournalFile);

/** What is behind the last newline: a line that was being written. */
export interface Tail {
  readonly offset: number;
  readonly bytes: Buffer;
}

/** No line of ours comes near it: what is longer is cut into pieces that are no events. */
export const MAX_LINE_BYTES = 8 << 20;

/**
 * Reads a journal file from a line's begin, a block at a time. Returns what stands behind the last newline.
 * @param block bytes read at a time; more where a line is longer
 */
export function* journalBlocks(files: Files, path: string, from: number, block = BLOCK): Generator<Piece[], Tail> {
  const size = files.facts(path)?.bytes ?? 0;
  let offset = from;
  let bytes: Buffer = Buffer.alloc(0);
  for (let room = block; offset < size;) {
    const to = Math.min(size, offset + room);
    bytes = readPart(files, path, offset, to);
    const whole = bytes.lastIndexOf(LF) + 1;
    if (whole > 0) {
      yield piecesOf(bytes.subarray(0, whole), offset);
      offset += whole;
      bytes = bytes.subarray(whole);
      room = block;
    } else if (room >= MAX_LINE_BYTES && bytes.length === room) {
      yield [{ event: null, offset, end: to, bad: bytes }];
      offset = to;
      bytes = bytes.subarray(room);
      room = block;
    } else if (to === size || bytes.length < to - offset) break;
    else room *= 2;
  }
  return { offset, bytes };
}

/** The same, a piece at a time. */
export function* readJournalFile(files: Files, path: string, from: number, block = BLOCK): Generator<Piece, void> {
  for (const pieces of journalBlocks(files, path, from, block)) yield* pieces;
}

/** Bytes read at a time to see the next line. */
const NEAR = 4_096;

/** The piece that begins at a place of a file, or undefined at its end. */
export function nextPieceOf(files: Files, path: string, from: number): Piece | undefined {
  const next = journalBlocks(files, path, from, NEAR).next();
  return next.done ? undefined : next.value[0];
}
