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

/** How many of some rising values are below a bound. */
function below(sorted: Float64Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param edges rising; the first bin has what is below it too, the last has no end */
export function histogramOf(values: Float64Array, edges: readonly number[]): Histogram {
  const cards = values.length;
  const sorted = values.slice().sort();
  const begins = edges.map((edge, i) => (i === 0 ? 0 : below(sorted, edge)));
  const middle = cards >> 1;
  const median = cards % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return {
    cards,
    mean: cards === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / cards,
    median: cards === 0 ? null : median,
    bins: edges.map((from, i) => {
      const to = edges[i + 1] ?? null;
      return { from, to, cards: (to === null ? cards : begins[i + 1]!) - begins[i]! };
    }),
  };
}
