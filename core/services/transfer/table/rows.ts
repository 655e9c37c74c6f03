import Papa from 'papaparse';
import { unreadable } from '../unreadable.ts';

export interface TableRow {
  readonly cells: readonly string[];
  /** From 1; of a spreadsheet the number of the row. */
  readonly line: number;
  /** Its quotation marks do not fit: its line was taken as it stands. */
  readonly isMended?: true;
  /** Name of the sheet, where there are several. */
  readonly sheet?: string;
}

const WINDOW = 1 << 20;
/** A quoted cell that is longer has lost its end. */
const LONGEST_WINDOW = 16 << 20;
/** After so many rows whose quotation marks do not fit, they are no marks of cells in this file. */
const MISFITS = 10;
/** A mark that never comes up: NULs are taken out of texts. */
const NO_QUOTES = '\0';

/** @throws AppError `import-unreadable` `column-wrong` */
export function checkSeparator(separator: string, file: string): void {
  if (/[\n\r"\uFEFF]/.test(separator) || separator.length > 10) throw unreadable('column-wrong', file, 'separator');
}

/**
 * Rows of a text whose lines end with `\n`; empty ones are left out.
 * @param separator one character: cells may be quoted. Several: the first in a line parts it in two. None: a line is a cell
 */
export function rowsOf(text: string, separator: string, firstLine = 1): Generator<TableRow> {
  return separator.length === 1 ? cellRows(text, separator, firstLine) : lineRows(text, separator, firstLine);
}

function* lineRows(text: string, separator: string, firstLine: number): Generator<TableRow> {
  let line = firstLine;
  for (let at = 0; at < text.length; line++) {
    const content = lineAt(text, at);
    at += content.length + 1;
    if (content.trim() === '') continue;
    const parting = separator === '' ? -1 : content.indexOf(separator);
    const cells = parting < 0 ? [content] : [content.slice(0, parting), content.slice(parting + separator.length)];
    yield { cells: cells.map((cell) => cell.trim()), line };
  }
}

function* cellRows(text: string, separator: string, firstLine: number): Generator<TableRow> {
  let at = 0;
  let line = firstLine;
  let size = WINDOW;
  let misfits = 0;
  while (at < text.length) {
    const end = endOfWindow(text, at, size);
    const parsed = parse(text.slice(at, end), separator, misfits < MISFITS);
    const whole = parsed.misfit ?? parsed.rows.length;
    for (const cells of parsed.rows.slice(0, whole)) {
      if (!isBlank(cells)) yield { cells, line };
      line += linesIn(cells);
    }
    if (parsed.misfit === null) {
      at = end + 1;
      size = WINDOW;
      continue;
    }
    at += parsed.misfitAt;
    if (whole > 0) size = WINDOW;
    if (parsed.isCut && end < text.length && whole > 0) continue;
    if (parsed.isCut && end < text.length && size < LONGEST_WINDOW) {
      size *= 4;
      continue;
    }
    const content = lineAt(text, at);
    yield { cells: content.split(separator), line, isMended: true };
    misfits++;
    line++;
    at += content.length + 1;
    size = WINDOW;
  }
}

/** Where the last line ends that is whole within so many characters; at least one line. */
function endOfWindow(text: string, at: number, size: number): number {
  if (at + size >= text.length) return text.endsWith('\n') ? text.length - 1 : text.length;
  const last = text.lastIndexOf('\n', at + size);
  if (last > at) return last;
  const next = text.indexOf('\n', at + size);
  return next < 0 ? text.length : next;
}

function parse(piece: string, delimiter: string, isQuoted: boolean) {
  const options = { delimiter, newline: '\n', quoteChar: isQuoted ? '"' : NO_QUOTES, fastMode: false } as const;
  const { data, errors } = Papa.parse<string[]>(piece, options);
  const error = errors.find(({ type }) => type === 'Quotes');
  if (error === undefined) return { rows: data, misfit: null, misfitAt: 0, isCut: false };
  const misfit = error.row ?? 0;
  const before = misfit === 0 ? 0 : Papa.parse<string[]>(piece, { ...options, preview: misfit }).meta.cursor;
  return { rows: data, misfit, misfitAt: before, isCut: error.code === 'MissingQuotes' };
}

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? undefined : end);
};
const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
const linesIn = (cells: readonly string[]) => 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
