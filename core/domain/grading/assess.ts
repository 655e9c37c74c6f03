import type { Grade } from '../grade.ts';
import { isUnreadable, type Judgement } from '../judgement.ts';
import type { Response } from '../question.ts';
import { gradeOf, mayTryAgain } from './grade.ts';
import { normalise } from './normalise.ts';

/** What the learner did with the question before this response. */
export interface Before {
  readonly attempt: 'hint' | 'close' | null;
  /** The response of the near miss that still counts. */
  readonly nearMiss: Response | undefined;
}

/**
 * What comes of a response: a grade, or nothing yet. `unreadable`: it is no date or number at all. `unchanged`: what nearly
 * was right was sent once more as it was. `close`: a first near miss. In all three the question stays open; only `close` uses
 * up the first try.
 */
export type Assessment =
  { readonly open: 'unreadable' | 'unchanged' | 'close' } | { readonly open: null; readonly grade: Grade };

export function assess(judgement: Judgement, response: Response, { attempt, nearMiss }: Before): Assessment {
  if (isUnreadable(judgement)) return { open: 'unreadable' };
  if (attempt === 'close' && readsTheSame(response, nearMiss)) return { open: 'unchanged' };
  if (attempt !== 'close' && mayTryAgain(judgement)) return { open: 'close' };
  return { open: null, grade: gradeOf(judgement, { hinted: attempt === 'hint', secondTry: attempt === 'close' }) };
}

/** Whether two written responses differ only in what no answer differs by: spaces, case, punctuation around them. */
function readsTheSame(a: Response, b: Response | undefined): boolean {
  return b !== undefined && JSON.stringify(written(a)) === JSON.stringify(written(b));
}

function written(response: Response): unknown {
  if (typeof response === 'string') return normalise(response);
  return Array.isArray(response) ? response.map((text: string) => normalise(text)) : response;
}
