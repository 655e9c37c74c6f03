import { decoderOf } from './decoder.ts';
import { guessedLegacy } from './legacy-encoding.ts';

/** Text of a file, and how it was written. */
export interface DecodedText {
  readonly text: string;
  /** A label of the WHATWG standard: `utf-8`, `utf-16le`, `windows-874` … */
  readonly encoding: string;
  /** Something in it can not be read in that encoding, or is a NUL; it was replaced or left out. */
  readonly isMended: boolean;
}

const UTF8 = 'utf-8';
const SAMPLE_BYTES = 64 << 10;
/** Of bytes of white space at the places of low bytes: those whose high byte looks like one. */
const WHITE_OF_UTF16 = 0.8;
/** Letters of several bytes for each broken one: other encodings make them by chance only. */
const MOST_BROKEN = 4;

/** Decodes text. @param encoding as it was told; else it is guessed: marks at the beginning, then strictly UTF-8, then by its letters */
export function decodedText(bytes: Uint8Array, encoding?: string): DecodedText {
  const chosen = encoding ?? guessedEncoding(bytes);
  const text = decoderOf(chosen).decode(bytes).normalize('NFC');
  const isMended = /[\0\uFFFD]/.test(text);
  return { text: text.replaceAll('\0', ''), encoding: chosen, isMended };
}

/** Is it the name of an encoding that can be read? */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** The encoding that text of a file is most likely written in. */
export function guessedEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const utf16 = asUtf16(sample);
  if (utf16 !== null) return utf16;
  if (isUtf8(bytes)) return UTF8;
  // Few broken bytes in a text that else is UTF-8 with many letters beyond ASCII: it is damaged, not written otherwise.
  if (isMostlyUtf8(sample)) return UTF8;
  return guessedLegacy(sample);
}

/** In UTF-16 every space and line end has a high byte of 0 beside it; in other text nothing has, but for stray NULs. */
function asUtf16(sample: Uint8Array): string | null {
  if (!sample.includes(0)) return null;
  const hasWhite = (lowAt: number, highAt: number) => {
    let white = 0;
    let fitting = 0;
    for (let i = 0; i + 1 < sample.length; i += 2) {
      if (![9, 10, 13, 32].includes(sample[i + lowAt]!)) continue;
      white++;
      if (sample[i + highAt]! < 0x20) fitting++;
    }
    return white > 0 && fitting >= WHITE_OF_UTF16 * white;
  };
  if (hasWhite(0, 1)) return 'utf-16le';
  return hasWhite(1, 0) ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder(UTF8, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder(UTF8).decode(sample);
  const broken = text.split('\uFFFD').length - 1;
  let whole = 0;
  for (const character of text) if (character > '\x7f' && character !== '\uFFFD') whole++;
  return whole > MOST_BROKEN * broken;
}
