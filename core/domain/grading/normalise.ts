import { spellThai } from './thai-spelling.ts';

/**
 * The text as the learner may see it in a difference: case, accents and wording as typed, but one spelling for
 * what looks or means the same (Thai mark order, digits, dashes, quotes, spaces, dots of abbreviations).
 */
export function tidy(text: string): string {
  return squeeze(unifyCharacters(text));
}

/** Whether accents of Latin letters make another word ("esta", "está") or are only a way to write a name. */
export type Accents = 'keep' | 'ignore';

/**
 * The text as two answers are compared; never shown. Idempotent.
 *
 * NFC and not NFKC, which would make "x²" equal "x2". Accents are dropped from Latin letters only, and only where they are
 * to be ignored: a Thai mark or tone makes another word, and so does й for и.
 */
export function normalise(text: string, accents: Accents = 'keep'): string {
  let form = tidy(text);
  // What one round takes away may bring together what the next one folds. Words need one round, noise two or three.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = fold(form, accents);
    if (next === form) break;
    form = next;
  }
  return form;
}

const MAX_ROUNDS = 8;

function fold(text: string, accents: Accents): string {
  return tidy(
    foldLetters(text, accents)
      .replace(/[()[\]{}]/g, ' ')
      // A value and its unit are one thing, with or without a space: "50 %", "5 km".
      .replace(/(?<=\d) (?=[\p{L}%‰°])/gu, '')
      // "S-300" is "S 300", but the minus of "-5" and the range "1992-1999" stay.
      .replace(/(?<=\p{Script=Latin})-|-(?!\d)/gu, ' '),
  );
}

/** Case folded, and Latin accents where they are ignored, for any piece of text. toLowerCase is the same in every locale. */
export function foldLetters(text: string, accents: Accents = 'keep'): string {
  // The dot of İ is case, not an accent: toLowerCase leaves it behind as a mark on the i.
  const lower = text.toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
  if (accents === 'keep') return lower.normalize('NFC');
  return lower
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})[\u0300-\u036F]+/gu, '')
    .replace(/[łđøıæœß]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFC');
}

/** Latin letters whose stroke or ligature Unicode does not take apart. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/** Format characters (ZWSP, ZWNJ, ZWJ, BOM, soft hyphen, bidi marks) and the others Unicode calls ignorable. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const SPACES = /[\s\p{Z}\p{Cc}]+/gu;

/** Full-width forms of the printable ASCII characters, as East Asian keyboards write them. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** Zeros of scripts whose digits learners type: Thai, Lao, Khmer, Myanmar, Arabic, Persian, Devanagari, Bengali. */
const ZEROS = [0x0e50, 0x0ed0, 0x17e0, 0x1040, 0x0660, 0x06f0, 0x0966, 0x09e6];

/** A digit of another script as a plain one; others stay. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

function unifyCharacters(text: string): string {
  return (
    text
      .replace(INVISIBLE, '')
      .replace(SPACES, ' ')
      .normalize('NFC')
      .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
      .replace(/\p{Nd}/gu, plainDigit)
      .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
      .replace(/[\u2018-\u201B\u2032\u02BC\u02B9`\u00B4\uFF07]/g, "'")
      // Quotation marks set a name off; no answer differs by them. An apostrophe inside a word stays.
      .replace(/["\u201C-\u201F\u2033\u00AB\u00BB\uFF02]/g, '')
      .replace(/(?<![\p{L}\p{M}\p{N}])'|'(?![\p{L}\p{M}\p{N}])/gu, '')
      // ".5" is written out, so that a dot alone is never a decimal point and "ราคา .5" keeps its own.
      .replace(/(?<![\p{L}\p{M}\p{N}])\.+(?=\d)/gu, '0.')
      // A dot after a letter marks an abbreviation (ส.ค.ร., U.N., St.); one after a digit may be a decimal point.
      .replace(/(?<=[\p{L}\p{M}])\.(?=\d)/gu, ' ')
      .replace(/(?<=[\u0E00-\u0E7F])(?: ?\.)+|(?<=[\p{L}\p{M}])\.+/gu, '')
  );
}

/** Spaces beside Thai separate nothing a reader needs; elsewhere a run of any kind of space is one space. */
function squeeze(text: string): string {
  const spaced = text.replace(SPACES, ' ').replace(/(?<=[\u0E00-\u0E7F]) | (?=[\u0E00-\u0E7F])/g, '');
  return trimPunctuation(spellThai(spaced).normalize('NFC'));
}

/** Signs of a name or a value (C#, 50%, -5) are not punctuation at its ends; an answer of nothing but signs keeps them. */
function trimPunctuation(text: string): string {
  if (/^[\s\p{P}]*$/u.test(text)) return text.trim();
  return text
    .replace(/^(?:(?!-\d)[\s\p{P}](?<![#%&@*()[\]{}]))+/u, '')
    .replace(/(?:[\s\p{P}](?<![#%&@*()[\]{}]))+$/u, '');
}
