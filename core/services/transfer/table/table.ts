import type { Mapping, ReadOptions, Source } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { stemOf, textOfFile } from '../text-file.ts';
import { deckName } from '../texts.ts';
import { unreadable } from '../unreadable.ts';
import { isZip } from '../zip-source.ts';
import { columnCount, guessedColumns, isHeaderRow } from './columns.ts';
import { tableHeaders, type TableHeaders } from './headers.ts';
import { checkSeparator, rowsOf, type TableRow } from './rows.ts';
import { guessedSeparator, withLines, withPlainQuotes } from './separator.ts';
import { sheetRows } from './sheets.ts';

/** A table whose columns are known, as the learner said or as it was guessed. */
export interface Table {
  readonly mapping: FullMapping;
  /** By column; null where nobody names them. */
  readonly columnNames: readonly string[] | null;
  /** Does the id column hold Anki's guids? Else numbers or names of the file's own. */
  readonly hasGuids: boolean;
  /** From the beginning, each time; without the header row. */
  rows(): Iterable<TableRow>;
}

/** Of a workbook without `separator` and `encoding`. */
export type FullMapping = Mapping & Required<Pick<Mapping, 'hasHeader' | 'isHtml' | 'columns' | 'deck' | 'tags'>>;

const SAMPLE_ROWS = 200;
const MAX_COLUMNS = 500;
const MAX_TAGS = 100;
const MAX_NAME = 200;
const MARKUP =
  /<(?:br|b|i|u|em|strong|div|p|span|img|a|ul|ol|li|sub|sup|ruby|h[1-6]|table|font)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot);/i;

interface Content {
  readonly headers: TableHeaders;
  /** Null of a workbook. */
  readonly written: { readonly separator: string; readonly encoding: string } | null;
  rows(): Iterable<TableRow>;
}

/** @throws AppError `import-unreadable`, `cancelled` */
export async function openTable(source: Source, head: Uint8Array, options: ReadOptions, odd: Oddities): Promise<Table> {
  const asked = options.mapping ?? {};
  const { headers, written, rows } = isZip(head)
    ? await ofWorkbook(source, options)
    : await ofText(source, options, odd);
  const sample = firstOf(rows(), SAMPLE_ROWS);
  const [first] = sample;
  if (first === undefined) throw unreadable('no-cards', source.name);
  const hasHeader =
    asked.hasHeader ??
    (headers.columnNames === undefined &&
      isHeaderRow(
        first.cells,
        sample.slice(1).map(({ cells }) => cells),
      ));
  const columnNames = headers.columnNames ?? (hasHeader ? first.cells : null);
  const count = Math.min(MAX_COLUMNS, columnCount(sample.map(({ cells }) => filledLength(cells))));
  const guessed = guessedColumns(columnNames, count).map((kind, i) => headers.columns.get(i + 1) ?? kind);
  // A sheet may begin anywhere; who writes a text means the cells that it has.
  const isAll = written === null && sample.length < SAMPLE_ROWS;
  const isBare = (i: number) => isAll && !columnNames?.[i]?.trim() && sample.every(({ cells }) => !cells[i]?.trim());
  const used = guessed.map((kind, i) => (kind === 'field' && isBare(i) ? 'skip' : kind));
  const columns = asked.columns ?? used;
  if (!columns.includes('field')) throw unreadable('column-wrong', source.name, 'field');
  return {
    mapping: {
      ...written,
      hasHeader,
      isHtml: asked.isHtml ?? headers.isHtml ?? sample.some(({ cells }) => cells.some((cell) => MARKUP.test(cell))),
      columns,
      deck: asked.deck ?? (headers.deck ? deckName(headers.deck) : stemOf(source.name)),
      tags: asked.tags ?? headers.tags?.slice(0, MAX_TAGS).map((tag) => tag.slice(0, MAX_NAME)) ?? [],
      ...noteTypeOf(asked.noteType ?? (headers.noteType || undefined)?.slice(0, MAX_NAME)),
    },
    columnNames,
    hasGuids: [...headers.columns.values()].includes('id'),
    rows: () => withoutComments(hasHeader ? withoutFirst(rows()) : rows(), headers.isOfAnki && columns.length > 1),
  };
}

/** Cells to the last that is not empty: editors leave separators behind. */
export const filledLength = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;

const noteTypeOf = (noteType: string | undefined) => (noteType === undefined ? {} : { noteType });

async function ofText(source: Source, { signal, mapping }: ReadOptions, odd: Oddities): Promise<Content> {
  const { text, encoding } = await textOfFile(source, { signal, encoding: mapping?.encoding, odd });
  const headers = tableHeaders(text);
  const lined = withLines(headers.body);
  const isNamedTable = /\.(?:csv|tsv)$/i.test(source.name);
  const separator = mapping?.separator ?? headers.separator ?? guessedSeparator(lined, isNamedTable);
  checkSeparator(separator, source.name);
  const body = withPlainQuotes(lined, separator);
  return { headers, written: { separator, encoding }, rows: () => rowsOf(body, separator, headers.lines + 1) };
}

async function ofWorkbook(source: Source, { signal }: ReadOptions): Promise<Content> {
  const rows = await sheetRows(source, signal);
  return { headers: { columns: new Map(), body: '', lines: 0, isOfAnki: false }, written: null, rows: () => rows };
}

/** The first so many. */
export function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length >= count) break;
    taken.push(item);
  }
  return taken;
}

/** Anki takes lines that begin with # for comments, wherever they stand; one with cells is a row all the same. */
function* withoutComments(rows: Iterable<TableRow>, hasComments: boolean): Generator<TableRow> {
  for (const row of rows) if (!hasComments || row.cells.length > 1 || !row.cells[0]?.startsWith('#')) yield row;
}

/** Every sheet of a workbook has its own header row, if the first one has. */
function* withoutFirst(rows: Iterable<TableRow>): Generator<TableRow> {
  let sheet: string | null | undefined = null;
  for (const row of rows) {
    if (row.sheet !== sheet) sheet = row.sheet;
    else yield row;
  }
}
