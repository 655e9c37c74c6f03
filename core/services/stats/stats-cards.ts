import type { CardState, Progress } from '../../domain/progress.ts';
import { KINDS, type Kind } from '../../domain/stats/kinds-tally.ts';
import type { ReviewColumns } from '../../domain/stats/review-columns.ts';
import { retrievability } from '../../domain/study/schedule.ts';
import type { CatalogCard } from '../courses/catalog.ts';

/** Cards walked through between two chances to give the loop free. */
const GROUP = 2_000;

/** The questions of a scope, and how each stands now. */
export interface ScopeCard {
  readonly card: CatalogCard;
  readonly state: CardState | undefined;
  /** Predicted recall now; NaN where it was never answered. */
  readonly recall: number;
  /** Place in the columns; −1 without an answer. */
  readonly place: number;
}

/** The cards of a scope in teaching order. */
export function* scopeCards(
  cards: readonly CatalogCard[],
  { cards: states }: Progress,
  { placeOf }: Pick<ReviewColumns, 'placeOf'>,
  now: number,
): Generator<void, ScopeCard[]> {
  const found: ScopeCard[] = [];
  for (const card of cards) {
    const state = states.get(card.cardId);
    const recall = state?.memory ? retrievability(state.memory, now) : NaN;
    found.push({ card, state, recall, place: placeOf(card.cardId) });
    if (found.length % GROUP === 0) yield;
  }
  return found;
}

/** What the rows of answers must know of their cards. */
export interface AnsweredCards {
  /** 1 for each card of the columns that belongs to the scope. */
  readonly isIn: Uint8Array;
  /** Place in `KINDS` of each. */
  readonly kindOf: Uint8Array;
}

/** @param isEverything answers to questions that are not there any more belong to it as well */
export function answeredCards(
  { cards }: Pick<ReviewColumns, 'cards'>,
  scope: readonly ScopeCard[],
  isEverything: boolean,
): AnsweredCards {
  const isIn = new Uint8Array(cards.length).fill(isEverything ? 1 : 0);
  const kindOf = new Uint8Array(cards.length).fill(KINDS.indexOf('other'));
  for (const { card, place } of scope) {
    if (place < 0) continue;
    isIn[place] = 1;
    kindOf[place] = KINDS.indexOf(card.question.kind satisfies Kind);
  }
  return { isIn, kindOf };
}
