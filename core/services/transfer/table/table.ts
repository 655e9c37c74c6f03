import type { Mapping, ReadOptions, Source } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { stemOf, textOfFile } from '../text-file.ts';
import { unreadable } from '../unreadable.ts';
import { isZip } from '../zip-source.ts';
import { columnCount, guessedColumns, isHeaderRow } from './columns.ts';
import { tableHeaders, type TableHeaders } from './headers.ts';
import { checkSeparator, rowsOf, type TableRow } from './rows.ts';
import { guessedSeparator } from './separator.ts';
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

export type FullMapping = Mapping &
  Required<Pick<Mapping, 'separator' | 'encoding' | 'hasHeader' | 'isHtml' | 'columns' | 'deck' | 'tags'>>;

const SAMPLE_ROWS = 200;
const MAX_COLUMNS = 1000;
const MARKUP =
  /<(?:br|b|i|u|em|strong|div|p|span|img|a|ul|ol|li|sub|sup|ruby|h[1-6]|table|font)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot);/i;

interface Content {
  readonly headers: TableHeaders;
  readonly separator: string;
  readonly encoding: string;
  rows(): Iterable<TableRow>;
}

/** @throws AppError `import-unreadable`, `cancelled` */
export async function openTable(source: Source, head: Uint8Array, options: ReadOptions, odd: Oddities): Promise<Table> {
  const asked = options.mapping ?? {};
  const { headers, separator, encoding, rows } = isZip(head)
    ? await ofWorkbook(source, options)
    : await ofText(source, options, odd);
  const sample = firstOf(rows(), SAMPLE_ROWS);
  const [first] = sample;
  if (first === undefined) throw unreadable('empty', source.name);
  const hasHeader = asked.hasHeader ?? (headers.columnNames === undefined && isHeaderRow(first.cells));
  const columnNames = headers.columnNames ?? (hasHeader ? first.cells : null);
  const count = Math.min(MAX_COLUMNS, columnCount(sample.map(({ cells }) => cells.length)));
  const guessed = guessedColumns(columnNames, count).map((kind, i) => headers.columns.get(i + 1) ?? kind);
  const columns = asked.columns ?? guessed;
  if (!columns.includes('field')) throw unreadable('column-wrong', source.name, 'field');
  return {
    mapping: {
      separator,
      encoding,
      hasHeader,
      isHtml: asked.isHtml ?? headers.isHtml ?? sample.some(({ cells }) => cells.some((cell) => MARKUP.test(cell))),
      columns,
      deck: asked.deck ?? headers.deck ?? stemOf(source.name),
      tags: asked.tags ?? headers.tags ?? [],
      ...noteTypeOf(asked.noteType ?? headers.noteType),
    },
    columnNames,
    hasGuids: [...headers.columns.values()].includes('id'),
    rows: () => (hasHeader ? withoutFirst(rows()) : rows()),
  };
}

const noteTypeOf = (noteType: string | undefined) => (noteType === undefined ? {} : { noteType });

async function ofText(source: Source, { signal, mapping }: ReadOptions, odd: Oddities): Promise<Content> {
  const { text, encoding } = await textOfFile(source, { signal, encoding: mapping?.encoding, odd });
  const headers = tableHeaders(text);
  const separator = mapping?.separator ?? headers.separator ?? guessedSeparator(headers.body);
  checkSeparator(separator, source.name);
  return { headers, separator, encoding, rows: () => rowsOf(headers.body, separator, headers.lines + 1) };
}

async function ofWorkbook(source: Source, { signal }: ReadOptions): Promise<Content> {
  const rows = await sheetRows(source, signal);
  return { headers: { columns: new Map(), body: '', lines: 0 }, separator: '', encoding: 'utf-8', rows: () => rows };
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

/** Every sheet of a workbook has its own header row, if the first one has. */
function* withoutFirst(rows: Iterable<TableRow>): Generator<TableRow> {
  let sheet: string | null | undefined = null;
  for (const row of rows) {
    if (row.sheet !== sheet) sheet = row.sheet;
    else yield row;
  }
}
