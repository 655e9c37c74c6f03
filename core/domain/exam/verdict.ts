import { AppError } from '../errors.ts';
import { judge, judgeUnknown } from '../grading/judge.ts';
import type { Judgement, Verdict } from '../judgement.ts';
import type { Question, Response } from '../question.ts';

/** What an answer of an exam came to. A point is given for what is right as a whole. */
export interface ExamVerdict {
  readonly verdict: Verdict | 'unanswered';
  readonly judgement: Judgement;
}

/** @param response null where nothing was answered; one that the question can not have any more counts as none */
export function verdictOn(question: Question, response: Response | null): ExamVerdict {
  if (response !== null)
    try {
      const judgement = judge(question, response);
      return { verdict: judgement.verdict, judgement };
    } catch (error) {
      // Only that: the course has changed since, and the option it names is gone.
      if (!(error instanceof AppError && error.code === 'bad-input')) throw error;
    }
  return { verdict: 'unanswered', judgement: judgeUnknown(question) };
}
