import type { Sent } from '../../../../core/api/contract.ts';
import { idSet, NONE, toggled, type IdSet } from './id-set.ts';

/** Which cards a change is meant for. */
export type Chosen = Sent<'card.change'>['of'];

/** The host takes so many cards by name; more of them are a search. */
export const MOST_NAMED = 10_000;

/**
 * The cards that are chosen from a list: some by name, or all that the search finds. `at` is the row the learner is at; without a
 * choice, what is done is done to its card.
 */
export class ChosenCards {
  /** The row the learner is at. */
  at = $state(0);
  ids = $state.raw<IdSet>(NONE);
  /** All that the search finds, however many. */
  all = $state(false);
  /** Where a range begins. */
  #anchor = 0;

  readonly has = (cardId: string): boolean => this.all || this.ids.has(cardId);
  /** @param total how many the search finds */
  readonly count = (total: number): number => (this.all ? total : this.ids.size);

  /** Goes to a row; nothing is chosen any more. */
  readonly goTo = (at: number): void => {
    this.clear();
    this.at = this.#anchor = at;
  };

  /** Goes to a row, and keeps what is chosen. */
  readonly moveTo = (at: number): void => {
    this.at = at;
  };

  /** @param others the cards of the search, where all of them were chosen: all but this one are now */
  readonly toggle = (at: number, cardId: string, others: readonly string[] = []): void => {
    this.ids = toggled(this.all ? idSet(others) : this.ids, cardId);
    this.all = false;
    this.at = this.#anchor = at;
  };

  /** The rows from where the range began to this one, both counted in. */
  readonly rangeTo = (at: number): { readonly from: number; readonly to: number } => ({
    from: Math.min(this.#anchor, at),
    to: Math.max(this.#anchor, at),
  });

  /** Chooses the cards of a range, and nothing else. */
  readonly chooseRange = (at: number, cardIds: readonly string[]): void => {
    this.all = false;
    this.ids = idSet(cardIds);
    this.at = at;
  };

  readonly chooseAll = (): void => {
    this.ids = NONE;
    this.all = true;
  };

  readonly clear = (): void => {
    this.ids = NONE;
    this.all = false;
    this.#anchor = this.at;
  };

  /** What a change is meant for; null where there is no card. @param here the card of the row the learner is at */
  readonly target = (query: string, here: string | null): Chosen | null => {
    if (this.all) return { query };
    const cardIds = this.ids.size > 0 ? [...this.ids] : here === null ? [] : [here];
    return cardIds.length > 0 ? { cardIds } : null;
  };
}
