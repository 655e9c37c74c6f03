import { parseQuery } from '../../../../core/domain/query/parse.ts';
import { printQuery } from '../../../../core/domain/query/print.ts';
import type { Query, Term } from '../../../../core/domain/query/query.ts';

/** What the side of the list can ask for: a value of one of these kinds. */
export type SideTerm = Term & { readonly kind: 'deck' | 'tag' | 'note' | 'kind' | 'is' | 'flag' };
/** A card has one of these only, so two of them stand for either. Of tags and states it can have several: both are meant. */
const EITHER: readonly string[] = ['deck', 'note', 'kind', 'flag'] satisfies SideTerm['kind'][];

/** How a value of the side stands in a query: asked for, left out, or neither. */
export type Standing = 'wanted' | 'unwanted' | null;

const isSame = (one: Query, other: Query): boolean => printQuery(one) === printQuery(other);

/** The parts that all have to hold. */
function partsOf(query: Query): readonly Query[] {
  if (query.kind === 'all') return [];
  return query.kind === 'and' ? query.parts : [query];
}
function joined(parts: readonly Query[]): Query {
  if (parts.length === 0) return { kind: 'all' };
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}
/** Values of one kind of which either will do, as the side writes them; null for anything else. */
function eitherOf(part: Query, kind: string): readonly Query[] | null {
  if (part.kind === 'or') {
    return EITHER.includes(kind) && part.parts.every((each) => each.kind === kind) ? part.parts : null;
  }
  return part.kind === kind ? [part] : null;
}

/** Does the query, as far as it is understood, ask for a value, or for what does not have it? */
export function standingIn(query: Query | null, term: SideTerm): Standing {
  for (const part of query ? partsOf(query) : []) {
    if (part.kind === 'not' && isSame(part.part, term)) return 'unwanted';
    if (eitherOf(part, term.kind)?.some((each) => isSame(each, term))) return 'wanted';
  }
  return null;
}

/**
 * The query with a value asked for, left out, or no more; all else in it stays. One that is not understood is kept before it, so that
 * nothing that was typed is lost.
 */
export function withStanding(text: string, term: SideTerm, standing: Standing): string {
  const { query } = parseQuery(text);
  if (query === null)
    return standing === null ? text : `${text} ${standing === 'unwanted' ? '-' : ''}${printQuery(term)}`;
  const others = partsOf(query).flatMap((part) => without(part, term));
  if (standing === null) return printQuery(joined(others));
  if (standing === 'unwanted') return printQuery(joined([...others, { kind: 'not', part: term }]));
  const at = EITHER.includes(term.kind) ? others.findIndex((part) => eitherOf(part, term.kind) !== null) : -1;
  if (at < 0) return printQuery(joined([...others, term]));
  const either: Query = { kind: 'or', parts: [...eitherOf(others[at]!, term.kind)!, term] };
  return printQuery(joined(others.with(at, either)));
}

function without(part: Query, term: SideTerm): readonly Query[] {
  if (part.kind === 'not' && isSame(part.part, term)) return [];
  const either = eitherOf(part, term.kind);
  if (!either?.some((each) => isSame(each, term))) return [part];
  const left = either.filter((each) => !isSame(each, term));
  if (left.length === 0) return [];
  return [left.length === 1 ? left[0]! : { kind: 'or', parts: left }];
}

/**
 * The query that the values of a kind are counted in, so that those beside the wanted ones, and those that are left out, stay to be
 * chosen: it asks for everything else.
 */
export function countedFor(query: Query, kind: SideTerm['kind']): Query {
  const isOwn = (part: Query) =>
    part.kind === 'not' ? part.part.kind === kind : EITHER.includes(kind) && eitherOf(part, kind) !== null;
  return joined(partsOf(query).filter((part) => !isOwn(part)));
}
