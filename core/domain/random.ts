import { fnv1a } from './fnv.ts';

/**
 * Reproducible randomness: the same seed gives the same order on every machine, so that a card looks the same after a restart.
 * Source: FNV-1a hash (32 bit) of the seed, then mulberry32 (Tommy Ettinger, public domain).
 */
export function seededRandom(seed: string): () => number {
  return randomFrom(fnv1a(seed));
}

/** The same for a seed that is a number (32 bits of it count): mulberry32 alone. From 0 up to, not including, 1. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const random = seededRandom(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** Shuffled, and never in the order it came in (two items or more): an order question must not be solved as it stands. */
export function deranged<T>(items: readonly T[], seed: string): T[] {
  const result = shuffled(items, seed);
  return items.length > 1 && result.every((item, index) => item === items[index])
    ? [...result.slice(1), result[0] as T]
    : result;
}
