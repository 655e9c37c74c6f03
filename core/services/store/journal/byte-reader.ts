import type { EventRef } from '../../../domain/ids.ts';
import { MAX_DEVICE_ID, MAX_SEQ_DIGITS, MIN_DEVICE_ID } from '../../../domain/history/limits.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const isDigit = (byte: number) => byte >= ZERO && byte <= NINE;
const isLetterOrDigit = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || isDigit(byte);
/** Numbers of so many digits are whole below 2⁵³, so that one division by a power of ten gives the nearest double, as JSON.parse does. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/** Some words of plain letters, and their bytes. */
export type Words<T extends string = string> = readonly { readonly text: T; readonly bytes: Buffer }[];
export const wordsOf = <T extends string>(words: readonly T[]): Words<T> =>
  words.map((text) => ({ text, bytes: Buffer.from(text) }));

/**
 * Reads JSON whose layout is known, straight from its bytes: half of the time of JSON.parse, and no garbage but the values.
 * Whatever is not as expected (an escape, an exponent, another key) clears `ok`, and what was read is to be thrown away: the
 * caller asks JSON.parse instead. What is read while `ok` holds is what JSON.parse would have given.
 */
export class ByteReader {
  bytes: Buffer = Buffer.alloc(0);
  offset = 0;
  ok = true;

  /** Begins anew at a place. */
  go(bytes: Buffer, offset: number): void {
    this.bytes = bytes;
    this.offset = offset;
    this.ok = true;
  }

  /** Passes over exactly these bytes. */
  pass(expected: Uint8Array): void {
    const { bytes } = this;
    let offset = this.offset;
    for (let i = 0; i < expected.length; i++) {
      if (bytes[offset++] === expected[i]) continue;
      this.ok = false;
      return;
    }
    this.offset = offset;
  }

  /** Passes over these bytes where they are there; else nothing is changed. */
  skip(expected: Uint8Array): boolean {
    const { bytes, offset } = this;
    for (let i = 0; i < expected.length; i++) if (bytes[offset + i] !== expected[i]) return false;
    this.offset = offset + expected.length;
    return true;
  }

  number(): number {
    const { bytes } = this;
    let offset = this.offset;
    const isNegative = bytes[offset] === MINUS;
    if (isNegative) offset++;
    const begin = offset;
    let byte = bytes[offset]!;
    let value = 0;
    // The first digits as an integer of 32 bits, which is faster.
    for (; byte >= ZERO && byte <= NINE && offset < begin + 9; byte = bytes[++offset]!)
      value = (value * 10 + (byte - ZERO)) | 0;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++offset]!) value = value * 10 + (byte - ZERO);
    let digits = offset - begin;
    // JSON has no 007, and no number without a digit before its point.
    if (digits === 0 || (digits > 1 && bytes[begin] === ZERO)) this.ok = false;
    if (byte === DOT) {
      const point = ++offset;
      byte = bytes[offset]!;
      let behind = 0;
      for (; byte >= ZERO && byte <= NINE && offset < point + 9; byte = bytes[++offset]!)
        behind = (behind * 10 + (byte - ZERO)) | 0;
      for (; byte >= ZERO && byte <= NINE; byte = bytes[++offset]!) behind = behind * 10 + (byte - ZERO);
      const places = offset - point;
      digits += places;
      if (places === 0 || digits > EXACT_DIGITS) this.ok = false;
      else value = (value * POWERS[places]! + behind) / POWERS[places]!;
    }
    if (digits > EXACT_DIGITS || byte === 0x65 || byte === 0x45) this.ok = false;
    this.offset = offset;
    return isNegative ? -value : value;
  }

  /** A string without escapes. */
  text(): string {
    const { bytes } = this;
    let offset = this.offset;
    if (bytes[offset] !== QUOTE) this.ok = false;
    const begin = ++offset;
    let all = 0;
    let byte = bytes[offset]!;
    for (; byte !== QUOTE && byte !== BACKSLASH && byte >= 0x20; byte = bytes[++offset]!) all |= byte;
    if (byte !== QUOTE) this.ok = false;
    this.offset = offset + 1;
    return this.ok ? bytes.toString(all < 0x80 ? 'latin1' : 'utf8', begin, offset) : '';
  }

  /** The name of an event, `<device>:<seq>`: see `EVENT_REF`. */
  ref(): EventRef {
    const { bytes } = this;
    const begin = this.offset + 1;
    let offset = begin;
    for (let byte = bytes[offset]!; isLetterOrDigit(byte); byte = bytes[++offset]!);
    const device = offset - begin;
    const digits = offset + 1;
    if (bytes[offset] === COLON) for (offset++; isDigit(bytes[offset]!); offset++);
    const isRef =
      bytes[this.offset] === QUOTE &&
      device >= MIN_DEVICE_ID &&
      device <= MAX_DEVICE_ID &&
      offset > digits &&
      offset - digits <= MAX_SEQ_DIGITS &&
      bytes[digits] !== ZERO &&
      bytes[offset] === QUOTE;
    if (!isRef) this.ok = false;
    this.offset = offset + 1;
    return (isRef ? bytes.toString('latin1', begin, offset) : '') as EventRef;
  }

  /** One of a few words, without making a string of it; the first where it is none of them. */
  word<T extends string>(words: Words<T>): T {
    const { bytes } = this;
    const begin = this.offset + 1;
    if (bytes[this.offset] === QUOTE) {
      for (const word of words) {
        const { length } = word.bytes;
        let i = 0;
        while (i < length && bytes[begin + i] === word.bytes[i]) i++;
        if (i < length || bytes[begin + length] !== QUOTE) continue;
        this.offset = begin + length + 1;
        return word.text;
      }
    }
    this.ok = false;
    return words[0]!.text;
  }
}
