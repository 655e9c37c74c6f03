import { searchForm } from './search-form.ts';
import { otherEra, yearAt, yearsIn, type Era } from './years.ts';

/** One way in which what is looked for stands in a text. */
export interface Reading {
  readonly text: string;
  /** Where four digits of it must be a year of this era in the text as well. */
  readonly years: readonly { readonly at: number; readonly era: Era }[];
}

/** A word or phrase that is looked for: as it was typed, and with its years in the other era. */
export interface Needle {
  /** The first is as typed. */
  readonly readings: readonly [Reading, ...Reading[]];
}

/** A needle of any text. What a word for an era stands beside is one thing with it: พ.ศ. 2535 is found as 1992. */
export function needleOf(text: string): Needle {
  const form = searchForm(text).trim();
  const typed: Reading = { text: form, years: [] };
  let other = '';
  let behind = 0;
  const years: { at: number; era: Era }[] = [];
  for (const mention of yearsIn(form)) {
    const year = otherEra(mention);
    if (year === null) continue;
    other += form.slice(behind, mention.at);
    years.push({ at: other.length, era: year.era });
    other += String(year.value);
    behind = mention.at + mention.length;
  }
  return { readings: years.length === 0 ? [typed] : [typed, { text: other + form.slice(behind), years }] };
}

/** Where a reading stands in a search form, at `from` or behind; −1 where it does not. */
export function placeOf(form: string, reading: Reading, from = 0): number {
  const { text } = reading;
  for (let at = form.indexOf(text, from); at >= 0; at = form.indexOf(text, at + 1))
    if (standsAt(form, reading, at)) return at;
  return -1;
}

/** Are the years years, where the text of a reading stands? */
export const standsAt = (form: string, { years }: Reading, at: number): boolean =>
  years.every((year) => yearAt(form, at + year.at)?.era === year.era);

/** Does a search form contain what is looked for? The plain way, that every quicker one must agree with. */
export const contains = (form: string, { readings }: Needle): boolean =>
  readings.some((reading) => placeOf(form, reading) >= 0);

/** What was typed into a box: the whole of it, and its words, all of which must be found. */
export interface TypedQuery {
  readonly phrase: Needle;
  readonly words: readonly Needle[];
}

/** A part in quotation marks is one word, and so is a year with its era. Null where nothing was typed. */
export function typedQuery(text: string): TypedQuery | null {
  const form = searchForm(text).trim();
  const parts = [...glued(form).matchAll(/"([^"]*)"?|[^\s"]+/g)].map(([part, quoted]) =>
    unglued(quoted ?? part).trim(),
  );
  const words = [...new Set(parts)].filter((part) => part !== '').map(needleOf);
  return words.length === 0 ? null : { phrase: needleOf(form.replaceAll('"', '')), words };
}

/** Stands for the space between a year and the word for its era. */
const GLUE = '\u0000';
const unglued = (text: string): string => text.replaceAll(GLUE, ' ');

function glued(form: string): string {
  return yearsIn(form).reduce(
    (text, { at, length }) =>
      text.slice(0, at) + text.slice(at, at + length).replaceAll(' ', GLUE) + text.slice(at + length),
    form,
  );
}
