import type { Grade } from '../grade.ts';
import type { Judgement } from '../judgement.ts';

/** What happened before the judgement was made. */
export interface Circumstances {
  readonly hinted: boolean;
  /** The learner was shown a near miss and typed once more. */
  readonly secondTry: boolean;
}

/** From this share of right parts on, partly right is Hard. */
const HARD_FROM = 0.8;

/** The grade the scheduler gets for a judgement (design, section 7). A near miss that stands is Again. */
export function gradeOf(
  { verdict, score }: Pick<Judgement, 'verdict' | 'score'>,
  { hinted, secondTry }: Circumstances,
): Grade {
  if (verdict === 'right') return hinted || secondTry ? 2 : 3;
  return verdict === 'partial' && score >= HARD_FROM ? 2 : 1;
}

/** Whether the learner is shown the difference and may type once more. The caller allows it only once. */
export function mayTryAgain({ verdict }: Pick<Judgement, 'verdict'>): boolean {
  return verdict === 'close';
}
