import type { Input } from '../../api/contract.ts';
import type { CardId } from '../../domain/ids.ts';
import { searchForm } from '../../domain/text/search-form.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { CardColumns } from './all-cards.ts';
import { ownRows } from './change-events.ts';
import type { LeftAlone } from './left-alone.ts';
import { replacing } from './replacing.ts';

export type Wish = Input<'card.replacements'>['replacement'];

/** What becomes of one field. */
export interface ChangedField {
  readonly noteId: string;
  /** The first of the note's cards that were meant. */
  readonly cardId: CardId;
  readonly place: number;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Notes whose texts are looked through together. */
const GROUP = 40;

/** One field of a note that is looked through. */
type Looked = Omit<ChangedField, 'after'>;

/**
 * Every field of the notes in which something is found, with what it becomes. Questions of the app's own kinds have no fields.
 * @throws AppError `bad-pattern`, `data-corrupt`
 */
export function* changedFields(
  all: CardColumns,
  rows: readonly number[],
  wish: Wish,
  library: Pick<DeckLibrary, 'note'>,
  leftAlone: LeftAlone,
): Generator<undefined, ChangedField[]> {
  const replace = replacing(wish);
  const only = wish.field === undefined ? null : searchForm(wish.field);
  const { notes, note, cards } = all;
  const seen = new Set<number>();
  const changed: ChangedField[] = [];
  let waiting: Looked[] = [];
  const settle = () => {
    for (const [i, after] of replace(waiting.map(({ before }) => before)).entries()) {
      const looked = waiting[i]!;
      if (after === null) leftAlone.add('too-long');
      else if (after !== looked.before) changed.push({ ...looked, after });
    }
    waiting = [];
  };
  for (const row of ownRows(all, rows, leftAlone)) {
    const number = note[row]!;
    const { type } = notes.types[notes.type[number]!]!;
    if (!type) leftAlone.add('no-fields');
    if (!type || seen.has(number)) continue;
    seen.add(number);
    const { content } = library.note(notes.keys[number]!);
    if (content.kind !== 'fields') continue;
    for (const [place, { name: field, gone }] of type.fields.entries()) {
      const before = content.fields[place] ?? '';
      if (gone || before === '' || (only !== null && searchForm(field) !== only)) continue;
      waiting.push({ noteId: notes.keys[number]!, cardId: cards[row]!.cardId, place, field, before });
    }
    if (waiting.length >= GROUP) settle();
    yield;
  }
  settle();
  return changed;
}

/** Signs that are shown of a field, and how many of them before the first that changes. */
const SHOWN = 600;
const BEFORE = 80;

/** The part of a field where it changes, before and after. */
export function excerpt({ before, after }: Pick<ChangedField, 'before' | 'after'>): { before: string; after: string } {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - BEFORE);
  const part = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? '…' : ''}`;
  return { before: part(before), after: part(after) };
}
