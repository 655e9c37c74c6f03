import type { Question } from '../../domain/question.ts';
import type { CardId } from '../../domain/ids.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { inSlices } from '../jobs/slices.ts';
import type { PackMedia } from '../library/pack-lines.ts';
import type { NoteSpace, SourceDeck } from '../transfer/format.ts';
import { OutgoingMedia } from './outgoing-media.ts';
import { OutgoingTypes, outgoingOrdinal } from './outgoing-types.ts';

/** A note that goes out, and its cards. */
interface ExportedNote {
  /** What the library calls it. */
  readonly key: string;
  readonly id: string;
  readonly space: NoteSpace;
  readonly content:
    | { readonly kind: 'fields'; readonly typeId: string; readonly fields: readonly string[] }
    | { readonly kind: 'question'; readonly languages: readonly ('th' | 'en')[]; readonly question: Question };
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly cards: readonly { readonly cardId: CardId; readonly ordinal: number; readonly deckId: string }[];
}

/** What of the library goes out: a course, or a deck with those below it. */
export interface ExportedScope {
  readonly name: string;
  readonly decks: readonly SourceDeck[];
  readonly types: readonly NoteType[];
  readonly cardIds: ReadonlySet<CardId>;
  notes(): Iterable<ExportedNote>;
  /** Files that the notes name, once the notes were gone through. */
  media(): readonly PackMedia[];
}

/** @param between called now and then; may throw to end the work. @throws AppError `not-found`, `data-corrupt` */
export async function exportedScope(
  catalog: Catalog,
  library: DeckLibrary,
  courseId: string,
  between: () => void,
): Promise<ExportedScope> {
  const course = catalog.course(courseId);
  return course.kind === 'deck' ? ofDeck(library, courseId, between) : ofCourse(catalog, courseId);
}

/** The questions of a course, in decks by lesson, as notes of our own: what is learned of it elsewhere has other cards. */
function ofCourse(catalog: Catalog, courseId: string): ExportedScope {
  const course = catalog.course(courseId);
  const cards = catalog.cards({ courseId });
  const deckOf = ({ lesson }: CatalogCard) => `${courseId}/${lesson.id}`;
  const names = new Map(
    course.lessons.map((lesson) => [
      `${courseId}/${lesson.id}`,
      `${course.title.en}::${String(lesson.number).padStart(2, '0')} ${lesson.title.en}`.replaceAll('"', ''),
    ]),
  );
  return {
    name: course.title.en,
    decks: [...names].map(([id, name]) => ({ id, name })),
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

async function ofDeck(library: DeckLibrary, deckId: string, between: () => void): Promise<ExportedScope> {
  const deck = library.deck(deckId);
  const cards = library.cards(deckId);
  const byNote = new Map<string, (typeof cards)[number][]>();
  for (const card of cards) {
    const key = noteKeyOfCard(card.cardId);
    const known = byNote.get(key);
    if (known) known.push(card);
    else byNote.set(key, [card]);
  }
  const types = new OutgoingTypes();
  await inSlices(addingTypes(types, library, byNote.keys()), between);
  const media = new OutgoingMedia((pack, name) => library.medium({ pack }, name));
  const outgoingTypes = types.all(media);
  return {
    name: deck.name,
    decks: library.decks
      .filter(({ id }) => id === deckId || deck.below.includes(id))
      .map(({ id, name }) => ({ id, name })),
    types: outgoingTypes,
    cardIds: new Set(cards.map(({ cardId }) => cardId)),
    *notes() {
      for (const [key, own] of byNote) {
        const { content, tags, pack, original, type, createdAt, modifiedAt } = library.note(key);
        const slash = key.indexOf('/');
        const id = original?.id ?? key.slice(slash + 1);
        yield {
          ...{ key, id, space: key.slice(0, slash) as NoteSpace, tags, createdAt, modifiedAt },
          content:
            content.kind === 'fields' && type
              ? {
                  ...{ ...content, typeId: types.idOf(type) },
                  fields: content.fields
                    .filter((_, place) => !type.fields[place]?.gone)
                    .map((html) => media.in(pack, html)),
                }
              : content,
          cards: own.map(({ cardId, ordinal, course }) => ({
            ...{ cardId, ordinal: type ? outgoingOrdinal(type, ordinal) : ordinal, deckId: course.id },
          })),
        };
      }
    },
    media: () => media.files,
  };
}

function* addingTypes(types: OutgoingTypes, library: DeckLibrary, keys: Iterable<string>): Generator<undefined, void> {
  const takenIn = new Map(library.layers.map(({ pack, takenInAt }) => [pack, takenInAt]));
  const seen = new Set<NoteType>();
  for (const key of keys) {
    const { type, pack } = library.note(key);
    if (type && !seen.has(type)) types.add({ type, pack, takenInAt: (pack && takenIn.get(pack)) ?? 0 });
    if (type) seen.add(type);
    yield;
  }
}
