import { foldLetters } from './fold-letters.ts';
import { INVISIBLE_CLASS, plainCharacters } from './plain-characters.ts';
import { spellThai } from './thai-spelling.ts';

/** Nearly every text: letters of Latin without accents, Thai, digits and signs as keyboards type them. Only case is to be folded. */
const COMMON = /^[\x20-\x7E\u0E01-\u0E5B]*$/;
/** What prose has beside that. */
const TYPICAL = /[\u00A0\u200B\u2010-\u2014\u2018-\u201F\u2060\n]/g;
const PLAIN: Readonly<Record<string, string>> = { '\u00A0': ' ', '\n': ' ', '\u200B': '', '\u2060': '' };
const QUOTES = /[\u201C-\u201F\u2033\u00AB\u00BB\uFF02]/g;

/**
 * The text as a search compares it; never shown. Case and accents of Latin letters do not count, nor do width, kinds of space, hyphen
 * and quotation mark, and what can not be seen; digits are plain. Thai has one spelling, and keeps every mark: a tone makes another word.
 * Idempotent.
 */
export function searchForm(text: string): string {
  if (COMMON.test(text)) return commonForm(text);
  const plain = text.replace(TYPICAL, plainSign);
  if (COMMON.test(plain)) return commonForm(plain);
  return spellThai(foldLetters(plainCharacters(text).replace(QUOTES, '"'), 'ignore'));
}

function commonForm(text: string): string {
  const digits = /[\u0E50-\u0E59]/.test(text) ? plainCharacters(text) : text;
  const spaced = digits.includes('  ') ? digits.replace(/ +/g, ' ') : digits;
  return spellThai(spaced.toLowerCase().replaceAll('`', "'"));
}

const plainSign = (sign: string): string => PLAIN[sign] ?? (sign < '\u2018' ? '-' : sign < '\u201C' ? "'" : '"');

const THAI_BEHIND = '\u0E30\u0E32\u0E33';
const TAIL = `[\\p{M}${THAI_BEHIND}${INVISIBLE_CLASS}]*`;
/** Pieces that have a form of their own wherever they stand: what changes together stands in one of them. */
const PIECE = new RegExp(
  `[${INVISIBLE_CLASS}]*(?:[\\s\\p{Z}\\p{Cc}][\\s\\p{Z}\\p{Cc}${INVISIBLE_CLASS}]*|\u0E40[\u0E40${INVISIBLE_CLASS}]*${TAIL}|[\\u1100-\\u11FF\\uAC00-\\uD7A3][\\u1100-\\u11FF${INVISIBLE_CLASS}]*${TAIL}|[^]${TAIL}|$)`,
  'gu',
);

/** The search form of a text, and where in the text each sign of it stands. */
export interface MappedForm {
  readonly form: string;
  /** For each sign of the form the place in the text where that begins which it was made of, and behind the last the text's end. */
  readonly starts: readonly number[];
  /** The same for where it ends. */
  readonly ends: readonly number[];
}

/** As `searchForm`, with the places. */
export function mappedForm(text: string): MappedForm {
  const starts: number[] = [];
  const ends: number[] = [];
  let form = '';
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const made = searchForm(piece);
    const isSignForSign = made.length === piece.length;
    for (let i = 0; i < made.length; i++) {
      starts.push(isSignForSign ? index + i : index);
      ends.push(isSignForSign ? index + i + 1 : index + piece.length);
    }
    form += made;
  }
  return { form, starts, ends };
}
