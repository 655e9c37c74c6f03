import { faultAt } from './query-fault.ts';

/** A piece of a query. `text` is as it was written, between quotes where it stood in them; `at` to `end` are its UTF-16 units. */
export interface Token {
  readonly kind: 'word' | 'open' | 'close' | 'minus' | 'or' | 'end';
  readonly at: number;
  readonly end: number;
  /** What stands before a colon, backslashes resolved; null where nothing does. */
  readonly name: string | null;
  /** The name stood in quotes: it is that of a field, whatever it says. */
  readonly isNameQuoted: boolean;
  /** Where `text` begins. */
  readonly textAt: number;
  readonly text: string;
  readonly isQuoted: boolean;
}

const SPACE = /\s/u;
const NAME = /^\p{L}[\p{L}\p{M}\p{N}_]*(?=:)/u;
const SIGNS = { '(': 'open', ')': 'close' } as const;

/** @throws QueryProblem `unclosed-quote` */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const sign = query[at]!;
    if (SPACE.test(sign)) at += 1;
    else {
      const token =
        sign === '(' || sign === ')' ? plain(SIGNS[sign], at, at + 1) : (minusAt(query, at) ?? wordAt(query, at));
      tokens.push(token);
      at = token.end;
    }
  }
  tokens.push(plain('end', query.length, query.length));
  return tokens;
}

const plain = (kind: Token['kind'], at: number, end: number): Token => ({
  ...{ kind, at, end, name: null, isNameQuoted: false, textAt: at, text: '', isQuoted: false },
});

const minusAt = (query: string, at: number): Token | null => (query[at] === '-' ? plain('minus', at, at + 1) : null);

function wordAt(query: string, at: number): Token {
  const named = nameAt(query, at);
  const textAt = named?.end ?? at;
  const isQuoted = query[textAt] === '"';
  const end = isQuoted ? endOfQuoted(query, textAt) : endOfBare(query, textAt);
  const text = isQuoted ? query.slice(textAt + 1, end - 1) : query.slice(textAt, end);
  const isOr = named === null && !isQuoted && text.toLowerCase() === 'or';
  return {
    ...{ kind: isOr ? 'or' : 'word', at, end, textAt, text, isQuoted },
    ...{ name: named?.name ?? null, isNameQuoted: named !== null && query[at] === '"' },
  };
}

/** The name before a colon: a word, or anything in quotes. Null where there is none. */
function nameAt(query: string, at: number): { name: string; end: number } | null {
  if (query[at] === '"') {
    const end = endOfQuoted(query, at);
    return query[end] === ':' ? { name: unescaped(query.slice(at + 1, end - 1)), end: end + 1 } : null;
  }
  const name = NAME.exec(query.slice(at))?.[0];
  return name === undefined ? null : { name, end: at + name.length + 1 };
}

function endOfQuoted(query: string, at: number): number {
  for (let i = at + 1; i < query.length; i++) {
    if (query[i] === '\\') i += 1;
    else if (query[i] === '"') return i + 1;
  }
  throw faultAt('unclosed-quote', at, query.length - at);
}

function endOfBare(query: string, at: number): number {
  let i = at;
  while (i < query.length && !SPACE.test(query[i]!) && !'()"'.includes(query[i]!)) i += query[i] === '\\' ? 2 : 1;
  return Math.min(i, query.length);
}

/** A backslash takes the meaning from the sign behind it; the last sign of a query has none behind it, and stands for itself. */
export const unescaped = (text: string): string => text.replaceAll(/\\(.)/gsu, '$1');
