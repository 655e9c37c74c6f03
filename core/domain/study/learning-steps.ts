import type { Grade } from '../grade.ts';

/** Where an answer leaves a card in the steps: how long until it is asked again, and which step that is. */
export interface StepTaken {
  readonly minutes: number;
  readonly step: number;
}

export const MINUTES_A_DAY = 1_440;

/**
 * What an answer does to a card in learning steps; null: it leaves them.
 *
 * As in Anki: Again begins with the first step; Hard repeats a step, the first one half way to the next (one and a half times where
 * there is no next); Good goes on to the next step; Easy leaves them. A better grade never comes back sooner, whatever the steps are.
 *
 * @param steps minutes @param step how many are done
 */
export function stepAfter(steps: readonly number[], step: number, grade: Grade): StepTaken | null {
  const [first, second] = steps;
  if (first === undefined || grade === 4) return null;
  if (grade === 1) return { minutes: first, step: 0 };
  const at = Math.min(step, steps.length - 1);
  const hard = at > 0 ? steps[at]! : Math.round(second === undefined ? first * 1.5 : (first + second) / 2);
  const again = Math.max(hard, first);
  if (grade === 2) return { minutes: again, step: at };
  const next = steps[at + 1];
  return next === undefined ? null : { minutes: Math.max(next, again), step: at + 1 };
}
