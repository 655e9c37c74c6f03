import type { Question } from '../question.ts';
import type { CardProperty, CardStateName, Comparison, Pattern, Query, Term } from './query.ts';

/**
 * One card as a query sees it. Patterns are folded (`foldedQuery`), and so must be what they are compared with. Days are study days;
 * NaN stands for what is not known of the card.
 */
export interface CardFacts {
  readonly kind: Question['kind'];
  readonly flag: number;
  /** Study days since its note was made, and changed last; 0: today. */
  readonly addedDaysAgo: number;
  readonly editedDaysAgo: number;
  /** Study days until it is due; negative: it was. */
  readonly dueInDays: number;
  is(state: CardStateName): boolean;
  /** NaN for stability, difficulty, recall and interval of a card that was never answered. */
  property(name: CardProperty): number;
  /** By the whole name of its deck, or of one that lies above it. */
  isInDeck(name: Pattern): boolean;
  /** By the whole name of a tag, or of one that lies above it. */
  hasTag(name: Pattern): boolean;
  isOfNoteType(name: Pattern): boolean;
  /** Is this anywhere in what it asks, answers or explains? As it was written: how texts are compared is the facts' own matter. */
  contains(words: string): boolean;
  /** Is all of the field what the pattern says? */
  hasField(field: string, value: Pattern): boolean;
  /** Was it answered within so many study days, today among them, with this grade where one is named? */
  wasRated(days: number, grade: 1 | 2 | 3 | 4 | null): boolean;
}

/** Does a query find a card? What is not known of a card is found by no comparison, `!=` included. */
export function matches(query: Query, card: CardFacts): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'and':
      for (const part of query.parts) if (!matches(part, card)) return false;
      return true;
    case 'or':
      for (const part of query.parts) if (matches(part, card)) return true;
      return false;
    case 'not':
      return !matches(query.part, card);
    default:
      return isTrueOf(query, card);
  }
}

function isTrueOf(term: Term, card: CardFacts): boolean {
  switch (term.kind) {
    case 'text':
      return term.text.every((piece) => piece === '' || card.contains(piece));
    case 'deck':
      return card.isInDeck(term.name);
    case 'tag':
      return card.hasTag(term.name);
    case 'note':
      return card.isOfNoteType(term.name);
    case 'kind':
      return card.kind === term.questions;
    case 'is':
      return card.is(term.state);
    case 'flag':
      return card.flag >= term.from && card.flag <= term.to;
    case 'due':
      return card.dueInDays >= term.from && card.dueInDays <= term.to;
    case 'added':
      return card.addedDaysAgo < term.days;
    case 'edited':
      return card.editedDaysAgo < term.days;
    case 'rated':
      return card.wasRated(term.days, term.grade);
    case 'prop':
      return compare(card.property(term.property), term.comparison, term.value);
    case 'field':
      return card.hasField(term.field, term.value);
  }
}

function compare(value: number, comparison: Comparison, other: number): boolean {
  switch (comparison) {
    case '<':
      return value < other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '>=':
      return value >= other;
    case '=':
      return value === other;
    case '!=':
      return !Number.isNaN(value) && value !== other;
  }
}

/** All terms of a query, in the order they are written. */
export function termsOf(query: Query): Term[] {
  switch (query.kind) {
    case 'all':
      return [];
    case 'and':
    case 'or':
      return query.parts.flatMap(termsOf);
    case 'not':
      return termsOf(query.part);
    default:
      return [query];
  }
}
