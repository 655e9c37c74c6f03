import { tokensOf, type Token } from '../../../../core/domain/query/lexer.ts';
import { parseQuery } from '../../../../core/domain/query/parse.ts';
import { isFilterName } from '../../../../core/domain/query/term.ts';

/** A run of a query as it is drawn behind the field: a filter, one that is left out, what is wrong, or nothing of these. */
export interface QueryMark {
  readonly text: string;
  readonly look: 'plain' | 'filter' | 'unwanted' | 'wrong';
}

/** The query in runs that make the whole of it. What is wrong covers whatever stands there; what is missing is marked at the sign before it. */
export function queryMarks(query: string): readonly QueryMark[] {
  const looks = new Array<QueryMark['look']>(query.length).fill('plain');
  for (const { at, end, look } of filtersIn(query)) looks.fill(look, at, end);
  const { error } = parseQuery(query);
  if (error) {
    const from = error.length > 0 ? error.at : Math.max(0, Math.min(error.at, query.length) - 1);
    looks.fill('wrong', from, from + Math.max(1, error.length));
  }
  const marks: { text: string; look: QueryMark['look'] }[] = [];
  for (let at = 0; at < query.length; at++) {
    const last = marks.at(-1);
    if (last && last.look === looks[at]) last.text += query[at]!;
    else marks.push({ text: query[at]!, look: looks[at]! });
  }
  return marks;
}

interface FilterRun {
  readonly at: number;
  readonly end: number;
  readonly look: 'filter' | 'unwanted';
}

function filtersIn(query: string): FilterRun[] {
  const tokens = tokensIn(query);
  return tokens.flatMap((token, place) => {
    if (token.kind !== 'word' || token.name === null) return [];
    if (!token.isNameQuoted && !isFilterName(token.name) && token.text === '' && !token.isQuoted) return [];
    const before = tokens[place - 1];
    const isLeftOut = before?.kind === 'minus';
    return [{ at: isLeftOut ? before.at : token.at, end: token.end, look: isLeftOut ? 'unwanted' : 'filter' }];
  });
}

/** None where a quotation mark is not closed: that is the fault, and it is marked. */
function tokensIn(query: string): readonly Token[] {
  try {
    return tokensOf(query);
  } catch {
    return [];
  }
}
