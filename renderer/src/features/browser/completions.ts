import { printQuery } from '../../../../core/domain/query/print.ts';
import { CARD_PROPERTIES, CARD_STATES } from '../../../../core/domain/query/query.ts';
import { QUESTION_KINDS } from '../../../../core/domain/question.ts';
import { contains, needleOf } from '../../../../core/domain/text/needle.ts';
import { searchForm } from '../../../../core/domain/text/search-form.ts';

/** The filters, in the order they are offered. */
const FILTER_NAMES = ['deck', 'tag', 'is', 'due', 'kind', 'flag', 'added', 'edited', 'rated', 'prop', 'note'] as const;
type FilterName = (typeof FILTER_NAMES)[number];

/** What the library has to be named in a query. */
export interface Names {
  readonly decks: readonly string[];
  readonly tags: readonly string[];
  readonly noteTypes: readonly string[];
}

/** Something to go on with. `text` takes the place of `from` to `to`; the caret stands behind it. */
export interface Completion {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What it is: a filter, or a value of one. */
  readonly of: { readonly filter: FilterName; readonly value: string | null };
}

const MOST = 8;
/** The word at the caret: a minus or parenthesis before it, a name, a colon, and what is typed of the value, in quotes or not. */
const WORD = /(?:^|[\s(])-?(?:(?<name>\p{L}+):)?(?<quote>"?)(?<typed>[^\s()"]*|(?<=")[^"]*)$/u;

/** What the word at the caret may become: names of filters, or values of the filter it names. */
export function completionsAt(query: string, caret: number, names: Names): readonly Completion[] {
  const found = WORD.exec(query.slice(0, caret))?.groups;
  if (!found) return [];
  const typed = found['typed'] ?? '';
  const name = found['name']?.toLowerCase();
  const from = caret - typed.length - (found['quote'] ?? '').length;
  const to = caret + (/^[^\s()"]*"?/.exec(query.slice(caret))?.[0].length ?? 0);
  if (name === undefined) return found['quote'] || typed === '' ? [] : filtersLike(typed, from, to);
  const filter = FILTER_NAMES.find((each) => each === name);
  if (filter === undefined) return [];
  return valuesOf(filter, names)
    .filter(({ value }) => isLike(value, typed) && value !== typed)
    .slice(0, MOST)
    .map(({ value, text }) => ({ text: query[to] === ' ' ? text.trim() : text, from, to, of: { filter, value } }));
}

const filtersLike = (typed: string, from: number, to: number): Completion[] =>
  FILTER_NAMES.filter((name) => name.startsWith(typed.toLowerCase())).map((name) => ({
    ...{ text: `${name}:`, from, to, of: { filter: name, value: null } },
  }));

/** Names hold what is typed anywhere, as searches compare texts. */
const isLike = (value: string, typed: string): boolean => typed === '' || contains(searchForm(value), needleOf(typed));

interface Value {
  readonly value: string;
  /** As it is written in a query. */
  readonly text: string;
}
const plain = (values: readonly string[]): Value[] => values.map((value) => ({ value, text: `${value} ` }));
const named = (kind: 'deck' | 'tag' | 'note', values: readonly string[]): Value[] =>
  values.map((value) => ({ value, text: `${printQuery({ kind, name: [value] }).slice(kind.length + 1)} ` }));

function valuesOf(filter: FilterName, { decks, tags, noteTypes }: Names): readonly Value[] {
  switch (filter) {
    case 'deck':
    case 'tag':
    case 'note':
      return named(filter, { deck: decks, tag: tags, note: noteTypes }[filter]);
    case 'is':
      return plain(CARD_STATES);
    case 'kind':
      return plain(QUESTION_KINDS);
    case 'flag':
      return plain(['0', '1', '2', '3', '4', '5', '6', '7']);
    case 'prop':
      return CARD_PROPERTIES.map((value) => ({ value, text: value }));
    case 'due':
      return plain(['0', '0..7']);
    case 'rated':
      return plain(['1', '7', '7:1']);
    case 'added':
    case 'edited':
      return plain(['1', '7', '30']);
  }
}
