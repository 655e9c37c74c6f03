import type { Judgement } from '../judgement.ts';
import type { ChoiceQuestion, Response } from '../question.ts';
import { asIds, asText, findById } from './response-shape.ts';
import { joinTexts, verdictOf } from './score.ts';

/**
 * `choice` takes one id, `choices` a list of ids. Score: (right picked − wrong picked) / right options, not below 0, so
 * that guessing does not pay. A part is right when its option was picked or left as it should be.
 *
 * @throws AppError `bad-input` for another shape, an unknown id or an id twice
 */
export function judgeChoice(question: ChoiceQuestion, response: Response): Judgement {
  const { kind, options } = question;
  return judgePicks(question, kind === 'choice' ? [findById(options, asText(response)).id] : asIds(response, options));
}

/** The same for options that were picked already; none is what "I don't know" picks. */
export function judgePicks(
  { options, answer }: Pick<ChoiceQuestion, 'options' | 'answer'>,
  picked: readonly string[],
): Judgement {
  const rightPicked = picked.filter((id) => answer.includes(id)).length;
  const wrongPicked = picked.length - rightPicked;
  const score = Math.max(0, (rightPicked - wrongPicked) / answer.length);
  const rightOptions = options.filter(({ id }) => answer.includes(id));
  return {
    verdict: verdictOf(score),
    score,
    parts: options.map(({ id }) => ({ id, right: picked.includes(id) === answer.includes(id) })),
    answer: joinTexts(
      rightOptions.map(({ text }) => text),
      ', ',
    ),
  };
}
