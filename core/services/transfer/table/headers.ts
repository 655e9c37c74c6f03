import type { Mapping } from '../format.ts';

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

/** Reads the lines with `#` at the beginning. Those that say nothing to us are comments, as Anki takes them. */
export function tableHeaders(text: string): TableHeaders {
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
  if (!isOurs) return { columns: new Map(), body: text, lines: 0 };
  return { ...said(found), body: text.slice(at), lines };
}

const KEYS = new Set(['separator', 'html', 'tags', 'columns', 'notetype', 'deck', 'if matches']);
const isRow = (line: string) => /[\t;|,]/.test(line);

function said(found: Readonly<Record<string, string>>): Omit<TableHeaders, 'body' | 'lines'> {
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
    ...(found['columns'] !== undefined && { columnNames: found['columns'].split(separator ?? '\t') }),
    ...(found['notetype'] !== undefined && { noteType: found['notetype'].trim() }),
    ...(found['deck'] !== undefined && { deck: found['deck'].trim() }),
    columns,
  };
}
