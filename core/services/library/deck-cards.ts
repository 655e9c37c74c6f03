import type { CardId } from '../../domain/ids.ts';
import { noteKeyOfCard } from './card-ids.ts';
import { cardRange } from './card-range.ts';
import { PackCard, type DeckCard } from './deck-card.ts';
import type { Layer } from './layers.ts';
import type { StandingNotes } from './standing-notes.ts';

/** The cards of all decks: by deck in the order they are learned, and by their ids. */
export class DeckCards {
  readonly #byDeck = new Map<string, DeckCard[]>();
  /** Of each layer those that are as the pack has them, by their places there. */
  readonly #byPlace: readonly (DeckCard | undefined)[][];
  /** The others. */
  readonly #byId = new Map<CardId, DeckCard>();

  constructor(
    private readonly layers: readonly Layer[],
    private readonly standing: StandingNotes,
  ) {
    this.#byPlace = layers.map(({ pack }) => new Array<undefined>(pack.columns.note.length).fill(undefined));
  }

  find(cardId: CardId): DeckCard | undefined {
    return this.#byId.get(cardId) ?? this.#ofPack(cardId);
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
    this.#name(card);
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
    for (const card of old) this.#forget(card);
    for (const card of cards) {
      const at = places.get(card.course.id);
      const list = this.#byDeck.get(card.course.id);
      if (at === undefined || !list) this.add(card);
      else {
        list.splice(at, 0, card);
        places.set(card.course.id, at + 1);
        this.#name(card);
      }
    }
    for (const deckId of places.keys()) if (this.of(deckId).length === 0) this.#byDeck.delete(deckId);
  }

  #ofPack(cardId: CardId): DeckCard | undefined {
    const at = this.standing.find(noteKeyOfCard(cardId));
    if (!at) return undefined;
    const [from, to] = cardRange(this.layers[at.layer]!.pack.columns.note, at.note);
    return this.#byPlace[at.layer]!.slice(from, to).findLast((card) => card?.cardId === cardId);
  }

  #name(card: DeckCard): void {
    if (card instanceof PackCard) this.#byPlace[card.layer]![card.place] = card;
    else this.#byId.set(card.cardId, card);
  }

  #forget(card: DeckCard): void {
    if (card instanceof PackCard) this.#byPlace[card.layer]![card.place] = undefined;
    else this.#byId.delete(card.cardId);
  }
}
