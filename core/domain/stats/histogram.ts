import { quickselect } from 'd3-array';

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

/** The bin of a value: the last whose beginning is not above it. */
function binOf(value: number, edges: readonly number[]): number {
  let [low, high] = [1, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The middle value, or the mean of the two in the middle. Orders `values`. */
function medianOf(values: Float64Array): number {
  const middle = values.length >> 1;
  quickselect(values, middle);
  const upper = values[middle]!;
  if (values.length % 2 === 1) return upper;
  const lower = values.subarray(0, middle).reduce((most, value) => Math.max(most, value), -Infinity);
  return (lower + upper) / 2;
}

/** @param values in any order, which is changed @param edges rising; the first bin has what is below it too, the last has no end */
export function histogramOf(values: Float64Array, edges: readonly number[]): Histogram {
  const cards = values.length;
  const counts = edges.map(() => 0);
  let sum = 0;
  for (let i = 0; i < cards; i++) {
    counts[binOf(values[i]!, edges)]! += 1;
    sum += values[i]!;
  }
  return {
    cards,
    mean: cards === 0 ? null : sum / cards,
    median: cards === 0 ? null : medianOf(values),
    bins: edges.map((from, i) => ({ from, to: edges[i + 1] ?? null, cards: counts[i]! })),
  };
}
