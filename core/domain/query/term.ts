import { MAX_DAY, MAX_DAYS } from '../history/limits.ts';
import { QUESTION_KINDS } from '../question.ts';
import { unescaped, type Token } from './lexer.ts';
import { patternOf } from './pattern.ts';
import { CARD_PROPERTIES, CARD_STATES, COMPARISONS, type QueryFault, type Term } from './query.ts';
import { faultAt } from './query-fault.ts';

/** What stands behind the colon of a filter. */
interface Value {
  readonly text: string;
  readonly token: Token;
}
type Reader = (value: Value) => Term;

const refuse = (fault: QueryFault, { text, token }: Value, from = 0, length = text.length) =>
  faultAt(fault, token.textAt + from + (token.isQuoted ? 1 : 0), length);

const named =
  (kind: 'deck' | 'tag' | 'note'): Reader =>
  ({ token }) => ({ kind, name: patternOf(token.text) });

/** One of some words, in either case. */
function oneOf<W extends string>(words: readonly W[], fault: QueryFault, value: Value): W {
  const word = words.find((each) => each.toLowerCase() === value.text.toLowerCase());
  if (word === undefined) throw refuse(fault, value);
  return word;
}

const WHOLE = /^-?\d{1,9}$/;

/** A whole number that is a part of a value. @param from where it begins there */
function wholeIn(value: Value, from: number, to: number, least: number, most: number): number {
  const text = value.text.slice(from, to);
  if (!WHOLE.test(text)) throw refuse('not-a-number', value, from, text.length);
  const number = Number(text);
  if (number < least || number > most) throw refuse('out-of-range', value, from, text.length);
  // "-0" is 0.
  return number + 0;
}

/** One number, or two with `..` between them, the smaller first. */
const range =
  (kind: 'flag' | 'due', least: number, most: number): Reader =>
  (value) => {
    const { length } = value.text;
    const dots = value.text.indexOf('..');
    if (dots < 0) {
      const only = wholeIn(value, 0, length, least, most);
      return { kind, from: only, to: only };
    }
    const from = wholeIn(value, 0, dots, least, most);
    const to = wholeIn(value, dots + 2, length, least, most);
    if (from > to) throw refuse('out-of-range', value);
    return { kind, from, to };
  };

const days =
  (kind: 'added' | 'edited'): Reader =>
  (value) => ({ kind, days: wholeIn(value, 0, value.text.length, 1, MAX_DAYS) });

const rated: Reader = (value) => {
  const colon = value.text.indexOf(':');
  if (colon < 0) return { kind: 'rated', days: wholeIn(value, 0, value.text.length, 1, MAX_DAYS), grade: null };
  const grade = wholeIn(value, colon + 1, value.text.length, 1, 4) as 1 | 2 | 3 | 4;
  return { kind: 'rated', days: wholeIn(value, 0, colon, 1, MAX_DAYS), grade };
};

const NUMBER = /^-?(\d{1,9}(\.\d{1,9})?|\.\d{1,9})$/;

const prop: Reader = (value) => {
  const name = /^\p{L}*/u.exec(value.text)![0].toLowerCase();
  const property = CARD_PROPERTIES.find((each) => each === name);
  if (property === undefined) throw refuse('unknown-property', value, 0, Math.max(1, name.length));
  const comparison = COMPARISONS.find((each) => value.text.startsWith(each, name.length));
  if (comparison === undefined) throw refuse('missing-comparison', value, name.length, value.text.length - name.length);
  const at = name.length + comparison.length;
  const number = value.text.slice(at);
  if (!NUMBER.test(number)) throw refuse('not-a-number', value, at, number.length);
  return { kind: 'prop', property, comparison, value: Number(number) + 0 };
};

/** By their names: what else stands before a colon is a field of notes. */
const FILTERS: Readonly<Record<string, Reader>> = {
  deck: named('deck'),
  tag: named('tag'),
  note: named('note'),
  kind: (value) => ({ kind: 'kind', questions: oneOf(QUESTION_KINDS, 'unknown-kind', value) }),
  is: (value) => ({ kind: 'is', state: oneOf(CARD_STATES, 'unknown-state', value) }),
  flag: range('flag', 0, 7),
  due: range('due', -MAX_DAY, MAX_DAY),
  added: days('added'),
  edited: days('edited'),
  rated,
  prop,
};
export const isFilterName = (name: string): boolean => Object.hasOwn(FILTERS, name.toLowerCase());

/** @throws QueryProblem */
export function termOf(token: Token): Term {
  const { name, isNameQuoted } = token;
  const text = unescaped(token.text);
  const isFilter = name !== null && !isNameQuoted && isFilterName(name);
  // Only a field can be asked for being empty, and says so by quotes.
  if (text === '' && (name === null || isFilter || !token.isQuoted))
    throw faultAt('missing-value', name === null ? token.at : token.end, name === null ? token.end - token.at : 0);
  if (name === null) return { kind: 'text', text: patternOf(token.text) };
  if (isFilter) return FILTERS[name.toLowerCase()]!({ text, token });
  return { kind: 'field', field: name, value: patternOf(token.text) };
}
