import { rowsOf, type TableRow } from './rows.ts';

/** Between cells, the likelier first where all else is equal. Longer ones part a line in two: "front – back". */
const SEPARATORS = [
  '\t',
  ';;;',
  ';;',
  ';',
  ',',
  '|||',
  '||',
  '|',
  '---',
  ' – ',
  ' — ',
  ' - ',
  ' = ',
  ' -> ',
  ' => ',
  ' → ',
  '::',
  ': ',
  ' : ',
  ':',
] as const;
/** Between notes, where a text has only one line. */
const ENDS = ['|||', ';;;', ';;', '||', '###', ';', '|'] as const;
const FEWEST_NOTES = 3;
/** Characters of what is asked, where it is told from prose by its length. */
const LONGEST_TERM = 40;
const LINES_LOOKED_AT = 10_000;

const SAMPLE_ROWS = 200;
const SAMPLE_CHARACTERS = 256 << 10;
/** Of rows that have the most usual number of cells. */
const ENOUGH = 0.6;
/** Separators of one character that stand in any prose: they must do better. */
const IN_PROSE = new Set([',', ':', ': ', ' : ']);
const ENOUGH_IN_PROSE = 0.8;

/**
 * What most likely stands between cells; '' where every line is one.
 * @param text below the headers
 * @param isNamedTable the file's name says that it is a table, though its rows may be uneven
 */
export function guessedSeparator(text: string, isNamedTable = false): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = '';
  let most = 0;
  for (const separator of SEPARATORS) {
    if (isRepeated(separator) && standsAlone(separator[0]!, sample)) continue;
    const share = evenness(sample, separator);
    const enough = IN_PROSE.has(separator) ? ENOUGH_IN_PROSE : ENOUGH;
    if (share >= enough && share > most) [best, most] = [separator, share];
  }
  return (
    best ||
    (ofUneven(isNamedTable).find(
      ([separator, enough]) => parted(sample, separator, isNamedTable ? Infinity : LONGEST_TERM) >= enough,
    )?.[0] ??
      '')
  );
}

/** Of uneven rows: what must part so many of them. Nobody writes a tab in prose. */
const ofUneven = (isNamedTable: boolean): readonly (readonly [separator: string, share: number])[] =>
  isNamedTable
    ? [
        ['\t', 0.5],
        [';', 0.5],
        [',', 0.5],
      ]
    : [
        ['\t', 0.5],
        [';', 0.95],
        ['|', 0.95],
        [',', 0.95],
      ];

const isRepeated = (separator: string) => separator.length > 1 && new Set(separator).size === 1 && separator !== '---';
const standsAlone = (sign: string, text: string) => new RegExp(`(?<!\\${sign})\\${sign}(?!\\${sign})`).test(text);

/** A text of one line whose notes are parted by a sign of their own, as Quizlet writes them when it is asked to: a line for each. */
export function withLines(text: string): string {
  const line = text.trim();
  if (line.includes('\n')) return text;
  for (const end of ENDS) {
    const notes = line.split(end).map((note) => note.trim());
    const lines = notes.filter((note) => note !== '');
    if (lines.length < FEWEST_NOTES || notes.length > lines.length + 1) continue;
    if (guessedSeparator(lines.join('\n')) !== '') return lines.join('\n');
  }
  return text;
}

/** `"a", "b"`: blanks before the quotation marks of a cell belong to nothing, where all quoted cells are written so. */
export function withPlainQuotes(text: string, separator: string): string {
  if (separator.length !== 1 || text.includes('""') || text.includes(`${separator}"`)) return text;
  const blank = new RegExp(`(\\${separator}) +(?=")`, 'g');
  const quoted = text.split('\n', LINES_LOOKED_AT).filter((line) => line.includes('"'));
  const isSo = quoted.length > 0 && quoted.every((line) => /^\s*"/.test(line) && line.search(blank) > 0);
  if (separator === '\t' || !isSo) return text;
  return text.replaceAll(blank, '$1');
}

/** Of rows with two cells and more, the first no longer than so many characters: 0 to 1. */
function parted(text: string, separator: string, longest: number): number {
  const rows = [...firstRows(text, separator)];
  const isParted = ({ cells }: TableRow) => cells.length > 1 && cells[0]!.length <= longest;
  return rows.filter(isParted).length / Math.max(1, rows.length);
}

function* firstRows(text: string, separator: string) {
  let rows = 0;
  for (const row of rowsOf(text, separator))
    if (rows++ < SAMPLE_ROWS) yield row;
    else return;
}

/** Of rows that have the most usual number of cells, two or more: 0 to 1. */
function evenness(text: string, separator: string): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of firstRows(text, separator)) {
    rows++;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  counts.delete(1);
  return rows === 0 ? 0 : Math.max(0, ...counts.values()) / rows;
}
