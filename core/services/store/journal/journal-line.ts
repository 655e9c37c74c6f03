import { crc32 } from 'node:zlib';
import { AppError } from '../../../domain/errors.ts';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { MAX_VERSION } from '../../../domain/history/limits.ts';
import { readEvent } from '../../../domain/history/read-event.ts';
import { isHexOfCrc, writeHexOfCrc } from '../../disk/crc-hex.ts';
import { readReview } from './review-line.ts';

/**
 * One event as one line of JSON: `{"v":1,…,"crc":"89abcdef"}` and a newline. `crc` is always last; it is the CRC-32 of all
 * bytes of the line before its comma.
 */
const JOURNAL_VERSION = 1;
const LF = 0x0a;
const COMMA = 0x2c;
const BRACE = 0x7d;
/** Bytes of `,"crc":"89abcdef"}`. */
const SEAL_BYTES = 18;
const SEAL_START = ',"crc":"';
/** What follows the JSON of an event in place of the seal: it is written over, with the brace before it. */
const SEAL_ROOM = '"crc":"89abcdef"}\n';

export const encodeLine = (event: JournalEvent): Buffer => sealLine(JSON.stringify(event));

/** The line of a JSON object. */
export function sealLine(json: string): Buffer {
  // The closing brace makes room for the seal's comma: one conversion to bytes is enough.
  const bytes = Buffer.from(json + SEAL_ROOM);
  const seal = bytes.length - SEAL_BYTES - 1;
  bytes[seal] = COMMA;
  writeHexOfCrc(crc32(bytes.subarray(0, seal)), bytes, seal + SEAL_START.length);
  return bytes;
}

const SEAL = Buffer.from(`,${SEAL_ROOM}`);

/** Seals `bytes[from..to)`, a JSON object without the brace at its end, where there is room behind it. Returns where the next line begins. */
export function sealBehind(bytes: Buffer, from: number, to: number): number {
  for (let i = 0; i < SEAL.length; i++) bytes[to + i] = SEAL[i]!;
  writeHexOfCrc(crc32(bytes.subarray(from, to)), bytes, to + SEAL_START.length);
  return to + SEAL.length;
}

/** Is `bytes[from..to)`, without its newline, a line whose checksum holds? */
export function isSealed(bytes: Buffer, from: number, to: number): boolean {
  const seal = to - SEAL_BYTES;
  if (seal <= from || bytes[to - 1] !== BRACE) return false;
  for (let i = 0; i < SEAL_START.length; i++) if (bytes[seal + i] !== SEAL_START.charCodeAt(i)) return false;
  return isHexOfCrc(crc32(bytes.subarray(from, seal)), bytes, seal + SEAL_START.length);
}

/** Written by a newer app; a number beyond reason is damage. */
const isNewer = (version: unknown): boolean =>
  Number.isInteger(version) && (version as number) > JOURNAL_VERSION && (version as number) <= MAX_VERSION;

/**
 * The event of a line, or null where the line is damaged or no event: a checksum is no proof of sense.
 * @throws AppError `data-too-new`: whole, but written by a newer app.
 */
export function decodeLine(bytes: Buffer, from: number, to: number): JournalEvent | null {
  return isSealed(bytes, from, to) ? decodeSealed(bytes, from, to) : null;
}

/** The same of a line whose checksum is known to hold. */
export function decodeSealed(bytes: Buffer, from: number, to: number): JournalEvent | null {
  const review = readReview(bytes, from, to - SEAL_BYTES);
  if (review !== null) return review;
  const json = jsonOf(bytes, from, to);
  const version = (json as { v?: unknown } | null)?.v;
  if (isNewer(version))
    throw new AppError('data-too-new', 'a journal line of a newer app', { version: version as number });
  return readEvent(json);
}

/** What a sealed line says, without its seal; null where that is no JSON. */
export function jsonOf(bytes: Buffer, from: number, to: number): unknown {
  try {
    return JSON.parse(`${bytes.toString('utf8', from, to - SEAL_BYTES)}}`);
  } catch {
    return null;
  }
}

/** A piece of a journal file: an event, or bytes that are none. `offset` is where its line begins, or it inside a damaged one. */
export type Piece =
  | { readonly event: JournalEvent; readonly offset: number; readonly end: number }
  | { readonly event: null; readonly offset: number; readonly end: number; readonly bad: Buffer };

export const LINE_START = '{"v":';

/**
 * Events inside a damaged line: a newline that was lost leaves two whole ones side by side. An event has one seal and no line
 * inside it, so each seal is held against the nearest begin before it: one pass, whatever stands there.
 */
function salvage(bytes: Buffer, from: number, to: number, base: number, into: Piece[]): void {
  let left = from;
  let start = -1;
  let next = bytes.indexOf(LINE_START, from);
  for (
    let seal = bytes.indexOf(SEAL_START, from);
    seal >= 0 && seal + SEAL_BYTES <= to;
    seal = bytes.indexOf(SEAL_START, seal + 1)
  ) {
    for (; next >= 0 && next < seal; next = bytes.indexOf(LINE_START, next + 1)) start = next;
    if (start < left) continue;
    const end = seal + SEAL_BYTES;
    const event = decodeLine(bytes, start, end);
    const begin = start;
    start = -1;
    if (event === null) continue;
    if (begin > left)
      into.push({ event: null, offset: base + left, end: base + begin, bad: bytes.subarray(left, begin) });
    into.push({ event, offset: base + begin, end: base + end });
    left = end;
  }
  if (left < to) into.push({ event: null, offset: base + left, end: base + to, bad: bytes.subarray(left, to) });
}

/** The pieces of all whole lines in `bytes`, which begin at `base` of their file; what is behind the last newline is left out. */
export function piecesOf(bytes: Buffer, base: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let to = bytes.indexOf(LF); to >= 0; to = bytes.indexOf(LF, from)) {
    const event = decodeLine(bytes, from, to);
    if (event !== null) pieces.push({ event, offset: base + from, end: base + to + 1 });
    else if (to > from) salvage(bytes, from, to, base, pieces);
    from = to + 1;
  }
  return pieces;
}
