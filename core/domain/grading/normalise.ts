import { foldLetters, type Accents } from '../text/fold-letters.ts';
import { plainCharacters, SPACES } from '../text/plain-characters.ts';
import { spellThai } from '../text/thai-spelling.ts';

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

function unifyCharacters(text: string): string {
  return (
    plainCharacters(text)
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
