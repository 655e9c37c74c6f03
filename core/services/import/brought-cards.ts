import type { CardId } from '../../domain/ids.ts';
import { cardIdOfNote } from '../library/card-ids.ts';
import type { SourceNote } from '../transfer/format.ts';
import { isMarkTag } from '../transfer/mark-tag.ts';
import { SourceIds } from './source-ids.ts';
import { StoodCards, type StoodCard } from './stood-cards.ts';

/** A card of the file, and what it is called in the library. */
export interface BroughtCard {
  readonly stood: StoodCard;
  readonly cardId: CardId;
  /** Place among the cards that something may be told of. */
  readonly place: number;
  /** Its note was marked. */
  readonly isMarked: boolean;
}

/** The cards of a file that is being read: found by what reviews call them. */
export class BroughtCards {
  readonly #bySource = new SourceIds();
  readonly #stood = new StoodCards();
  readonly #cardIds: CardId[] = [];
  readonly #deckIds: string[] = [];
  readonly #marked = new Set<number>();
  readonly #perDeck = new Map<string, number>();
  /** Cards that something is known of beside their note. */
  scheduled = 0;

  add(noteKey: string, { note, cards }: Pick<SourceNote, 'note' | 'cards'>): void {
    const isMarked = note.tags.some(isMarkTag);
    for (const card of cards) {
      this.#perDeck.set(card.deckId, (this.#perDeck.get(card.deckId) ?? 0) + 1);
      const isTouched = card.state ?? card.suspended ?? card.buried ?? card.flag ?? (isMarked || undefined);
      if (isTouched === undefined && card.sourceId === undefined) continue;
      const place = this.#cardIds.push(cardIdOfNote(noteKey, card.ordinal)) - 1;
      this.#deckIds.push(card.deckId);
      this.#stood.add(card);
      if (isTouched !== undefined) this.scheduled += 1;
      if (isMarked) this.#marked.add(place);
      if (card.sourceId !== undefined) this.#bySource.set(card.sourceId, place);
    }
  }

  /** The place of the card that reviews call so; −1 where there is none. */
  placeOf(sourceId: string): number {
    return this.#bySource.placeOf(sourceId);
  }

  /** How many of them there are. */
  get size(): number {
    return this.#cardIds.length;
  }

  cardIdAt(place: number): CardId {
    return this.#cardIds[place]!;
  }

  deckIdAt(place: number): string {
    return this.#deckIds[place]!;
  }

  *[Symbol.iterator](): Generator<BroughtCard> {
    for (const [place, cardId] of this.#cardIds.entries())
      yield { stood: this.#stood.at(place), cardId, place, isMarked: this.#marked.has(place) };
  }

  inDeck(deckId: string): number {
    return this.#perDeck.get(deckId) ?? 0;
  }
}
