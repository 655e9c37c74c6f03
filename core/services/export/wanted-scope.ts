import { AppError } from '../../domain/errors.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import { DeckCard } from '../library/deck-card.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { courseName } from '../library/own-course.ts';
import { courseScope } from './course-scope.ts';
import { deckScope } from './deck-scope.ts';
import { decksOfCards } from './source-decks.ts';
import { together, type ExportedScope, type Wanted } from './exported-scope.ts';

/** The cards that are meant, those that are not there passed over. */
export type FindCards = (of: NonNullable<Wanted['of']>) => Promise<ReadonlySet<CardId>>;

interface Parts {
  readonly catalog: Catalog;
  readonly library: DeckLibrary;
  readonly find: FindCards;
}

/** @param between called now and then; may throw to end the work. @throws AppError `not-found`, `bad-query`, `data-corrupt` */
export async function wantedScope(parts: Parts, { courseId, of }: Wanted, between: () => void): Promise<ExportedScope> {
  const { catalog, library, find } = parts;
  if (of) return chosenScope(parts, await find(of), between);
  const course = catalog.course(courseId!);
  const own = library.own.find(course.id);
  if (own) {
    const cards = library.cards(own.id);
    return deckScope(library, courseName(own), decksOfCards(cards), cards, between);
  }
  if (course.kind !== 'deck') return courseScope(course.title.en, catalog.cards({ courseId: course.id }));
  const deck = library.deck(course.id);
  const decks = library.decks.filter(({ id }) => id === deck.id || deck.below.includes(id));
  return deckScope(library, deck.name, decks.map(asSource), library.cards(deck.id), between);
}

/** The notes of chosen cards go out whole: all cards of each, whichever was chosen. */
async function chosenScope(
  { catalog, library }: Parts,
  chosen: ReadonlySet<CardId>,
  between: () => void,
): Promise<ExportedScope> {
  const ofCourses: CatalogCard[] = [];
  const ofDecks = new Map<CardId, DeckCard>();
  for (const cardId of chosen) {
    const card = catalog.card(cardId);
    if (card instanceof DeckCard)
      for (const each of library.cardsOf(noteKeyOfCard(cardId))) ofDecks.set(each.cardId, each);
    else ofCourses.push(card);
  }
  if (ofCourses.length + ofDecks.size === 0) throw new AppError('not-found', 'no such cards', { what: 'card' });
  const names = [
    ...new Set([...Array.from(ofDecks.values(), ({ course }) => courseName(course)), ...ofCourses.map(titleOf)]),
  ];
  const name = names.length === 1 ? names[0]! : 'Jamdai';
  const own = await deckScope(library, name, decksOfCards(ofDecks.values()), [...ofDecks.values()], between);
  return ofCourses.length === 0 ? own : together(name, own, courseScope(name, ofCourses));
}

const titleOf = ({ course }: CatalogCard): string => course.title.en;
const asSource = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
