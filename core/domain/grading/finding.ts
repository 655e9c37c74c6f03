import type { DifferencePart, JudgementNote } from '../judgement.ts';

/** What one written answer (a whole question, or one gap of a cloze) came to. */
export interface Finding {
  readonly verdict: 'right' | 'close' | 'wrong';
  readonly difference?: readonly DifferencePart[];
  readonly note?: JudgementNote;
}

export const RIGHT: Finding = { verdict: 'right' };
export const WRONG: Finding = { verdict: 'wrong' };

export function wrongBecause(note: JudgementNote): Finding {
  return { verdict: 'wrong', note };
}
