import type { Question } from '../question.ts';

/**
 * What is looked for with `*` in it: the pieces between the stars, as they were written. One piece has no star; the first and the last
 * may be empty, those between are not.
 */
export type Pattern = readonly string[];

/** What `is:` can ask of a card. */
export const CARD_STATES = [
  'due',
  'new',
  'learning',
  'review',
  'suspended',
  'buried',
  'leech',
  'marked',
  'tagged',
] as const;
export type CardStateName = (typeof CARD_STATES)[number];

/** What `prop:` can compare: stability and interval in days, difficulty 1 to 10, recall now 0 to 1. */
export const CARD_PROPERTIES = ['s', 'd', 'r', 'ivl', 'lapses', 'reps'] as const;
export type CardProperty = (typeof CARD_PROPERTIES)[number];

/** The longer ones first, as a reader must try them. */
export const COMPARISONS = ['<=', '>=', '!=', '<', '>', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** One thing that is asked of a card. */
export type Term =
  | { readonly kind: 'text'; readonly text: Pattern }
  | { readonly kind: 'deck' | 'tag' | 'note'; readonly name: Pattern }
  | { readonly kind: 'kind'; readonly questions: Question['kind'] }
  | { readonly kind: 'is'; readonly state: CardStateName }
  | { readonly kind: 'flag' | 'due'; readonly from: number; readonly to: number }
  | { readonly kind: 'added' | 'edited'; readonly days: number }
  | { readonly kind: 'rated'; readonly days: number; readonly grade: 1 | 2 | 3 | 4 | null }
  | {
      readonly kind: 'prop';
      readonly property: CardProperty;
      readonly comparison: Comparison;
      readonly value: number;
    }
  | { readonly kind: 'field'; readonly field: string; readonly value: Pattern };

/** A query as it was understood. `and` and `or` have two parts or more; `all` is the empty query. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | Term;

/** Why a query can not be understood. */
export const QUERY_FAULTS = [
  'unclosed-quote',
  'unclosed-parenthesis',
  'unopened-parenthesis',
  'missing-term',
  'missing-value',
  'unknown-state',
  'unknown-kind',
  'unknown-property',
  'missing-comparison',
  'not-a-number',
  'out-of-range',
  'too-deep',
] as const;
export type QueryFault = (typeof QUERY_FAULTS)[number];

/** A fault, and where: UTF-16 units from the begin of the query, and how many are wrong (0: something is missing there). */
export interface QueryError {
  readonly fault: QueryFault;
  readonly at: number;
  readonly length: number;
}
