import type { NoteType } from '../../../domain/note/note-type.ts';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import type { FoundNoteType } from './found-note-type.ts';
import { LIMITS } from './limits.ts';
import { noteTypesOfJson } from './note-types-json.ts';
import { noteTypesOfTables } from './note-types-tables.ts';
import { jsonCell } from './settings.ts';
import type { SqliteFile } from './sqlite.ts';

const IMAGE_OCCLUSION = 6;

/**
 * The note types, by Anki's id. One without fields or templates is left out; its notes are told when they are read.
 * @throws AppError `import-unreadable`
 */
export function noteTypesOf(db: SqliteFile, file: string, odd: Oddities): ReadonlyMap<string, NoteType> {
  const found = db.has('notetypes') ? noteTypesOfTables(db, file) : noteTypesOfJson(jsonCell(db, 'models', file), file);
  if (found.length > LIMITS.types) throw unreadable('too-many', file, 'note types');
  const whole = found.filter((each) => {
    if (each.fields.length > LIMITS.fields || each.templates.length > LIMITS.fields)
      throw unreadable('too-many', file, each.name.slice(0, 100));
    if (each.fields.length === 0) odd.add('note-without-fields', each.name);
    if (each.templates.length === 0) odd.add('card-without-template', each.name);
    return each.fields.length > 0 && each.templates.length > 0;
  });
  return new Map(whole.map((each) => [each.id, noteTypeOf(each)]));
}

const noteTypeOf = (found: FoundNoteType): NoteType => ({
  id: `anki-${found.id}`,
  name: found.name,
  kind: found.isCloze ? 'cloze' : 'standard',
  ...(found.stockKind === IMAGE_OCCLUSION && { stock: 'image-occlusion' as const }),
  fields: found.fields,
  templates: found.isCloze ? found.templates.slice(0, 1) : found.templates,
  css: found.css,
  sortField: found.fields[found.sortField] ? found.sortField : 0,
  ...((found.latexBefore || found.latexAfter) && {
    latex: { before: found.latexBefore, after: found.latexAfter },
  }),
});
