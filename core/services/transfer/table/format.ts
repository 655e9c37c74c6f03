import { letOthersRun } from '../cancellation.ts';
import { fileHead } from '../file-head.ts';
import type { Format, Reading, ReadOptions, Source, SourceMedia, SourceNote } from '../format.ts';
import { Oddities } from '../oddities.ts';
import { textReading } from '../text-reading.ts';
import { guessedEncoding } from '../text-encoding.ts';
import { unreadable } from '../unreadable.ts';
import { isZip } from '../zip-source.ts';
import { RowNotes, type RowNote } from './row-notes.ts';
import { openTable, type Table } from './table.ts';

const MAX_ROWS = 2_000_000;
/** Rows between two looks at whether the end was asked for. */
const TURN = 500;
/** Cells between tabs, in a file that nobody named. */
const UNNAMED = 0.3;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Tables: CSV, tab-separated text, Anki's and Quizlet's text exports, "front – back" lines, .xlsx. */
export const tableFormat: Format = {
  id: 'table',
  extensions: ['csv', 'tsv', 'txt', 'xlsx'],

  detect(head, name) {
    const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
    if (isZip(head)) return extension === 'xlsx' ? 1 : 0;
    const text = new TextDecoder(guessedEncoding(head)).decode(head);
    if (/^\uFEFF?#(?:separator|html|columns|notetype|deck|tags|guid column):/i.test(text)) return 1;
    if (/^\s*(?:<!doctype html|<html[\s>])/i.test(text)) return 0;
    if (extension === '') return /^[^\t\n]+\t[^\n]+\n/.test(text) ? UNNAMED : 0;
    if (!tableFormat.extensions.includes(extension)) return 0;
    return extension === 'txt' ? 0.6 : 0.9;
  },

  async open(source, options) {
    const odd = new Oddities();
    const table = await openWhole(source, options, odd);
    const scanned = await scan(table, source, options);
    return readingOf(table, scanned, { signal: options.signal, odd });
  },
};

/** @throws AppError `import-unreadable` */
export async function openWhole(source: Source, options: ReadOptions, odd: Oddities): Promise<Table> {
  if (source.bytes === 0) throw unreadable('empty', source.name);
  const head = await fileHead(source);
  if (OLE.every((byte, i) => head[i] === byte)) throw unreadable('not-known', source.name);
  return openTable(source, head, options, odd);
}

/** What notes, types, decks and pictures the rows make: known before the first note is given. */
async function scan(table: Table, source: Source, { signal }: ReadOptions) {
  const types = new Map<string, RowNote['type']>();
  const decks = new Set<string>();
  const media = new Map<string, SourceMedia>();
  let notes = 0;
  let cards = 0;
  const onpicture = (picture: SourceMedia) => void media.set(picture.name, picture);
  for await (const row of notesOf(table, new Oddities(), signal, onpicture)) {
    types.set(row.type.id, row.type);
    decks.add(row.deck);
    cards += row.cards.length;
    if (++notes > MAX_ROWS) throw unreadable('too-many', source.name, 'rows');
  }
  if (notes === 0) throw unreadable('no-cards', source.name);
  return { types: [...types.values()], decks: [...decks], media: [...media.values()], counts: { notes, cards } };
}

type Scanned = Awaited<ReturnType<typeof scan>>;

function readingOf(table: Table, scanned: Scanned, { signal, odd }: { signal: AbortSignal; odd: Oddities }): Reading {
  async function* notes(): AsyncGenerator<SourceNote> {
    for await (const { note, space, cards } of notesOf(table, odd, signal))
      yield { note, space: space ?? 'text', cards };
  }
  return textReading({ ...scanned, odd, notes });
}

async function* notesOf(
  table: Table,
  odd: Oddities,
  signal: AbortSignal,
  onpicture: (picture: SourceMedia) => void = () => undefined,
): AsyncGenerator<RowNote> {
  const made = new RowNotes(table, odd, onpicture);
  let rows = 0;
  for (const row of table.rows()) {
    if (rows++ % TURN === 0) await letOthersRun(signal);
    const note = made.of(row);
    if (note) yield note;
  }
}
