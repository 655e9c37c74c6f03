import { kindOfName, type ColumnKind } from './column-names.ts';

const LONGEST_NAME = 40;
/** Of rows that must have as many cells, for a column to be one. */
const SHARE_OF_ROWS = 0.05;
/** Rows below, and the share of them that must be written alike, for a name above to stand out. */
const ROWS_ALIKE = 3;
const SHARE_ALIKE = 0.9;

/**
 * Do the cells name columns? Two must be names that are known, or one and another that is written otherwise than what stands below it
 * (in letters above numbers, in Latin above Thai), or two such.
 * @param below rows of a sample
 */
export function isHeaderRow(cells: readonly string[], below: readonly (readonly string[])[] = []): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const isShort = names.every((name) => name.length <= LONGEST_NAME && !/[<\n]/.test(name));
  if (!isShort || new Set(names).size < names.length) return false;
  const known = names.filter((name) => kindOfName(name) !== undefined).length;
  const standOut = cells.filter(
    (cell, i) =>
      kindOfName(cell) === undefined &&
      standsOut(
        cell,
        below.map((row) => row[i] ?? ''),
      ),
  );
  return known + standOut.length >= 2;
}

/** What a text is written in: the first that fits, where nothing else is in it. */
const WRITTEN: readonly (readonly [string, RegExp])[] = [
  ['number', /^[\d\s.,:/%+-]+$/],
  ['thai', /^[\p{Script=Thai}\P{L}]+$/u],
  ['east-asian', /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー\P{L}]+$/u],
  ['cyrillic', /^[\p{Script=Cyrillic}\P{L}]+$/u],
  ['greek', /^[\p{Script=Greek}\P{L}]+$/u],
  ['semitic', /^[\p{Script=Arabic}\p{Script=Hebrew}\P{L}]+$/u],
  ['indian', /^[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\P{L}]+$/u],
  ['latin', /^[\p{Script=Latin}\P{L}]+$/u],
];
/** Characters of a cell that are looked at: cells may be megabytes, which a pattern has no memory for. */
const LOOKED_AT = 200;
const writtenIn = (text: string) => {
  const begin = text.slice(0, LOOKED_AT);
  return WRITTEN.find(([, pattern]) => pattern.test(begin))?.[0] ?? 'mixed';
};

function standsOut(name: string, cells: readonly string[]): boolean {
  const own = writtenIn(name.trim());
  if (name.trim() === '' || own === 'number') return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const other = writtenIn(filled[0] ?? '');
  const alike = filled.filter((cell) => writtenIn(cell) === other).length;
  return (
    filled.length >= ROWS_ALIKE && !['mixed', 'latin', own].includes(other) && alike >= SHARE_ALIKE * filled.length
  );
}

/** How many columns rows have: the largest number that is no slip of a row or two. @param counts cells of each row of a sample */
export function columnCount(counts: readonly number[]): number {
  const least = Math.max(1, counts.length * SHARE_OF_ROWS);
  const byCount = new Map<number, number>();
  for (const count of counts) byCount.set(count, (byCount.get(count) ?? 0) + 1);
  let rows = 0;
  for (const [count, times] of [...byCount].sort(([a], [b]) => b - a)) {
    rows += times;
    if (rows >= least) return count;
  }
  return 1;
}

/** What columns most likely are. The first that is nothing else is a field; each of the others but fields comes up once. */
export function guessedColumns(names: readonly string[] | null, count: number): ColumnKind[] {
  const taken = new Set<ColumnKind>();
  const kinds = Array.from({ length: count }, (_, i): ColumnKind => {
    const kind = kindOfName(names?.[i] ?? '') ?? 'field';
    if (kind === 'field' || kind === 'skip') return kind;
    if (taken.has(kind)) return 'field';
    taken.add(kind);
    return kind;
  });
  return kinds.includes('field') ? kinds : kinds.map((): ColumnKind => 'field');
}
