import type { NoteType } from '../../domain/note/note-type.ts';
import { isWhole } from '../../domain/query/pattern.ts';
import type { Pattern } from '../../domain/query/query.ts';
import { needleOf } from '../../domain/text/needle.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import type { CardColumns } from './all-cards.ts';
import type { TextFinder } from './find-cards.ts';

/**
 * 1 for each note whose field is, as plain text, what the pattern says. Only those are looked at that contain its longest piece, and
 * none where anything will do.
 */
export function notesWithField(all: CardColumns, field: string, value: Pattern, texts: TextFinder): Uint8Array {
  const { notes, note, cards } = all;
  const found = new Uint8Array(notes.keys.length);
  const seen = new Uint8Array(notes.keys.length);
  const places = notes.types.map(({ type }) => (type ? placeOfField(type, field) : -1));
  const longest = value.reduce((one, other) => (other.length > one.length ? other : one));
  const mayBe = longest.trim() === '' ? () => true : texts.matching(needleOf(longest));
  const isAnything = value.length > 1 && longest === '';
  for (let row = 0; row < note.length; row++) {
    const number = note[row]!;
    const place = places[notes.type[number]!]!;
    if (place < 0 || seen[number] === 1) continue;
    seen[number] = 1;
    const card = cards[row]!;
    if (isAnything || (mayBe(card) && isWhole(value, texts.fieldsOf(card)[place] ?? ''))) found[number] = 1;
  }
  return found;
}

/** Fields that are gone stay in their places, and are none. */
const placeOfField = ({ fields }: NoteType, field: string): number =>
  fields.findIndex(({ name, gone }) => gone === undefined && searchForm(name) === field);
