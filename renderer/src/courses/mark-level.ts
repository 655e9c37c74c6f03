import type { Mark } from './memory-maps.ts';

/** How well a question is remembered, from well to not at all; `none`: never asked. */
export const MARK_LEVELS = ['sure', 'good', 'under', 'fading', 'none'] as const;
export type MarkLevel = (typeof MARK_LEVELS)[number];

/**
 * The level of a recall (0 to 1; null: never asked) beside the target. Sure: in the upper half of what lies over the target; fading:
 * nearer to a half than to the target.
 */
export function levelOf(recall: number | null, target: number): MarkLevel {
  if (recall === null) return 'none';
  if (recall >= (1 + target) / 2) return 'sure';
  if (recall >= target) return 'good';
  return recall >= (target + 0.5) / 2 ? 'under' : 'fading';
}

/** Predicted share of a set of questions that would be answered today; those never asked count as 0. */
export const shareKnown = (marks: readonly Pick<Mark, 'recall'>[]): number =>
  marks.length === 0 ? 0 : marks.reduce((sum, { recall }) => sum + (recall ?? 0), 0) / marks.length;
