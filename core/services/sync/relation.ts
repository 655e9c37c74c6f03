import type { RawLine } from '../store/journal/raw-line.ts';

/** How lines that came stand to those of the same device that are here. */
export type Relation =
  /** All of them are here. */
  | { readonly kind: 'here' }
  /** Those that are not here stand behind all that is: from this one on. */
  | { readonly kind: 'behind'; readonly from: number }
  /** Some fill a gap of ours, or say something else under a number of ours. */
  | { readonly kind: 'apart' };

const GROUP = 200;

/**
 * In steps.
 * @param here the lines that are here, numbers rising, from the first number of those that came on
 * @param reach number of the last one that is here, 0 for none
 * @param came numbers rising
 */
export function* relating(here: Iterable<RawLine>, reach: number, came: readonly RawLine[]): Generator<void, Relation> {
  let at = 0;
  let looked = 0;
  for (const { seq, bytes } of here) {
    if (++looked % GROUP === 0) yield;
    if (at < came.length && came[at]!.seq < seq) return { kind: 'apart' };
    if (at === came.length) break;
    if (came[at]!.seq > seq) continue;
    if (!came[at]!.bytes.equals(bytes)) return { kind: 'apart' };
    at++;
  }
  if (at === came.length) return { kind: 'here' };
  return came[at]!.seq > reach ? { kind: 'behind', from: at } : { kind: 'apart' };
}
