import type { Accents } from '../text/fold-letters.ts';
import { normalise, tidy } from './normalise.ts';

/**
 * The normalised texts one wording stands for: as it is, without English articles, and with hyphenated words
 * written as one. Two wordings mean the same when they share one.
 */
export function wordings(text: string, accents: Accents = 'keep'): string[] {
  const plain = tidy(text);
  const bare = dropArticles(plain);
  const joined = [plain, bare].map((form) => form.replace(/(?<=\p{L})-(?=[\p{L}\d])|(?<=\d)-(?=\p{L})/gu, ''));
  const forms = [...new Set([plain, bare, ...joined])];
  return [...new Set(forms.map((form) => normalise(form, accents)))].filter((key) => key !== '');
}

/**
 * Without "the", "an" and "a". A last "a" and a capital A inside are names (vitamin A, hepatitis A virus),
 * and a text of nothing but articles keeps them.
 */
export function dropArticles(text: string): string {
  const bare = text
    .replace(/(?<![\p{L}\p{M}\p{N}'-])(?:the|an)(?= )/giu, '')
    .replace(/^A(?= )|(?<![\p{L}\p{M}\p{N}'-])a(?= )/gu, '')
    .trim();
  return bare === '' ? text : bare;
}

/**
 * Whether the last words differ only by a regular English plural and all before them is equal; both normalised.
 * Either side may be the plural.
 */
export function differByPlural(a: string, b: string): boolean {
  const [one, many] = a.length < b.length ? [a, b] : [b, a];
  const word = /[a-z]{3,}$/.exec(one)?.[0];
  if (word === undefined) return false;
  if (/[^aeiou]y$/.test(word)) return many === `${one.slice(0, -1)}ies`;
  // "glas" and "glass", "clas" and "class" are spellings, not singular and plural.
  if (/(?:s|x|z|ch|sh)$/.test(word)) return many === `${one}es`;
  return many === `${one}s` || (word.endsWith('o') && many === `${one}es`);
}

/** A one-word entry with a capital is taken for a name: Adams is not the plural of Adam, nor Tashkents right. */
export function isName(entry: string): boolean {
  return /^\p{Lu}[^\s]*$/u.test(entry.trim());
}

/** "Full name (ABBR)" in its two parts, tidied; undefined when the text does not end in one pair of brackets. */
export function splitBrackets(text: string): readonly [string, string] | undefined {
  const match = /^([^()[\]]*[^()[\]\s])\s*[([]([^()[\]]+)[)\]]$/u.exec(tidy(text));
  return match?.[1] === undefined || match[2] === undefined ? undefined : [match[1], match[2]];
}

/**
 * The entry and, when one part abbreviates the other, each part alone. A bracket that says more than a short form
 * ("Tashkent (Uzbekistan)") is part of the answer.
 */
export function expandEntry(entry: string): string[] {
  const parts = splitBrackets(entry);
  return parts?.some(isAbbreviation) ? [entry, ...parts] : [entry];
}

/** Latin with two capitals and no space (CSTO, PhD), or three or more Thai consonants and no vowel; dots are gone. */
function isAbbreviation(text: string): boolean {
  return /^(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z\d]{2,10}$/.test(text) || /^[\u0E01-\u0E2E]{3,8}$/.test(text);
}

/** Two to six letters, most of them capitals (CSC, KSChS): each stands for a word, so another letter is another thing. */
export function isAcronym(text: string): boolean {
  const capitals = text.replace(/[^A-Z]/g, '').length;
  return /^[A-Za-z]{2,6}$/.test(text) && capitals >= 2 && 2 * capitals > text.length;
}

/** Whether the first text is made of the capitals of the second, which has several words: OSCE. Both in Latin letters. */
export function abbreviates(short: string, full: string): boolean {
  const capitals = full.split(/\s+/).flatMap((word) => /^\p{Lu}/u.exec(word)?.[0] ?? []);
  return capitals.length >= 2 && short.replace(/[.\s]/g, '').toUpperCase() === capitals.join('').toUpperCase();
}
