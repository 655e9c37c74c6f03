import type { Pattern, Query } from './query.ts';
import { isFilterName } from './term.ts';

/** Writes a query so that reading it gives the same one. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'or':
      return query.parts.map((part) => (part.kind === 'or' ? inParentheses(part) : printQuery(part))).join(' or ');
    case 'and':
      return query.parts.map(asFactor).join(' ');
    case 'not':
      return `-${asFactor(query.part)}`;
    case 'text':
      return printPattern(query.text, true);
    case 'deck':
    case 'tag':
    case 'note':
      return `${query.kind}:${printPattern(query.name)}`;
    case 'kind':
      return `kind:${query.questions}`;
    case 'is':
      return `is:${query.state}`;
    case 'flag':
    case 'due':
      return `${query.kind}:${query.from === query.to ? query.from : `${query.from}..${query.to}`}`;
    case 'added':
    case 'edited':
      return `${query.kind}:${query.days}`;
    case 'rated':
      return query.grade === null ? `rated:${query.days}` : `rated:${query.days}:${query.grade}`;
    case 'prop':
      return `prop:${query.property}${query.comparison}${printNumber(query.value)}`;
    case 'field':
      return `${printName(query.field)}:${printPattern(query.value)}`;
  }
}

const inParentheses = (query: Query): string => `(${printQuery(query)})`;
const asFactor = (query: Query): string =>
  query.kind === 'and' || query.kind === 'or' ? inParentheses(query) : printQuery(query);

/** Never as a power of ten. */
const printNumber = (value: number): string =>
  String(value).includes('e') ? value.toFixed(9).replace(/0+$/, '') : String(value);

/** What a bare word may be made of: no sign of the language in it. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.::/+=<>!?&%#@~'-]*$/u;

/** @param isAlone no name stands before it, so a colon or the word `or` would say something else */
function printPattern(pattern: Pattern, isAlone = false): string {
  const isBare = pattern.every((piece, i) => PLAIN.test(piece) || (piece === '' && i > 0));
  const bare = pattern.join('*');
  const isSafe = !isAlone || !(bare.includes(':') || bare.toLowerCase() === 'or');
  return isBare && isSafe ? bare : quoted(pattern.map((piece) => piece.replaceAll(/["\\*]/g, '\\$&')).join('*'));
}

const quoted = (text: string): string => `"${text}"`;

const NAME = /^\p{L}[\p{L}\p{M}\p{N}_]*$/u;
const printName = (name: string): string =>
  NAME.test(name) && !isFilterName(name) ? name : quoted(name.replaceAll(/["\\]/g, '\\$&'));
