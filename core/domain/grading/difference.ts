import type { DifferencePart } from '../judgement.ts';
import { graphemes } from './graphemes.ts';
import { type Accents, foldLetters } from '../text/fold-letters.ts';
import { tidy } from './normalise.ts';

/** Beyond this many comparisons (about 1000 clusters each) an alignment helps nobody. */
const MAX_CELLS = 1_000_000;

/**
 * What was typed against the answer, cluster by cluster, both tidied. `same` runs carry the answer's case (and its accents where
 * they are ignored),
 * so `same` + `missing` is the tidied answer, and `same` + `extra` what was typed, once normalised.
 */
export function findDifference(typed: string, answer: string, accents: Accents = 'keep'): DifferencePart[] {
  const given = graphemes(tidy(typed));
  const wanted = graphemes(tidy(answer));
  if (given.length * wanted.length > MAX_CELLS) return joinRuns([part('extra', given), part('missing', wanted)]);
  return joinRuns(align(given, wanted, accents));
}

/** Stands for one letter that is not told. */
const GAP = '_';

/** A difference that says where something is missing and how many letters, and not which: for who may try once more. */
export function withoutTheMissing(parts: readonly DifferencePart[]): DifferencePart[] {
  return parts.map((run) =>
    run.kind === 'missing' ? { kind: run.kind, text: GAP.repeat(graphemes(run.text).length) } : run,
  );
}

function part(kind: DifferencePart['kind'], clusters: readonly string[]): DifferencePart {
  return { kind, text: clusters.join('') };
}

/** Walks the table of common subsequence lengths from the start; what is too much comes before what is missing. */
function align(given: readonly string[], wanted: readonly string[], accents: Accents): DifferencePart[] {
  const keysOf = (clusters: readonly string[]) => clusters.map((cluster) => foldLetters(cluster, accents));
  const [givenKeys, wantedKeys] = [keysOf(given), keysOf(wanted)];
  const common = commonLengths(givenKeys, wantedKeys);
  const parts: DifferencePart[] = [];
  let i = 0;
  let j = 0;
  while (i < given.length || j < wanted.length) {
    const [mine, theirs] = [given[i], wanted[j]];
    if (mine !== undefined && theirs !== undefined && givenKeys[i] === wantedKeys[j]) {
      parts.push({ kind: 'same', text: theirs });
      i++;
      j++;
    } else if (mine !== undefined && (theirs === undefined || cell(common, i + 1, j) >= cell(common, i, j + 1))) {
      parts.push({ kind: 'extra', text: mine });
      i++;
    } else {
      parts.push({ kind: 'missing', text: theirs ?? '' });
      j++;
    }
  }
  return parts;
}

/** Cell [i][j]: length of the longest common subsequence of a from i on and b from j on. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i] as number[];
      row[j] = a[i] === b[j] ? cell(table, i + 1, j + 1) + 1 : Math.max(cell(table, i + 1, j), cell(table, i, j + 1));
    }
  }
  return table;
}

function cell(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

/** Neighbours of one kind become one run; between two `same` runs there is at most one `extra` and one `missing`. */
function joinRuns(parts: readonly DifferencePart[]): DifferencePart[] {
  const runs: DifferencePart[] = [];
  let extra = '';
  let missing = '';
  const flush = () => {
    if (extra !== '') runs.push({ kind: 'extra', text: extra });
    if (missing !== '') runs.push({ kind: 'missing', text: missing });
    extra = missing = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'extra') extra += text;
    else if (kind === 'missing') missing += text;
    else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind, text: last.text + text };
      else runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}
