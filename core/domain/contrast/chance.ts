/**
 * How likely chance alone makes at least k of some trials come out, by k: tails[k], tails[0] = 1.
 * @param chances of each trial, 0 to 1 (Poisson-binomial distribution)
 */
export function tailsOf(chances: readonly number[]): number[] {
  let exactly = [1];
  for (const chance of chances)
    exactly = [...exactly, 0].map((here, k) => here * (1 - chance) + (exactly[k - 1] ?? 0) * chance);
  const tails: number[] = [];
  let sum = 0;
  for (let k = exactly.length - 1; k >= 0; k--) tails[k] = sum += exactly[k]!;
  return tails;
}

/** What was seen of one possible finding: how often, and what chance can do there. */
export interface Seen {
  readonly times: number;
  readonly tails: readonly number[];
  /** How many findings this stands for that chance treats alike. */
  readonly alike: number;
}

/**
 * The largest probability a finding may have by chance so that the expected share of false ones among those found stays at or
 * below `share`; 0 where none may be found. `all`: every finding that was possible, seen or not.
 *
 * Source: Benjamini–Hochberg for discrete tests (Heyse 2011): of each possible finding only the probabilities count that it can
 * reach at all, and findings of fewer than `least` observations are never made.
 */
export function boundOf(all: readonly Seen[], share: number, least: number): number {
  const found = all.filter(({ times }) => times >= least);
  const foundWithin = (bound: number) =>
    found.reduce((sum, { times, tails, alike }) => sum + (tails[times]! <= bound ? alike : 0), 0);
  const byChance = (bound: number) =>
    all.reduce((sum, { tails, alike }) => sum + alike * largestBelow(tails, bound, least), 0);
  const bounds = found.map(({ times, tails }) => tails[times]!).sort((a, b) => b - a);
  return bounds.find((bound) => byChance(bound) <= share * foundWithin(bound)) ?? 0;
}

/** Tails fall with k: the first from `least` on that is no larger than the bound. */
const largestBelow = (tails: readonly number[], bound: number, least: number): number =>
  tails.slice(least).find((tail) => tail <= bound) ?? 0;
