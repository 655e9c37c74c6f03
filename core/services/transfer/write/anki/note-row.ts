import { createHash } from 'node:crypto';
import type { FieldsContent, Note } from '../../../../domain/note/note.ts';
import { USN } from './schema.ts';
import { stripped } from './stripped.ts';

const SEPARATOR = '\x1f';

export const NOTE_SQL = 'insert into notes values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)';

interface NumberedNote {
  readonly id: number;
  readonly typeId: number;
  /** Place of the field that the note is sorted by. */
  readonly sortField: number;
  readonly note: Note;
  /** What Anki knows the note by, for ever. */
  readonly guid: string;
  readonly fields: FieldsContent['fields'];
  readonly tags: readonly string[];
}

/** A row of `notes`, as `NOTE_SQL` takes it. Text is NFC; no field may hold what parts fields. */
export function noteRow({ id, typeId, sortField, note, guid, fields, tags }: NumberedNote) {
  const texts = fields.map((field) => field.normalize('NFC').replaceAll('\0', ' ').replaceAll(SEPARATOR, ' '));
  const first = stripped(texts[0]!);
  return [
    id,
    guid,
    typeId,
    Math.floor(note.modifiedAt / 1000),
    USN,
    tagsCell(tags),
    texts.join(SEPARATOR),
    sortField === 0 ? first : stripped(texts[sortField] ?? ''),
    checksum(first),
    '',
  ];
}

/** The first four bytes of SHA-1, by which Anki finds notes with the same first field. @param first without HTML */
export const checksum = (first: string): number => createHash('sha1').update(first).digest().readUInt32BE(0);

/** Each with a space on both sides; nothing at all where there are none. */
const tagsCell = (tags: readonly string[]): string =>
  tags.length === 0 ? '' : ` ${tags.map((tag) => tag.normalize('NFC').replaceAll(/\s+/g, '_')).join(' ')} `;
