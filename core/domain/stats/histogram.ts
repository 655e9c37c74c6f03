/** Of `from` up to, not including, `to`; null: and more. */
interface Bin {
  readonly from: number;
  readonly to: number | null;
  readonly cards: number;
}

export interface Histogram {
  readonly cards: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly bins: readonly Bin[];
}

/** Edges for days, which lie the further apart the longer they are. */
export const DAY_EDGES = [
  0, 1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1825, 3650,
];
export const DIFFICULTY_EDGES = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Twentieths. */
export const RECALL_EDGES = Array.from({ length: 20 }, (_, i) => i / 20);

/** @param edges rising; the last bin has no end @param values none below the first edge */
export function histogramOf(values: Float64Array, edges: readonly number[]): Histogram {
  const cards = values.length;
  const counts = edges.map(() => 0);
  let sum = 0;
  for (const value of values) {
    sum += value;
    let place = edges.length - 1;
    while (place > 0 && value < edges[place]!) place--;
    counts[place]! += 1;
  }
  const sorted = values.slice().sort();
  const middle = cards >> 1;
  const median = cards % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return {
    cards,
    mean: cards === 0 ? null : sum / cards,
    median: cards === 0 ? null : median,
    bins: edges.map((from, i) => ({ from, to: edges[i + 1] ?? null, cards: counts[i]! })),
  };
}
