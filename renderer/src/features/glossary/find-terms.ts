import type { Output } from '../../../../core/api/contract.ts';
import { normalise as normalised } from '../../../../core/domain/grading/normalise.ts';
import type { Language } from '../../i18n/locale.svelte.ts';

export type Term = Output<'course.glossary'>['terms'][number];

/** A search finds names however their accents are typed. */
const normalise = (text: string) => normalised(text, 'ignore');

/** A term with its texts as they are compared, best field first. */
export interface IndexedTerm {
  readonly term: Term;
  readonly names: readonly string[];
  readonly fields: readonly string[];
}

export function indexTerm(term: Term): IndexedTerm {
  const names = [term.abbr ?? '', term.term.th, term.term.en].map(normalise);
  const forms = normalise(term.inSource?.as ?? '');
  return { term, names, fields: [names.join('\n'), forms, normalise(`${term.meaning.th}\n${term.meaning.en}`)] };
}

/** Terms for what was typed so far: whole names first, then names that begin so, then other places. All words must be there. */
export function findTerms(index: readonly IndexedTerm[], query: string): Term[] {
  const text = normalise(query);
  const words = text.split(' ').filter(Boolean);
  if (words.length === 0) return index.map(({ term }) => term);
  return index
    .map((entry) => ({ term: entry.term, rank: rankOf(entry, text, words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ term }) => term);
}

/** Lower is better; null where the words are not found. */
function rankOf({ names, fields }: IndexedTerm, text: string, words: readonly string[]): number | null {
  if (names.includes(text)) return 0;
  if (names.some((name) => name.startsWith(text))) return 1;
  const at = fields.findIndex((field) => words.every((word) => field.includes(word)));
  if (at >= 0) return 2 + at;
  const everything = fields.join('\n');
  return words.every((word) => everything.includes(word)) ? 2 + fields.length : null;
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
