import type { DeckCard } from '../library/deck-card.ts';
import { isOwnCourse } from '../library/own-course.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { SourceDeck } from '../transfer/format.ts';

/** A lesson of a course goes out as a deck below one that is called as the course is. */
export const lessonDeck = ({ course, lesson }: Pick<CatalogCard, 'course' | 'lesson'>): SourceDeck => ({
  id: `${course.id}/${lesson.id}`,
  name: `${course.title.en}::${String(lesson.number).padStart(2, '0')} ${lesson.title.en}`.replaceAll('"', ''),
});

/** The deck that a card goes out in. */
export const deckOfCard = ({ course, lesson }: DeckCard): SourceDeck =>
  isOwnCourse(course) ? lessonDeck({ course, lesson }) : { id: course.id, name: course.name };

/** Each deck of some cards once, in the order of the cards. */
export const decksOfCards = (cards: Iterable<DeckCard>): SourceDeck[] => [
  ...new Map(Array.from(cards, deckOfCard).map((deck) => [deck.id, deck])).values(),
];
