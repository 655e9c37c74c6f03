import type { Outcome } from '../../../core/api/contract.ts';

/** How an option is shown after the answer: chosen and right, chosen and wrong, or not chosen though right. */
export type OptionMark = 'right' | 'wrong' | 'missed' | null;

/** The mark of every option, by id. A part of the outcome says whether the option was rightly picked, or rightly left. */
export function optionMarks(outcome: Outcome | null, chosen: readonly string[]): Map<string, OptionMark> {
  if (!outcome || outcome.tryAgain) return new Map();
  return new Map(
    outcome.parts.map(({ id, right }) => {
      if (chosen.includes(id)) return [id, right ? 'right' : 'wrong'];
      return [id, right ? null : 'missed'];
    }),
  );
}
