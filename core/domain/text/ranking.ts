import { contains, type TypedQuery } from './needle.ts';

/**
 * How well something is found, 0 the best: its title is what was typed, begins with it, has it at the begin of a word, or anywhere; a
 * text of it has; all words stand in the title; or they stand anywhere.
 */
export const RANKS = { equal: 0, begins: 1, word: 2, inTitle: 3, inText: 4, wordsInTitle: 5, words: 6 } as const;

/** Null where a word is missing. */
export function rankOf(
  { titleForms, forms }: { readonly titleForms: readonly string[]; readonly forms: readonly string[] },
  { phrase, words }: TypedQuery,
): number | null {
  const isIn = (some: readonly string[]) => words.every((word) => some.some((form) => contains(form, word)));
  if (!isIn(forms)) return null;
  const whole = phrase.readings[0].text;
  if (titleForms.includes(whole)) return RANKS.equal;
  if (titleForms.some((form) => form.startsWith(whole))) return RANKS.begins;
  if (titleForms.some((form) => form.includes(` ${whole}`))) return RANKS.word;
  if (titleForms.some((form) => contains(form, phrase))) return RANKS.inTitle;
  if (forms.some((form) => contains(form, phrase))) return RANKS.inText;
  return isIn(titleForms) ? RANKS.wordsInTitle : RANKS.words;
}
