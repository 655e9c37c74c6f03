import type { Output } from '../../../../core/api/contract.ts';
import { contains, typedQuery, type TypedQuery } from '../../../../core/domain/text/needle.ts';
import { searchForm } from '../../../../core/domain/text/search-form.ts';
import type { Language } from '../../i18n/locale.svelte.ts';

export type Term = Output<'course.glossary'>['terms'][number];

/** A term with its texts as they are compared, best field first. */
export interface IndexedTerm {
  readonly term: Term;
  readonly names: readonly string[];
  readonly fields: readonly string[];
}

export function indexTerm(term: Term): IndexedTerm {
  const names = [term.abbr ?? '', term.term.th, term.term.en].map(searchForm);
  const forms = searchForm(term.inSource?.as ?? '');
  return { term, names, fields: [names.join('\n'), forms, searchForm(`${term.meaning.th} ${term.meaning.en}`)] };
}

/** Terms for what was typed so far: whole names first, then names that begin so, then other places. All words must be there. */
export function findTerms(index: readonly IndexedTerm[], typed: string): Term[] {
  const query = typedQuery(typed);
  if (query === null) return index.map(({ term }) => term);
  return index
    .map((entry) => ({ term: entry.term, rank: rankOf(entry, query) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ term }) => term);
}

/** Lower is better; null where the words are not found. */
function rankOf({ names, fields }: IndexedTerm, { phrase, words }: TypedQuery): number | null {
  const whole = phrase.readings[0].text;
  if (names.includes(whole)) return 0;
  if (names.some((name) => name.startsWith(whole))) return 1;
  const at = fields.findIndex((field) => words.every((word) => contains(field, word)));
  if (at >= 0) return 2 + at;
  const everything = fields.join('\n');
  return words.every((word) => contains(everything, word)) ? 2 + fields.length : null;
}

/** The letter a name is filed under. Thai names are filed under their first consonant, as dictionaries do. */
function letterOf(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name.replace(/^[^\p{L}\p{N}]*[เ-ไ]/u, ''))?.[0].toUpperCase() ?? '#';
}

export interface LetterGroup {
  readonly letter: string;
  readonly terms: readonly Term[];
}

/** All terms in the order of the language's dictionaries, by letter. */
export function byLetter(terms: readonly Term[], language: Language): LetterGroup[] {
  const { compare } = new Intl.Collator(language);
  const sorted = [...terms].sort((a, b) => compare(a.term[language], b.term[language]));
  const groups = new Map<string, Term[]>();
  for (const term of sorted) {
    const letter = letterOf(term.term[language]);
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, group]) => ({ letter, terms: group }));
}

/** The first groups that hold at least so many terms together. */
export function beginningOf(groups: readonly LetterGroup[], terms: number): readonly LetterGroup[] {
  let sum = 0;
  const end = groups.findIndex((group) => (sum += group.terms.length) >= terms);
  return end < 0 ? groups : groups.slice(0, end + 1);
}
