import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { CardFaces } from '../face/card-face.ts';
import type { Faces } from '../face/face-handlers.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { courseName } from '../library/own-course.ts';
import type { LibraryNote } from '../library/library-note.ts';
import { cardsOfContent } from '../library/written-notes.ts';
import { whyNot } from './written-content.ts';

type Cards = Output<'note.preview'>['cards'];
/** A note with thousands of gaps shows the first. */
const MOST_SHOWN = 20;

/** How notes and note types look that are being written. Nothing of it is kept. */
class NotePreviews {
  constructor(
    private readonly library: DeckLibrary,
    private readonly faces: CardFaces,
  ) {}

  /** @throws AppError `not-found` for a note type, note or deck that is not there */
  ofNote({ content, tags, deckId, noteId }: Input<'note.preview'>): Output<'note.preview'> {
    if (content.kind === 'question') return { cards: [], problems: whyNot(content, tags, undefined) };
    const note = noteId === undefined ? undefined : this.library.note(noteId);
    const type = this.library.types.find(content.typeId, note?.pack?.types.get(content.typeId));
    if (!type) throw new AppError('not-found', 'no such note type', { what: 'note-type', id: content.typeId });
    const deck = deckId === undefined ? '' : courseName(this.library.home(deckId));
    return {
      cards: this.#cards(type, content.fields, tags, deck, note),
      problems: whyNot(content, tags, type),
    };
  }

  /** @throws AppError `not-found` for a note that is not there */
  ofType({ typeId, type: edited, noteId }: Input<'notetype.preview'>): Output<'notetype.preview'> {
    const base = typeId === undefined ? undefined : this.library.types.find(typeId);
    const type: NoteType = { ...base, id: typeId ?? 'new', ...edited };
    const note = noteId === undefined ? undefined : this.library.note(noteId);
    const named = type.fields.map(({ name }) => (type.kind === 'cloze' ? `{{c1::${name}}}` : name));
    const fields = note?.content.kind === 'fields' ? note.content.fields : named;
    return { cards: this.#cards(type, fields, note?.tags ?? [], '', note) };
  }

  #cards(
    type: NoteType,
    fields: readonly string[],
    tags: readonly string[],
    deck: string,
    note: LibraryNote | undefined,
  ): Cards {
    const content = { fields, tags };
    return cardsOfContent({ kind: 'fields', typeId: type.id, fields: [...fields] }, type, tags)
      .slice(0, MOST_SHOWN)
      .map(({ ordinal }) => ({
        ordinal,
        name: type.kind === 'cloze' ? String(ordinal + 1) : type.templates[ordinal]!.name,
        face: this.faces.made({ type, content, ordinal, deck, flag: 0, pack: note?.pack }),
      }));
  }
}

export function previewHandlers(library: DeckLibrary, faces: Faces) {
  const previews = async () => new NotePreviews(library, await faces());
  return {
    'note.preview': async (input) => (await previews()).ofNote(input),
    'notetype.preview': async (input) => (await previews()).ofType(input),
  } satisfies Partial<Handlers>;
}
