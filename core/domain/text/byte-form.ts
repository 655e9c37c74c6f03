/**
 * A search form with a byte for each sign of Latin and Thai and three for any other: a third of the memory, and two signs that follow
 * each other are a number of sixteen bits. No byte begins one sign and goes on in another, so what is found as bytes is found as signs.
 */
const LINE = 0x0a;
const THAI_FIRST = 0x0e01;
const THAI_LAST = 0x0e5b;
/** Thai stands in a byte as in TIS-620. */
const THAI_BYTE = 0xa1;
const UPPER = [0x41, 0x5a] as const;

const isAscii = (code: number): boolean =>
  code === LINE || (code >= 0x20 && code < 0x7f && (code < UPPER[0] || code > UPPER[1]));
const isThai = (code: number): boolean => code >= THAI_FIRST && code <= THAI_LAST;
const byteOf = (code: number): number => (isAscii(code) ? code : isThai(code) ? code - THAI_FIRST + THAI_BYTE : 0);

/** Byte of a code unit; 0: it takes three. */
const SINGLE = Uint8Array.from({ length: THAI_LAST + 1 }, (_, code) => byteOf(code));
/** Bytes that stand for no sign alone: no form holds capitals or control characters. */
const used = new Set(SINGLE);
const FREE = Array.from({ length: 255 }, (_, i) => i + 1).filter((byte) => !used.has(byte));
const PARTS = 48;
const SECOND = FREE.slice(0, PARTS);
const FIRST = FREE.slice(PARTS, PARTS + Math.ceil(0x10000 / (PARTS * PARTS)));

/** The most bytes a sign takes. */
export const MOST_BYTES = 3;

/** Writes a form at a place; `bytes` must have room. @returns the place behind it */
export function writeBytes(form: string, bytes: Uint8Array, at: number): number {
  let place = at;
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    const single = code <= THAI_LAST ? SINGLE[code]! : 0;
    if (single !== 0) bytes[place++] = single;
    else {
      bytes[place++] = FIRST[Math.floor(code / (PARTS * PARTS))]!;
      bytes[place++] = SECOND[Math.floor(code / PARTS) % PARTS]!;
      bytes[place++] = SECOND[code % PARTS]!;
    }
  }
  return place;
}

export function bytesOf(form: string): Uint8Array {
  const bytes = new Uint8Array(form.length * MOST_BYTES);
  return bytes.subarray(0, writeBytes(form, bytes, 0));
}

/** Sign of a byte that stands for one alone. */
const CODES = new Uint16Array(0x100);
for (const [code, byte] of SINGLE.entries()) if (byte !== 0) CODES[byte] = code;

const LATER = new Set(SECOND);
/** Is it the second or third byte of a sign? */
export const isLaterByte = (byte: number): boolean => LATER.has(byte);

/** The form again. */
export function formOf(bytes: Uint8Array): string {
  let form = '';
  // A list of plain numbers is handed over far quicker than an array of bytes.
  let codes: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const code = CODES[byte]!;
    if (code !== 0) codes.push(code);
    else {
      const [high, low] = [SECOND.indexOf(bytes[++i]!), SECOND.indexOf(bytes[++i]!)];
      codes.push((FIRST.indexOf(byte) * PARTS + high) * PARTS + low);
    }
    if (codes.length < MOST_ARGUMENTS) continue;
    form += String.fromCharCode(...codes);
    codes = [];
  }
  return form + String.fromCharCode(...codes);
}

/** Of a call. */
const MOST_ARGUMENTS = 8_192;
