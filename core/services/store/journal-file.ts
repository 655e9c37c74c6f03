import type { Files } from './files.ts';
import { piecesOf, type Piece } from './journal-line.ts';
import { readPart } from './whole-file.ts';

const BLOCK = 4 << 20;
const NAME = /^\d{4}-\d{2}\.ndjson$/;

/** `2026-11.ndjson` of an instant (epoch ms, UTC). */
export function fileNameAt(at: number): string {
  const date = new Date(Math.min(Math.max(at, 0), 253_370_764_800_000));
  return `${date.toISOString().slice(0, 7)}.ndjson`;
}

/** When the month of a journal file ends, epoch ms. */
export const endOfFile = (name: string): number => Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5, 7)), 1);

/** Journal files of a device's folder, oldest first. Other names are not ours to read. */
export const journalFiles = (files: Files, folder: string): string[] => files.list(folder).filter((name) => NAME.test(name));

/** What is behind the last newline: a line that was being written. */
export interface Tail {
  readonly offset: number;
  readonly bytes: Buffer;
}

/** Reads a journal file from a line's begin, a block at a time. Returns what stands behind the last newline. */
export function* readJournalFile(files: Files, path: string, from: number, block = BLOCK): Generator<Piece, Tail> {
  const size = files.facts(path)?.bytes ?? 0;
  let offset = from;
  let carried: Buffer = Buffer.alloc(0);
  while (offset + carried.length < size) {
    const next = readPart(files, path, offset + carried.length, Math.min(size, offset + carried.length + block));
    if (next.length === 0) break;
    const bytes = carried.length === 0 ? next : Buffer.concat([carried, next]);
    const taken = yield* piecesOf(bytes, offset);
    offset += taken;
    carried = bytes.subarray(taken);
  }
  return { offset, bytes: carried };
}
