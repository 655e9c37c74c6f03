import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import { DEVICE_ID, MAX_SEQ } from '../../domain/history/limits.ts';
import { isSealed, jsonOf, sealLine } from '../store/journal/journal-line.ts';
import type { RawLine } from '../store/journal/raw-line.ts';
import type { SegmentName } from './segment-name.ts';

/** A segment is no longer than this, one line more aside. */
export const MOST_SEGMENT_BYTES = 1 << 20;
/** No file that is longer is read as one: a line alone may take 8 MiB. */
export const MOST_READ_BYTES = 16 << 20;
const VERSION = 1;
const LF = 0x0a;

const Seq = z.int().min(1).max(MAX_SEQ);
const Hash = z.string().regex(/^[0-9a-f]{32}$/);
/** One line of a journal by its number and what it is. */
export const Place = z.strictObject({ seq: Seq, hash: Hash });
const Head = z.object({
  sync: z.literal('segment'),
  version: z.literal(VERSION),
  device: z.string().regex(DEVICE_ID),
  /** The line before the first; null where the journal begins with it. So what is behind it is known not to be missing. */
  after: Place.nullable(),
  first: Seq,
  last: Place,
  /** Of the lines, and the SHA-256 of them. */
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type LinePlace = Readonly<z.infer<typeof Place>>;
/** What a segment says of itself in its first line. */
export type SegmentHead = Readonly<Omit<z.infer<typeof Head>, 'sync' | 'version'>> & {
  /** Of the head, and so of all of it. */
  readonly id: string;
};

/** Some lines of a journal as they stand, never changed after they are written. */
export interface Segment {
  readonly head: SegmentHead;
  readonly lines: Buffer;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);
export const placeOf = ({ seq, bytes }: Pick<RawLine, 'seq' | 'bytes'>): LinePlace => ({ seq, hash: hashOf(bytes) });
export const isSamePlace = (a: LinePlace | null, b: LinePlace | null): boolean =>
  a === b || (a !== null && b !== null && a.seq === b.seq && a.hash === b.hash);

/** @param lines of one device, numbers rising, at least one @returns its head and the bytes of its file */
export function makeSegment(
  device: string,
  after: LinePlace | null,
  lines: readonly RawLine[],
): { readonly head: SegmentHead; readonly pieces: readonly Buffer[] } {
  const body = Buffer.concat(lines.map(({ bytes }) => bytes));
  const sha256 = createHash('sha256').update(body).digest('hex');
  const said = { device, after, first: lines[0]!.seq, last: placeOf(lines.at(-1)!), bytes: body.length, sha256 };
  const line = sealLine(JSON.stringify({ sync: 'segment', version: VERSION, ...said }));
  return { head: { ...said, id: hashOf(line) }, pieces: [line, body] };
}

/**
 * What a file holds; null for what is no segment, or none that came whole.
 * @throws AppError `data-too-new`
 */
export function readSegment(bytes: Buffer): Segment | null {
  const end = bytes.indexOf(LF);
  if (end < 0 || !isSealed(bytes, 0, end)) return null;
  const raw = jsonOf(bytes, 0, end) as { sync?: unknown; version?: unknown } | null;
  if (raw?.sync === 'segment' && typeof raw.version === 'number' && raw.version > VERSION)
    throw new AppError('data-too-new', 'a segment written by a newer app', { version: raw.version });
  const parsed = Head.safeParse(raw);
  if (!parsed.success) return null;
  const { sync: _sync, version: _version, ...said } = parsed.data;
  const lines = bytes.subarray(end + 1);
  if (lines.length !== said.bytes || createHash('sha256').update(lines).digest('hex') !== said.sha256) return null;
  return { head: { ...said, id: hashOf(bytes.subarray(0, end + 1)) }, lines };
}

export const nameOfHead = ({ device, first, last, id }: SegmentHead): SegmentName => ({
  ...{ device, first, id },
  last: last.seq,
});
