import type { CatalogCard } from '../courses/catalog.ts';
import type { ExportedScope } from './exported-scope.ts';

const nameOfLesson = ({ course, lesson }: CatalogCard): string =>
  `${course.title.en}::${String(lesson.number).padStart(2, '0')} ${lesson.title.en}`.replaceAll('"', '');
const deckOf = ({ course, lesson }: CatalogCard): string => `${course.id}/${lesson.id}`;

/** Questions of courses, in decks by lesson, as notes of our own: what is learned of them elsewhere has other cards. */
export function courseScope(name: string, cards: readonly CatalogCard[]): ExportedScope {
  return {
    name,
    decks: Array.from(new Map(cards.map((card) => [deckOf(card), nameOfLesson(card)])), ([id, deck]) => ({
      ...{ id, name: deck },
    })),
    types: [],
    cardIds: new Set(cards.map(({ cardId }) => cardId)),
    *notes() {
      for (const card of cards) {
        const { cardId, question } = card;
        yield {
          ...{ key: cardId, id: cardId, space: 'own', tags: [], createdAt: 0, modifiedAt: 0 },
          content: { kind: 'question', languages: ['th', 'en'], question },
          cards: [{ cardId, ordinal: 0, deckId: deckOf(card) }],
        };
      }
    },
    media: () => [],
  };
}
