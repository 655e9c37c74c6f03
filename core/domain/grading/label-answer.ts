import type { Judgement } from '../judgement.ts';
import type { FindQuestion, LabelQuestion, PlaceQuestion, Response } from '../question.ts';
import { judgePicks } from './choice-answer.ts';
import { judgeMatch } from './match-answer.ts';
import { asText, findById } from './response-shape.ts';
import { joinTexts } from './score.ts';
import { judgeText, showText } from './text-answer.ts';
import { judgeWritten } from './written-answer.ts';

/**
 * The name of a mark is typed or chosen, a mark is pointed at by its id, labels are placed as a map from mark id to label id. A mark
 * without a label counts as wrong, one with the label of another too; the score is the share of marks with their own.
 *
 * @throws AppError `bad-input` for another shape or an unknown id
 */
export function judgeLabel(question: LabelQuestion, response: Response): Judgement {
  switch (question.task) {
    case 'name':
      if ('accept' in question)
        return judgeWritten(judgeText(asText(response), question.accept, question.accents), showText(question.accept));
      return judgePicks(question, [findById(question.options, asText(response)).id]);
    case 'find':
      return judgePointed(question, findById(question.marks, asText(response)).id);
    case 'place':
      return judgePlaced(question, response);
  }
}

/** "I don't know": wrong, and nothing is said of what was not given. */
export function judgeUnknownLabel(question: LabelQuestion): Judgement {
  switch (question.task) {
    case 'name':
      return 'accept' in question ? judgeLabel(question, '') : judgePicks(question, []);
    case 'find':
      return judgePointed(question, null);
    case 'place':
      return judgeLabel(question, {});
  }
}

/** A part is right when its mark was pointed at or left as it should be: the one looked for, and the one taken for it. */
function judgePointed({ marks, answer }: FindQuestion, pointed: string | null): Judgement {
  const right = pointed === answer;
  const others = right || pointed === null ? [] : [{ id: pointed, right: false }];
  return {
    verdict: right ? 'right' : 'wrong',
    score: right ? 1 : 0,
    parts: [{ id: answer, right }, ...others],
    answer: findById(marks, answer).text,
  };
}

function judgePlaced({ marks, labels, answer }: PlaceQuestion, response: Response): Judgement {
  const judgement = judgeMatch({ left: marks, right: labels, answer }, response);
  const names = marks.map(({ text }) => text);
  return { ...judgement, answer: joinTexts(names, ', ') };
}
