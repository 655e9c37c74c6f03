import type { NoteType } from '../../domain/note/note-type.ts';
import { inSlices } from '../jobs/slices.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckCard } from '../library/deck-card.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { NoteSpace, SourceDeck } from '../transfer/format.ts';
import type { ExportedScope } from './exported-scope.ts';
import { OutgoingMedia } from './outgoing-media.ts';
import { deckOfCard } from './source-decks.ts';
import { OutgoingTypes, outgoingOrdinal } from './outgoing-types.ts';

/**
 * Notes of decks and of the learner's own courses, with these of their cards.
 * @param decks those the cards lie in @param between called now and then; may throw to end the work. @throws AppError `data-corrupt`
 */
export async function deckScope(
  library: DeckLibrary,
  name: string,
  decks: readonly SourceDeck[],
  cards: readonly DeckCard[],
  between: () => void,
): Promise<ExportedScope> {
  const byNote = new Map<string, DeckCard[]>();
  for (const card of cards) {
    const key = noteKeyOfCard(card.cardId);
    const known = byNote.get(key);
    if (known) known.push(card);
    else byNote.set(key, [card]);
  }
  const types = new OutgoingTypes();
  await inSlices(addingTypes(types, library, byNote.keys()), between);
  const media = new OutgoingMedia((pack, file) => library.medium({ pack }, file));
  return {
    ...{ name, decks, types: types.all(media) },
    cardIds: new Set(cards.map(({ cardId }) => cardId)),
    *notes() {
      for (const [key, own] of byNote) {
        const { content, tags, pack, original, type, createdAt, modifiedAt } = library.note(key);
        // No other program has such pictures: that they stay here is told.
        if (content.kind === 'question' && content.question.kind === 'label' && content.question.image)
          media.take(pack, content.question.image.file);
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
          cards: own.map((card) => ({
            ...{ cardId: card.cardId, ordinal: type ? outgoingOrdinal(type, card.ordinal) : card.ordinal },
            deckId: deckOfCard(card).id,
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
