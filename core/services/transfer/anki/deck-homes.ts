import type { SourceDeck } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import type { CardRow } from './cards.ts';
import { DEFAULT_DECK } from './decks.ts';

/** Where cards live: one that a filtered deck borrowed goes home, one whose deck is gone goes to the deck that all have. */
export class DeckHomes {
  readonly #decks: ReadonlyMap<string, SourceDeck>;
  readonly #fallback: string;
  readonly #emptied = new Set<string>();

  /** @param decks with at least one that is not filtered */
  constructor(
    decks: readonly SourceDeck[],
    private readonly odd: Oddities,
  ) {
    const own = decks.filter(({ isFiltered }) => !isFiltered);
    this.#decks = new Map(decks.map((deck) => [deck.id, deck]));
    this.#fallback = (own.find(({ id }) => id === DEFAULT_DECK) ?? own[0]!).id;
  }

  /** @param place what to call the card where something is odd */
  homeOf({ deckId, homeDeckId }: CardRow, place: () => string): string {
    const here = this.#decks.get(String(deckId));
    if (here?.isFiltered && !this.#emptied.has(here.id)) {
      this.#emptied.add(here.id);
      this.odd.add('filtered-deck-emptied', here.name);
    }
    const id = String(homeDeckId === 0 ? deckId : homeDeckId);
    const home = this.#decks.get(id);
    if (home && !home.isFiltered) return id;
    this.odd.add('card-without-deck', place());
    return this.#fallback;
  }
}
