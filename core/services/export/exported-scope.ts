import type { Question } from '../../domain/question.ts';
import type { CardId } from '../../domain/ids.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import { mediaNames } from '../../domain/template/media-names.ts';
import type { Catalog, CatalogCard } from '../courses/catalog.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { Pack } from '../library/pack.ts';
import type { PackMedia } from '../library/pack-lines.ts';
import type { NoteSpace, SourceDeck } from '../transfer/format.ts';

/** A note that goes out, and its cards. */
interface ExportedNote {
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
  media(): ReadonlyMap<string, PackMedia>;
}

/** @throws AppError `not-found` */
export function exportedScope(catalog: Catalog, library: DeckLibrary, courseId: string): ExportedScope {
  const course = catalog.course(courseId);
  return course.kind === 'deck' ? ofDeck(library, courseId) : ofCourse(catalog, courseId);
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
          ...{ id: cardId, space: 'own', tags: [], createdAt: 0, modifiedAt: 0 },
          content: { kind: 'question', languages: ['th', 'en'], question },
          cards: [{ cardId, ordinal: 0, deckId: deckOf(card) }],
        };
      }
    },
    media: () => new Map(),
  };
}

function ofDeck(library: DeckLibrary, deckId: string): ExportedScope {
  const deck = library.deck(deckId);
  const cards = library.cards(deckId);
  const byNote = new Map<string, (typeof cards)[number][]>();
  for (const card of cards) {
    const key = noteKeyOfCard(card.cardId);
    const known = byNote.get(key);
    if (known) known.push(card);
    else byNote.set(key, [card]);
  }
  const types = new Map<string, NoteType>();
  const media = new Map<string, PackMedia>();
  const packs = new Set<Pack>();
  const take = (pack: Pack | undefined, names: readonly string[]) => {
    for (const name of names) {
      const file = library.medium({ pack }, name);
      if (file && !media.has(name)) media.set(name, file);
    }
  };
  for (const key of byNote.keys()) {
    const { type } = library.note(key);
    if (type) types.set(type.id, type);
  }
  return {
    name: deck.name,
    decks: library.courses
      .filter(({ id }) => id === deckId || deck.below.includes(id))
      .map(({ id, name }) => ({ id, name })),
    types: [...types.values()],
    cardIds: new Set(cards.map(({ cardId }) => cardId)),
    *notes() {
      for (const [key, own] of byNote) {
        const { content, tags, pack, original, createdAt, modifiedAt } = library.note(key);
        const slash = key.indexOf('/');
        if (content.kind === 'fields') take(pack, content.fields.flatMap(mediaNames));
        if (pack) packs.add(pack);
        yield {
          ...{ id: original?.id ?? key.slice(slash + 1), space: key.slice(0, slash) as NoteSpace, content, tags },
          ...{ createdAt, modifiedAt },
          cards: own.map(({ cardId, ordinal, course }) => ({ cardId, ordinal, deckId: course.id })),
        };
      }
    },
    media() {
      // What templates and CSS need is named with an underscore, so that no program takes it for unused.
      for (const pack of packs)
        take(
          pack,
          [...pack.media.keys()].filter((name) => name.startsWith('_')),
        );
      for (const pack of packs)
        for (const { css, templates } of pack.types.values())
          take(pack, [css, ...templates.flatMap(({ front, back }) => [front, back])].flatMap(mediaNames));
      return media;
    },
  };
}
