import type { Judgement } from '../judgement.ts';
import type { Question, Response } from '../question.ts';
import { judgeChoice, judgePicks } from './choice-answer.ts';
import { judgeCloze } from './cloze-answer.ts';
import { judgeDate, showDate } from './date-answer.ts';
import { judgeLabel, judgeUnknownLabel } from './label-answer.ts';
import { judgeMatch } from './match-answer.ts';
import { judgeNumber, showNumber } from './number-answer.ts';
import { judgeOrder, showOrder } from './order-answer.ts';
import { asText, refuse } from './response-shape.ts';
import { judgeText, showText } from './text-answer.ts';
import { judgeWritten } from './written-answer.ts';

/**
 * The machine's verdict on one response. Pure; never throws on what a learner can type.
 *
 * @throws AppError `bad-input` for a card (the learner grades it), a response of the wrong shape, or an unknown id
 */
export function judge(question: Question, response: Response): Judgement {
  switch (question.kind) {
    case 'card':
      return refuse('a card is graded by the learner');
    case 'typed':
      return judgeWritten(judgeText(asText(response), question.accept, question.accents), showText(question.accept));
    case 'number':
      return judgeWritten(judgeNumber(asText(response), question), showNumber(question.answer, question.unit));
    case 'date':
      return judgeWritten(judgeDate(asText(response), question.answer), showDate(question.answer));
    case 'cloze':
      return judgeCloze(question, response);
    case 'choice':
    case 'choices':
      return judgeChoice(question, response);
    case 'order':
      return judgeOrder(question, response);
    case 'match':
      return judgeMatch(question, response);
    case 'label':
      return judgeLabel(question, response);
  }
}

/**
 * The verdict on "I don't know": wrong, with the answer to look at and nothing marked that was not given.
 * @throws AppError `bad-input` for a card: the learner turns it over
 */
export function judgeUnknown(question: Question): Judgement {
  switch (question.kind) {
    case 'card':
      return refuse('a card is graded by the learner');
    case 'typed':
    case 'number':
    case 'date':
      return judge(question, '');
    case 'cloze':
      return judge(
        question,
        question.blanks.map(() => ''),
      );
    case 'choice':
    case 'choices':
      return judgePicks(question, []);
    case 'order':
      return { verdict: 'wrong', score: 0, parts: [], answer: showOrder(question.items) };
    case 'match':
      return judge(question, {});
    case 'label':
      return judgeUnknownLabel(question);
  }
}
