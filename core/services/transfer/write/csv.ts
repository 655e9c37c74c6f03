import { unparse } from 'papaparse';
import { letOthersRun } from '../cancellation.ts';
import { idToWrite } from '../note-ids.ts';
import type { NoteType } from '../../../domain/note/note-type.ts';
import type { Outgoing, OutgoingNote, WriteOptions, Written } from './outgoing.ts';
import { tagsWithoutProgress } from './tags.ts';
import { plainNote } from './plain-note.ts';
import { writtenFile } from './written-file.ts';

const AT_ONCE = 500;
/** Without it Excel takes the text for something else than UTF-8. */
const BOM = '\uFEFF';
const STANDING = ['guid', 'note type', 'deck', 'tags'] as const;

/**
 * Writes a table of notes with the headers by which Anki knows what a column is: id, note type, deck and tags, then the fields as HTML.
 * @param path of the file, which is there whole or not at all
 * @throws AppError `cancelled`, errors of the disk
 */
export async function writeCsv(outgoing: Outgoing, path: string, options: WriteOptions): Promise<Written> {
  const counts = { notes: 0, cards: 0, leftOut: 0 };
  const bytes = await writtenFile(path, () => lines(outgoing, options, counts));
  return { ...counts, reviews: 0, media: 0, bytes };
}

async function* lines(
  outgoing: Outgoing,
  options: WriteOptions,
  counts: { notes: number; cards: number; leftOut: number },
) {
  yield Buffer.from(BOM + headers(outgoing.types).join('\r\n') + '\r\n');
  const decks = new Map(outgoing.decks.map(({ id, name }) => [id, name]));
  const types = new Map(outgoing.types.map((type) => [type.id, type]));
  let rows: string[][] = [];
  for await (const each of outgoing.notes()) {
    const row = rowOf(each, decks, types, options);
    if (row) {
      rows.push(row);
      counts.notes++;
      counts.cards += each.cards.length;
    } else counts.leftOut++;
    if (rows.length < AT_ONCE) continue;
    await letOthersRun(options.signal);
    yield csv(rows);
    rows = [];
  }
  if (rows.length > 0) yield csv(rows);
}

/** `columns` names what all rows have; a row has as many fields as its note. */
const headers = (types: readonly NoteType[]) => {
  const most = Math.max(0, ...types.map(({ fields }) => fields.length));
  const shared =
    types.length === 1
      ? types[0]!.fields.map(({ name }) => name)
      : Array.from({ length: most }, (_, i) => `Field ${i + 1}`);
  return [
    '#separator:Comma',
    '#html:true',
    `#columns:${[...STANDING, ...shared].map((name) => name.replaceAll(/[,"\r\n]/g, ' ')).join(',')}`,
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4',
  ];
};

function rowOf(
  { note, space = 'anki', cards }: OutgoingNote,
  decks: ReadonlyMap<string, string>,
  types: ReadonlyMap<string, NoteType>,
  { language, withProgress }: WriteOptions,
): string[] | null {
  const { content } = note;
  const plain =
    content.kind === 'question'
      ? plainNote(content, language)
      : { type: types.get(content.typeId), fields: content.fields };
  if (!plain?.type) return null;
  const deck = decks.get(cards[0]?.deckId ?? '') ?? '';
  const tags = withProgress ? note.tags : tagsWithoutProgress(note.tags);
  return [idToWrite(space, note.id), plain.type.name, deck, tags.join(' '), ...plain.fields];
}

/** All in quotes: a row that begins with # would be a comment. */
const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(`${unparse(rows as string[][], { quotes: true })}\r\n`);
