import type { CatalogCard } from '../courses/catalog.ts';
import type { ExportedScope } from './exported-scope.ts';
import { lessonDeck } from './source-decks.ts';

/** Questions of courses, in decks by lesson, as notes of our own: what is learned of them elsewhere has other cards. */
export function courseScope(name: string, cards: readonly CatalogCard[]): ExportedScope {
  return {
    name,
    decks: [...new Map(cards.map(lessonDeck).map((deck) => [deck.id, deck])).values()],
    types: [],
    cardIds: new Set(cards.map(({ cardId }) => cardId)),
    *notes() {
      for (const card of cards) {
        const { cardId, question } = card;
        yield {
          ...{ key: cardId, id: cardId, space: 'own', tags: question.tags ?? [], createdAt: 0, modifiedAt: 0 },
          content: { kind: 'question', languages: ['th', 'en'], question },
          cards: [{ cardId, ordinal: 0, deckId: lessonDeck(card).id }],
        };
      }
    },
    media: () => [],
  };
}
