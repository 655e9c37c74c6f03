import { spreadOf, type Spread } from './timing.ts';

/** A way to make the `i`th answer durable: prepares it, and returns what is timed. */
export type Way = (i: number) => () => Promise<unknown> | void;

/** Rounds whose times are thrown away: the first ones compile. */
const WARM_UP = 500;

/** Takes turns between the ways, each first as often as the others, so that all of them meet the same disk; times in ms. */
export async function inTurns(rounds: number, ways: Readonly<Record<string, Way>>): Promise<Record<string, Spread>> {
  const times: Record<string, number[]> = {};
  const names = Object.keys(ways);
  const warmUp = Math.min(WARM_UP, rounds);
  for (let i = 0; i < rounds + warmUp; i++) {
    for (let k = 0; k < names.length; k++) {
      const name = names[(i + k) % names.length]!;
      const work = ways[name]!(i);
      const began = performance.now();
      const pending = work();
      if (pending) await pending;
      if (i >= warmUp) (times[name] ??= []).push(performance.now() - began);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, spreadOf(all)]));
}
