import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { Loaded } from '../../app/loaded.svelte.ts';

export type DeckFacts = Output<'deck.get'>;

/** A deck whose map of single cards is still one to be looked at. */
export const MOST_MARKS = 2_000;

/** One deck, and how well its cards are known. */
export class DeckPage {
  readonly facts: Loaded<DeckFacts>;
  readonly map: Loaded<Output<'memory.map'> | null>;

  constructor(call: Client, deckId: string) {
    this.facts = new Loaded(() => call('deck.get', { deckId }));
    this.map = new Loaded(async () => {
      if ((this.facts.value?.counts.cards ?? 0) > MOST_MARKS) return null;
      const map = await call('memory.map', { courseId: deckId });
      // Whatever it is parted into: the cards of a deck have no lessons.
      return { ...map, lessons: [{ lessonId: deckId, cards: map.lessons.flatMap(({ cards }) => cards) }] };
    });
  }

  readonly load = async (): Promise<void> => {
    await this.facts.load();
    if (this.facts.value) await this.map.load();
  };
}
