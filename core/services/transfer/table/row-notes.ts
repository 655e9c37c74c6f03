import type { NoteType } from '../../../domain/note/note-type.ts';
import { cardsMadeBy } from '../../../domain/template/cards-made.ts';
import { clozeNumbers } from '../../../domain/template/cloze.ts';
import type { NoteSpace, SourceMedia, SourceNote } from '../format.ts';
import { hashed, NoteIds, writtenId } from '../note-ids.ts';
import { layoutByName, textNoteType, type TextLayout } from '../note-types.ts';
import type { Oddities } from '../oddities.ts';
import { deckName, tagsIn, textAsHtml } from '../texts.ts';
import { pictureNames } from './inline-pictures.ts';
import type { TableRow } from './rows.ts';
import type { Table } from './table.ts';

/** All fields of a note together, in characters. */
const MAX_NOTE = 8 << 20;

/** What a row becomes. */
export interface RowNote extends SourceNote {
  readonly type: NoteType;
  readonly deck: string;
}

/** Makes notes of the rows of a table, in their order. */
export class RowNotes {
  readonly #table: Table;
  readonly #odd: Oddities;
  readonly #onpicture: (picture: SourceMedia) => void;
  readonly #types = new Map<string, NoteType>();
  readonly #ids = new NoteIds();
  readonly #given = new Set<string>();
  readonly #fieldNames: readonly string[];

  /** @param onpicture hears of each picture that stands in the cells */
  constructor(table: Table, odd: Oddities, onpicture: (picture: SourceMedia) => void) {
    this.#table = table;
    this.#onpicture = onpicture;
    this.#odd = odd;
    const places = table.mapping.columns.flatMap((kind, i) => (kind === 'field' ? [i] : []));
    const standing =
      places.length === 1 ? ['Front', 'Back'] : ['Front', 'Back', ...places.slice(2).map((_, i) => `Field ${i + 3}`)];
    this.#fieldNames = table.columnNames
      ? places.map((place, i) => table.columnNames?.[place] || standing[i]!)
      : standing;
  }

  /** Null where it makes none: that is told. */
  of(row: TableRow): RowNote | null {
    const { mapping } = this.#table;
    const cells = this.#fitted(row);
    const place = `${row.sheet === undefined ? '' : `${row.sheet} `}${row.line}`;
    const one = (kind: string) => cells[mapping.columns.indexOf(kind as 'tags')]?.trim() ?? '';
    const texts = cells.filter((_, i) => mapping.columns[i] === 'field').map((cell) => cell.trim());
    const fields = mapping.isHtml ? texts.map((text) => pictureNames(text, this.#onpicture)) : texts.map(textAsHtml);
    const first = texts.find((text) => text !== '');
    if (first === undefined) return (this.#odd.add('note-without-fields', place), null);
    if (fields.reduce((sum, field) => sum + field.length, 0) > MAX_NOTE)
      return (this.#odd.add('text-too-long', place), null);
    const deck = deckName(one('deck') || (row.sheet === undefined ? mapping.deck : `${mapping.deck}::${row.sheet}`));
    const type = this.#type(one('note-type') || mapping.noteType, fields);
    const tags = tagsIn(one('tags'), mapping.tags);
    const ordinals = cardsMadeBy(type, { fields, tags });
    if (ordinals.length === 0) return (this.#odd.add('note-without-cards', first.slice(0, 60)), null);
    const { id, space } = this.#id(one('id'), deck, first);
    return {
      note: { id, content: { kind: 'fields', typeId: type.id, fields }, tags, createdAt: 0, modifiedAt: 0 },
      space,
      cards: ordinals.map((ordinal) => ({ ordinal, deckId: deck })),
      type,
      deck,
    };
  }

  /** As many cells as columns: what is beyond belongs to the last, for its separators were text. */
  #fitted({ cells, line, isMended }: TableRow): readonly string[] {
    const { columns, separator } = this.#table.mapping;
    const beyond = cells.slice(columns.length).some((cell) => cell.trim() !== '');
    if (isMended || beyond) this.#odd.add('row-unreadable', `${line}`);
    const fitted = cells.slice(0, columns.length);
    if (beyond) fitted[columns.length - 1] = cells.slice(columns.length - 1).join(separator || ' ');
    return [...fitted, ...Array.from({ length: columns.length - fitted.length }, () => '')];
  }

  #type(named: string | undefined, fields: readonly string[]): NoteType {
    const isCloze = clozeNumbers(fields[0] ?? '').length > 0;
    const name = named ?? (isCloze ? 'Cloze' : 'Basic');
    const layout: TextLayout = named === undefined ? (isCloze ? 'cloze' : 'one-way') : layoutByName(named);
    const key = JSON.stringify([name, layout]);
    let type = this.#types.get(key);
    if (!type) this.#types.set(key, (type = textNoteType(name, this.#namesFor(layout), layout)));
    return type;
  }

  #namesFor(layout: TextLayout): readonly string[] {
    if (this.#table.columnNames || layout !== 'cloze') return this.#fieldNames;
    return ['Text', 'Back Extra', ...this.#fieldNames.slice(2)];
  }

  #id(given: string, deck: string, first: string): { id: string; space: NoteSpace } {
    if (given === '') return { id: this.#ids.of(deck, first), space: 'text' };
    const { id, space } = this.#table.hasGuids
      ? writtenId(given)
      : { id: hashed([this.#table.mapping.deck, 'id', given]), space: 'text' as const };
    if (!this.#given.has(`${space}/${id}`)) return (this.#given.add(`${space}/${id}`), { id, space });
    this.#odd.add('duplicate-guid', given);
    return { id: this.#ids.of(`${space}/${id}`, first), space: 'text' };
  }
}
