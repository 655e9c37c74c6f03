import { AppError } from '../../domain/errors.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import { isWhole } from '../../domain/query/pattern.ts';
import type { Pattern } from '../../domain/query/query.ts';
import { plainText } from '../../domain/template/plain-text.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { CardColumns } from './all-cards.ts';

/** Asked for a field, and what all of it must be. */
export interface FieldWish {
  readonly field: string;
  readonly value: Pattern;
}

/**
 * 1 for each note whose field is, as plain text, what the pattern says. Notes are read for it: only those that contain the longest piece
 * of the pattern, and none where anything will do.
 */
export function* notesWithField(
  all: CardColumns,
  library: Pick<DeckLibrary, 'note'>,
  { field, value }: FieldWish,
  containing: (words: string) => (card: CatalogCard) => boolean,
): Generator<undefined, Uint8Array> {
  const { notes, note, cards } = all;
  const found = new Uint8Array(notes.keys.length);
  const seen = new Uint8Array(notes.keys.length);
  const places = notes.types.map(({ type }) => (type ? placeOfField(type, field) : -1));
  const longest = value.reduce((one, other) => (other.length > one.length ? other : one));
  const mayBe = longest.trim() === '' ? () => true : containing(longest);
  const isAnything = value.length > 1 && longest === '';
  for (let row = 0; row < note.length; row++) {
    const number = note[row]!;
    const place = places[notes.type[number]!]!;
    if (place < 0 || seen[number] === 1) continue;
    seen[number] = 1;
    if (isAnything) found[number] = 1;
    else if (mayBe(cards[row]!)) {
      if (isWhole(value, fieldOf(library, notes.keys[number]!, place))) found[number] = 1;
      yield;
    }
  }
  return found;
}

/** Fields that are gone stay in their places, and are none. */
const placeOfField = ({ fields }: NoteType, field: string): number =>
  fields.findIndex(({ name, gone }) => gone === undefined && searchForm(name) === field);

/** As a query compares it. A note that can not be read has nothing in it. */
function fieldOf(library: Pick<DeckLibrary, 'note'>, key: string, place: number): string {
  try {
    const { content } = library.note(key);
    return content.kind === 'fields' ? searchForm(plainText(content.fields[place] ?? '')) : '';
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'data-corrupt') return '';
    throw cause;
  }
}
