import type { CardTemplate, NoteField } from '../../../domain/note/note-type.ts';
import { noteFieldOf, type FoundNoteType } from './found-note-type.ts';
import { readMessageRows } from './message-rows.ts';
import type { SqliteFile } from './sqlite.ts';

const CONFIG = { id: 'ntid', blob: 'config', order: 'ntid, ord' };

/**
 * Note types as schemas from 15 hold them: three tables with a message in each row. Numbers of the messages: field { right to
 * left 2, font 3, size 4 }, template { front 1, back 2 }, type { kind 1, sort field 2, CSS 3, LaTeX before 5 and after 6, stock
 * kind 9 }.
 * @throws AppError `import-unreadable`
 */
export function noteTypesOfTables(db: SqliteFile, file: string): FoundNoteType[] {
  const fields = new Map<string, NoteField[]>();
  readMessageRows(db, file, { ...CONFIG, table: 'fields' }, ({ id, name, message }) =>
    listed(fields, id).push(noteFieldOf(name, message.int(2) !== 0, message.text(3), message.int(4))),
  );
  const templates = new Map<string, CardTemplate[]>();
  readMessageRows(db, file, { ...CONFIG, table: 'templates' }, ({ id, name, message }) =>
    listed(templates, id).push({ name, front: message.text(1), back: message.text(2) }),
  );
  const ofType = { table: 'notetypes', id: 'id', blob: 'config', order: 'id' };
  return readMessageRows(db, file, ofType, ({ id, name, message }) => ({
    id,
    name,
    isCloze: message.int(1) === 1,
    stockKind: message.int(9),
    fields: fields.get(id) ?? [],
    templates: templates.get(id) ?? [],
    css: message.text(3),
    sortField: message.int(2),
    latexBefore: message.text(5),
    latexAfter: message.text(6),
  }));
}

function listed<T>(lists: Map<string, T[]>, id: string): T[] {
  let list = lists.get(id);
  if (!list) lists.set(id, (list = []));
  return list;
}
