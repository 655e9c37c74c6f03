/**
 * How many slips lie between two texts, given as grapheme clusters: one inserted, left out, replaced, or swapped with
 * its neighbour counts 1. Symmetric; 0 exactly when equal. Time and space grow with the product of the lengths.
 *
 * Source: optimal string alignment (Damerau's four slips, no cluster touched twice).
 */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = costIn(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        replaced,
        costIn(last, j) + 1,
        costIn(row, j - 1) + 1,
        swapped ? costIn(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = row;
  }
  return costIn(last, b.length);
}

function costIn(row: readonly number[], j: number): number {
  return row[j] ?? Number.POSITIVE_INFINITY;
}
