import { foldLetters } from '../grading/normalise.ts';
import { spellThai } from '../grading/thai-spelling.ts';
import type { Query } from './query.ts';

const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;
const SPACES = /\s+/gu;
const THAI_DIGITS = /[๐-๙]/g;

/** A text as a query compares it: case, accents of Latin letters, Thai digits and what can not be seen make no difference; Thai marks do. */
export const foldText = (text: string): string =>
  spellThai(foldLetters(text.replace(INVISIBLE, ''), 'ignore'))
    .replace(THAI_DIGITS, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(SPACES, ' ');

/** The same query with all that is compared with names and fields folded; words that may stand anywhere stay as they are. */
export function foldedQuery(query: Query): Query {
  switch (query.kind) {
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map(foldedQuery) };
    case 'not':
      return { kind: 'not', part: foldedQuery(query.part) };
    case 'deck':
    case 'tag':
    case 'note':
      return { kind: query.kind, name: query.name.map(foldText) };
    case 'field':
      return { kind: 'field', field: foldText(query.field), value: query.value.map(foldText) };
    default:
      return query;
  }
}
