import type { CardId } from '../../domain/ids.ts';
import { cardIdOfNote } from '../library/card-ids.ts';
import type { SourceCard, SourceNote } from '../transfer/format.ts';
import { isMarkTag } from '../transfer/mark-tag.ts';
import { SourceIds } from './source-ids.ts';

/** A card of the file, and what it is called in the library. */
export interface BroughtCard {
  /** As it stands there. */
  readonly stood: SourceCard;
  readonly cardId: CardId;
  /** Place among the cards that something may be told of. */
  readonly place: number;
  /** Its note was marked. */
  readonly isMarked: boolean;
}

/** The cards of a file that is being read: found by what reviews call them. */
export class BroughtCards {
  readonly #bySource = new SourceIds();
  readonly #all: BroughtCard[] = [];
  readonly #perDeck = new Map<string, number>();
  /** Cards that something is known of beside their note. */
  scheduled = 0;

  add(noteKey: string, { note, cards }: Pick<SourceNote, 'note' | 'cards'>): void {
    const isMarked = note.tags.some(isMarkTag);
    for (const card of cards) {
      this.#perDeck.set(card.deckId, (this.#perDeck.get(card.deckId) ?? 0) + 1);
      const isTouched = card.state ?? card.suspended ?? card.buried ?? card.flag ?? (isMarked || undefined);
      if (isTouched === undefined && card.sourceId === undefined) continue;
      const cardId = cardIdOfNote(noteKey, card.ordinal);
      const brought = { stood: card, cardId, place: this.#all.length, isMarked };
      if (isTouched !== undefined) this.scheduled += 1;
      this.#all.push(brought);
      if (card.sourceId !== undefined) this.#bySource.set(card.sourceId, brought.place);
    }
  }

  /** The place of the card that reviews call so; −1 where there is none. */
  placeOf(sourceId: string): number {
    return this.#bySource.placeOf(sourceId);
  }

  /** How many of them there are. */
  get size(): number {
    return this.#all.length;
  }

  at(place: number): BroughtCard {
    return this.#all[place]!;
  }

  [Symbol.iterator](): Iterator<BroughtCard> {
    return this.#all[Symbol.iterator]();
  }

  inDeck(deckId: string): number {
    return this.#perDeck.get(deckId) ?? 0;
  }
}
