import type { NoteType } from '../../../domain/note/note-type.ts';
import { letOthersRun } from '../cancellation.ts';
import type { SourceCard, SourceDeck, SourceNote } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { cardOf, type CardRow } from './cards.ts';
import { CardsByNote } from './cards-by-note.ts';
import { wholeNumber } from './cells.ts';
import { DeckHomes } from './deck-homes.ts';
import { NOTES_SQL, noteRowOf, type NoteRow } from './note-rows.ts';
import type { SqliteFile } from './sqlite.ts';

const AT_ONCE = 500;

export interface NotesOf {
  readonly db: SqliteFile;
  readonly types: ReadonlyMap<string, NoteType>;
  readonly decks: readonly SourceDeck[];
  /** Study day that due days are counted from. */
  readonly dayZero: number;
  readonly odd: Oddities;
  readonly signal: AbortSignal;
  /** Takes the ids of the cards that are given out. */
  readonly kept: Set<number>;
}

/**
 * Every note with its cards: both tables in order of the note, side by side, so that nothing but one note is in memory.
 * @throws AppError `import-unreadable`, `cancelled`
 */
export async function* notesOf(source: NotesOf): AsyncGenerator<SourceNote> {
  const { db, odd, signal } = source;
  const cards = new CardsByNote(db, odd);
  const homes = new DeckHomes(source.decks, odd);
  const guids = new Set<string>();
  let last = -Infinity;
  let count = 0;
  try {
    for (const cells of db.rows('notes', NOTES_SQL)) {
      if (count++ % AT_ONCE === 0) await letOthersRun(signal);
      const row = noteRowOf(cells, odd);
      if (!row) {
        // Its cards are left out with it.
        cards.of(wholeNumber(cells[0]) ?? -Infinity);
        continue;
      }
      if (row.id === last) odd.add('row-unreadable', `notes ${row.id}`);
      else {
        const note = noteOf(row, cards.of(row.id), source, homes, guids);
        if (note) yield note;
      }
      last = row.id;
    }
    cards.rest();
  } finally {
    cards.close();
  }
}

function noteOf(
  row: NoteRow,
  rows: readonly CardRow[],
  { types, odd, dayZero, kept }: NotesOf,
  homes: DeckHomes,
  guids: Set<string>,
): SourceNote | null {
  const type = types.get(String(row.typeId));
  if (!type) {
    odd.add('kind-unknown', row.place());
    return null;
  }
  const isTaken = guids.has(row.guid);
  if (isTaken) odd.add('duplicate-guid', row.place());
  // The second of one guid is another note, which must keep its id in every version of the file.
  const id = isTaken ? `${row.guid}~${row.id}` : row.guid;
  guids.add(id);
  if (row.fields.length !== type.fields.length) odd.add('note-without-fields', row.place());
  const cards: SourceCard[] = [];
  for (const card of rows) {
    if (type.kind === 'standard' && !type.templates[card.ordinal]) odd.add('card-without-template', row.place());
    else if (cards.some(({ ordinal }) => ordinal === card.ordinal)) odd.add('row-unreadable', `cards ${card.id}`);
    else {
      const { card: made, isOff } = cardOf(card, homes.homeOf(card, row.place), dayZero);
      if (isOff) odd.add('date-out-of-range', row.place());
      cards.push(made);
      kept.add(card.id);
    }
  }
  if (cards.length === 0) odd.add('note-without-cards', row.place());
  const content = { kind: 'fields', typeId: type.id, fields: fitted(row.fields, type.fields.length) } as const;
  return { note: { id, content, tags: row.tags, createdAt: row.createdAt, modifiedAt: row.modifiedAt }, cards };
}

/** As many as the type has: what is more is put behind the last, what is less is empty. */
const fitted = (fields: readonly string[], count: number): readonly string[] =>
  fields.length > count
    ? [...fields.slice(0, count - 1), fields.slice(count - 1).join('; ')]
    : [...fields, ...Array.from({ length: count - fields.length }, () => '')];
