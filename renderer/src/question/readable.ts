import type { Outcome } from '../../../core/api/contract.ts';

type Parts = NonNullable<Outcome['difference']>;

/** Below this share of common text a difference is noise: the answer alone says more. */
const COMMON_AT_LEAST = 0.5;

/** Whether a difference helps the eye: most of what was typed, or asked for, is the same. */
export function isReadable(parts: Parts): boolean {
  const length = (kinds: readonly Parts[number]['kind'][]) =>
    parts.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { text }) => sum + text.length, 0);
  return length(['same']) / Math.max(1, length(['same', 'extra']), length(['same', 'missing'])) >= COMMON_AT_LEAST;
}
