import { spellThai } from './thai-spelling.ts';

/**
 * The text as the learner may see it in a difference: case, accents and wording as typed, but one spelling for
 * what looks or means the same (Thai mark order, digits, dashes, quotes, spaces, dots of abbreviations).
 */
export function tidy(text: string): string {
  return squeeze(unifyCharacters(text));
}

/**
 * The text as two answers are compared; never shown. Idempotent.
 *
 * NFC and not NFKC, which would make "x²" equal "x2". Accents are dropped from Latin letters only: a Thai mark or
 * tone makes another word, and so does й for и.
 */
export function normalise(text: string): string {
  let form = tidy(text);
  // What one round takes away may bring together what the next one folds. Words need one round, noise two or three.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = fold(form);
    if (next === form) break;
    form = next;
  }
  return form;
}

const MAX_ROUNDS = 8;

function fold(text: string): string {
  return tidy(
    foldLetters(text)
      .replace(/[()[\]{}]/g, ' ')
      // "S-300" is "S 300", but the minus of "-5" and the range "1992-1999" stay.
      .replace(/(?<=\p{Script=Latin})-|-(?!\d)/gu, ' '),
  );
}

/** Case and Latin accents folded, for any piece of text. toLowerCase is the same in every locale. */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ς', 'σ')
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

function unifyCharacters(text: string): string {
  return (
    text
      .replace(INVISIBLE, '')
      .replace(SPACES, ' ')
      .normalize('NFC')
      .replace(/[\u0E50-\u0E59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
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
