import { tokensOf, type Token } from './lexer.ts';
import type { Query, QueryError } from './query.ts';
import { faultAt, QueryProblem } from './query-fault.ts';
import { termOf } from './term.ts';

/** Parentheses and minuses within each other. */
const MAX_DEPTH = 100;

/** A query that was understood, or why not. */
export type Parsed =
  { readonly query: Query; readonly error: null } | { readonly query: null; readonly error: QueryError };

/** Reads a query: docs/query.md has its grammar. */
export function parseQuery(text: string): Parsed {
  try {
    return { query: new Parser(tokensOf(text)).whole(), error: null };
  } catch (cause) {
    if (cause instanceof QueryProblem) return { query: null, error: cause.error };
    throw cause;
  }
}

class Parser {
  #next = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Query {
    if (this.#peek.kind === 'end') return { kind: 'all' };
    const query = this.#or();
    const { kind, at } = this.#peek;
    if (kind === 'close') throw faultAt('unopened-parenthesis', at, 1);
    return query;
  }

  get #peek(): Token {
    return this.tokens[this.#next]!;
  }

  #or(): Query {
    const parts = [this.#and()];
    while (this.#peek.kind === 'or') {
      this.#next += 1;
      parts.push(this.#and());
    }
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
  }

  #and(): Query {
    const parts = [this.#factor()];
    while (['word', 'open', 'minus'].includes(this.#peek.kind)) parts.push(this.#factor());
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  #factor(): Query {
    const token = this.#peek;
    if (token.kind === 'word') {
      this.#next += 1;
      return termOf(token);
    }
    if (token.kind !== 'minus' && token.kind !== 'open') throw faultAt('missing-term', token.at, token.end - token.at);
    this.#next += 1;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw faultAt('too-deep', token.at, 1);
    const query: Query = token.kind === 'minus' ? { kind: 'not', part: this.#factor() } : this.#within(token);
    this.#depth -= 1;
    return query;
  }

  /** What stands in parentheses, and the one that closes them. */
  #within({ at }: Token): Query {
    const query = this.#or();
    if (this.#peek.kind !== 'close') throw faultAt('unclosed-parenthesis', at, 1);
    this.#next += 1;
    return query;
  }
}
