import type { CardId } from '../../domain/ids.ts';
import type { DeckCard } from './deck-card.ts';

/** The cards of all decks: by deck in the order they are learned, and by their ids. */
export class DeckCards {
  readonly #byDeck = new Map<string, DeckCard[]>();
  readonly #byId = new Map<CardId, DeckCard>();

  find(cardId: CardId): DeckCard | undefined {
    return this.#byId.get(cardId);
  }

  /** Those that lie in it itself. */
  of(deckId: string): readonly DeckCard[] {
    return this.#byDeck.get(deckId) ?? [];
  }

  has(deckId: string): boolean {
    return this.#byDeck.has(deckId);
  }

  /** Behind the last of its deck. */
  add(card: DeckCard): void {
    const list = this.#byDeck.get(card.course.id);
    if (list) list.push(card);
    else this.#byDeck.set(card.course.id, [card]);
    this.#byId.set(card.cardId, card);
  }

  /** Puts cards in the place of others: in a deck where both are, where the first of the old ones was. */
  replace(old: readonly DeckCard[], cards: readonly DeckCard[]): void {
    const places = new Map<string, number>();
    const gone = new Set(old);
    for (const deckId of new Set(old.map(({ course }) => course.id))) {
      const list = this.of(deckId);
      places.set(
        deckId,
        list.findIndex((card) => gone.has(card)),
      );
      this.#byDeck.set(
        deckId,
        list.filter((card) => !gone.has(card)),
      );
    }
    for (const { cardId } of old) this.#byId.delete(cardId);
    for (const card of cards) {
      const at = places.get(card.course.id);
      const list = this.#byDeck.get(card.course.id);
      if (at === undefined || !list) this.add(card);
      else {
        list.splice(at, 0, card);
        places.set(card.course.id, at + 1);
        this.#byId.set(card.cardId, card);
      }
    }
    for (const deckId of places.keys()) if (this.of(deckId).length === 0) this.#byDeck.delete(deckId);
  }
}
