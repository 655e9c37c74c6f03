import { rowsOf } from './rows.ts';

/** Between cells, the likelier first where all else is equal. Longer ones part a line in two: "front – back". */
const SEPARATORS = ['\t', ';', ',', '|', '---', ' – ', ' — ', ' - ', ' = ', ': ', ' : ', ':'] as const;

const SAMPLE_ROWS = 200;
const SAMPLE_CHARACTERS = 256 << 10;
/** Of rows that have the most usual number of cells. */
const ENOUGH = 0.6;
/** Separators of one character that stand in any prose: they must do better. */
const IN_PROSE = new Set([',', ':', ': ', ' : ']);
const ENOUGH_IN_PROSE = 0.8;

/** What most likely stands between cells; '' where every line is one. @param text below the headers */
export function guessedSeparator(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = '';
  let most = 0;
  for (const separator of SEPARATORS) {
    const share = evenness(sample, separator);
    const enough = IN_PROSE.has(separator) ? ENOUGH_IN_PROSE : ENOUGH;
    if (share >= enough && share > most) [best, most] = [separator, share];
  }
  return best;
}

/** Of rows that have the most usual number of cells, two or more: 0 to 1. */
function evenness(text: string, separator: string): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of rowsOf(text, separator)) {
    if (rows++ >= SAMPLE_ROWS) break;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  counts.delete(1);
  return rows === 0 ? 0 : Math.max(0, ...counts.values()) / rows;
}
