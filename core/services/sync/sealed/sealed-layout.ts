import { crc32 } from 'node:zlib';
import { CHECK_BYTES, SALT_BYTES, type SealParameters } from './seal-key.ts';

/** Where things stand in a sealed file. All numbers are little-endian. docs/sync.md describes it for other programs. */
const MAGIC = 'JMDSEAL';
const VERSION = 1;
const [AT_VERSION, AT_COST, AT_SALT] = [7, 8, 12];
const AT_CHECK = AT_SALT + SALT_BYTES;
const AT_NONCE = AT_CHECK + CHECK_BYTES;
export const NONCE_BYTES = 32;
const AT_CRC = AT_NONCE + NONCE_BYTES;
/** What stands open at the beginning: how the key is made, and the file's nonce. */
export const OPEN_BYTES = AT_CRC + 4;
export const TAG_BYTES = 16;
/** The first sealed part: the name of the file. */
const LABEL_BYTES = 256;
const AT_NAME = 2;
export const MAX_NAME_BYTES = LABEL_BYTES - AT_NAME;
/** All that is read to know what a file is. */
export const HEAD_BYTES = OPEN_BYTES + LABEL_BYTES + TAG_BYTES;
/** What a chunk seals; the last one may be shorter. */
export const CHUNK_BYTES = 64 << 10;
/** A chunk begins with how many bytes of content are in it; what is behind them only fills it up. */
const COUNT_BYTES = 4;
const CONTENT_BYTES = CHUNK_BYTES - COUNT_BYTES;
/** Smaller files are as long as this one. */
const LEAST_BYTES = 4096;

export interface OpenPart {
  readonly parameters: SealParameters;
  readonly check: Buffer;
  readonly nonce: Buffer;
}

export function writeOpenPart({ parameters, check, nonce }: OpenPart): Buffer {
  const bytes = Buffer.alloc(OPEN_BYTES);
  bytes.write(MAGIC, 0, 'latin1');
  bytes[AT_VERSION] = VERSION;
  bytes.set([parameters.log2N, parameters.r, parameters.p], AT_COST);
  bytes.set(parameters.salt, AT_SALT);
  bytes.set(check, AT_CHECK);
  bytes.set(nonce, AT_NONCE);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, AT_CRC)), AT_CRC);
  return bytes;
}

/** Why the open part of a file can not be used. `partial`: it may still be on its way. */
export type OpenFault = 'foreign' | 'too-new' | 'partial' | 'damaged';

/** Reads what stands open in a file, of which `head` is the beginning. */
export function readOpenPart(head: Buffer): OpenPart | OpenFault {
  const known = Math.min(head.length, MAGIC.length);
  if (head.toString('latin1', 0, known) !== MAGIC.slice(0, known)) return 'foreign';
  if (head.length < OPEN_BYTES) return 'partial';
  if (head[AT_VERSION]! > VERSION) return 'too-new';
  if (head.readUInt32LE(AT_CRC) !== crc32(head.subarray(0, AT_CRC))) return 'damaged';
  const part = (from: number, bytes: number) => Buffer.from(head.subarray(from, from + bytes));
  const [log2N = 0, r = 0, p = 0] = head.subarray(AT_COST, AT_SALT);
  return {
    parameters: { log2N, r, p, salt: part(AT_SALT, SALT_BYTES) },
    check: part(AT_CHECK, CHECK_BYTES),
    nonce: part(AT_NONCE, NONCE_BYTES),
  };
}

/** @param name of at most `MAX_NAME_BYTES` */
export function writeLabel(name: string): Buffer {
  const label = Buffer.alloc(LABEL_BYTES);
  label.writeUInt16LE(Buffer.byteLength(name));
  label.write(name, AT_NAME);
  return label;
}

export const readLabel = (label: Buffer): string => label.toString('utf8', AT_NAME, AT_NAME + label.readUInt16LE());

/**
 * What `bytes` bytes are filled up to: a length with few significant bits, at most an eighth longer, so that it tells its order of
 * magnitude and nothing that could be counted. Source: Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019).
 */
export function paddedBytes(bytes: number): number {
  if (bytes <= LEAST_BYTES) return LEAST_BYTES;
  const exponent = Math.floor(Math.log2(bytes));
  const unit = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(bytes / unit) * unit;
}

/** What is sealed as one chunk. */
export interface Plain {
  readonly bytes: Buffer;
  readonly isLast: boolean;
}

/** Cuts a content of any length into what the chunks seal, and fills it up. */
export async function* plainChunks(content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Plain> {
  let chunk = Buffer.alloc(CHUNK_BYTES);
  let [count, full] = [0, 0];
  for await (const piece of content)
    for (let at = 0; at < piece.length;) {
      if (count === CONTENT_BYTES) {
        chunk.writeUInt32LE(count);
        yield { bytes: chunk, isLast: false };
        [chunk, count, full] = [Buffer.alloc(CHUNK_BYTES), 0, full + 1];
      }
      const part = piece.subarray(at, at + CONTENT_BYTES - count);
      chunk.set(part, COUNT_BYTES + count);
      [at, count] = [at + part.length, count + part.length];
    }
  chunk.writeUInt32LE(count);
  let left = paddedBytes(full * CHUNK_BYTES + COUNT_BYTES + count) - full * CHUNK_BYTES;
  for (; left > CHUNK_BYTES; [chunk, left] = [Buffer.alloc(CHUNK_BYTES), left - CHUNK_BYTES])
    yield { bytes: chunk, isLast: false };
  // Nothing but a count must be in the last one, and it is there in full.
  yield { bytes: left < COUNT_BYTES ? Buffer.alloc(COUNT_BYTES) : chunk.subarray(0, left), isLast: true };
}

/** The content in what a chunk sealed; null where it says what none of ours does. */
export function contentOf(plain: Buffer): Buffer | null {
  const count = plain.length < COUNT_BYTES ? Infinity : plain.readUInt32LE();
  return count > plain.length - COUNT_BYTES ? null : plain.subarray(COUNT_BYTES, COUNT_BYTES + count);
}
