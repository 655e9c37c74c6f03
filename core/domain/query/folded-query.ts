import { searchForm } from '../text/search-form.ts';
import type { Query } from './query.ts';

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
      return { kind: query.kind, name: query.name.map(searchForm) };
    case 'field':
      return { kind: 'field', field: searchForm(query.field), value: query.value.map(searchForm) };
    default:
      return query;
  }
}
