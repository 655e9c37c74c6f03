import type { Mapping } from '../format.ts';
import { rowsOf } from './rows.ts';

/** What stands above the rows of a file that Anki wrote, or that was written for it: `#separator:tab` and the like. */
export interface TableHeaders {
  readonly separator?: string;
  readonly isHtml?: boolean;
  readonly tags?: readonly string[];
  readonly columnNames?: readonly string[];
  readonly noteType?: string;
  readonly deck?: string;
  /** What a column is, by its number from 1. */
  readonly columns: ReadonlyMap<number, NonNullable<Mapping['columns']>[number]>;
  /** The rows below. */
  readonly body: string;
  /** Lines above them. */
  readonly lines: number;
  /** Was it written by Anki, or for it? */
  readonly isOfAnki: boolean;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};
const COLUMN_KEYS: Readonly<Record<string, NonNullable<Mapping['columns']>[number]>> = {
  'deck column': 'deck',
  'notetype column': 'note-type',
  'tags column': 'tags',
  'guid column': 'id',
};

/** Reads the lines with `#` at the beginning. Those that say nothing to us are comments, as Anki takes them. Excel's is `sep=;`. */
export function tableHeaders(text: string): TableHeaders {
  const [excel, sign] = /^sep=(.)[ \t]*\n/i.exec(text) ?? [];
  if (excel !== undefined && sign !== undefined)
    return { separator: sign, columns: new Map(), body: text.slice(excel.length), lines: 1, isOfAnki: false };
  const found: Record<string, string> = {};
  let at = 0;
  let lines = 0;
  while (text[at] === '#') {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end);
    const [, key, value] = /^#([a-z ]+?):(.*)$/i.exec(line) ?? [];
    // A line that names nothing ends the headers unless it is one of many: else a card that begins with # would be lost.
    if (key === undefined && (lines === 0 || isRow(line))) break;
    if (key !== undefined) found[key.toLowerCase()] ??= value!;
    at = end < 0 ? text.length : end + 1;
    lines++;
  }
  const isOurs = Object.keys(found).some((key) => key in COLUMN_KEYS || KEYS.has(key));
  if (isOurs) return { ...said(found), body: text.slice(at), lines, isOfAnki: true };
  const comments = /^(?:#+ [^\t;|,\n]*\n)+(?=[^\n]*\S)/.exec(text)?.[0] ?? '';
  const above = comments.split('\n').length - 1;
  return { columns: new Map(), body: text.slice(comments.length), lines: above, isOfAnki: false };
}

const KEYS = new Set(['separator', 'html', 'tags', 'columns', 'notetype', 'deck', 'if matches']);
const isRow = (line: string) => /[\t;|,]/.test(line);

function said(found: Readonly<Record<string, string>>): Omit<TableHeaders, 'body' | 'lines' | 'isOfAnki'> {
  const name = found['separator'];
  const separator =
    name === undefined ? undefined : (SEPARATORS[name.trim().toLowerCase()] ?? (name === '' ? undefined : name));
  const columns = new Map<number, NonNullable<Mapping['columns']>[number]>();
  for (const [key, kind] of Object.entries(COLUMN_KEYS)) {
    const number = Number(found[key]);
    if (Number.isInteger(number) && number > 0) columns.set(number, kind);
  }
  return {
    ...(separator !== undefined && { separator }),
    ...(found['html'] !== undefined && { isHtml: found['html'].trim().toLowerCase() === 'true' }),
    ...(found['tags'] !== undefined && { tags: found['tags'].split(/\s+/).filter((tag) => tag !== '') }),
    ...(found['columns'] !== undefined && { columnNames: namesIn(found['columns'], separator ?? '\t') }),
    ...(found['notetype'] !== undefined && { noteType: found['notetype'].trim() }),
    ...(found['deck'] !== undefined && { deck: found['deck'].trim() }),
    columns,
  };
}

/** Names may be quoted as cells are. */
const namesIn = (columns: string, separator: string): readonly string[] =>
  [...rowsOf(columns, separator)][0]?.cells.map((name) => name.trim()) ?? [];
