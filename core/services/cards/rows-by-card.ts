import type { CardId } from '../../domain/ids.ts';

/** Cards between two chances to give the loop free. */
const GROUP = 2_000;

/** Rows by the names of their cards. It is made when the first is looked up: a list that is only looked at needs none. */
export class RowsByCard {
  readonly #rows = new Map<CardId, number>();

  constructor(private readonly cards: readonly { readonly cardId: CardId }[]) {}

  /** Makes in steps what the first `get` would make at once. */
  *ready(): Generator<undefined> {
    while (this.#rows.size < this.cards.length) {
      this.#add(GROUP);
      yield;
    }
  }

  get(cardId: CardId): number | undefined {
    this.#add(Infinity);
    return this.#rows.get(cardId);
  }

  #add(most: number): void {
    const { cards } = this;
    const end = Math.min(cards.length, this.#rows.size + most);
    for (let row = this.#rows.size; row < end; row++) this.#rows.set(cards[row]!.cardId, row);
  }
}
