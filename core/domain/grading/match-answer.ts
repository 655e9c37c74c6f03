import type { Judgement } from '../judgement.ts';
import type { MatchQuestion, Response } from '../question.ts';
import { asPairs, findById } from './response-shape.ts';
import { joinTexts, verdictOf } from './score.ts';

/**
 * Takes a map from left id to right id; a left side without a partner counts as wrong. Score: the share of right pairs.
 *
 * @throws AppError `bad-input` for another shape or an unknown id
 */
export function judgeMatch(
  { left, right, answer }: Pick<MatchQuestion, 'left' | 'right' | 'answer'>,
  response: Response,
): Judgement {
  const given = asPairs(response);
  for (const [leftId, rightId] of given) {
    findById(left, leftId);
    findById(right, rightId);
  }
  const pairs = left.map(({ id, text }) => ({ id, text, partner: findById(right, answer[id]) }));
  const parts = pairs.map(({ id, partner }) => ({ id, right: given.get(id) === partner.id, expected: partner.text }));
  const score = parts.filter((part) => part.right).length / parts.length;
  return {
    verdict: verdictOf(score),
    score,
    parts,
    answer: joinTexts(
      pairs.map(({ text, partner }) => joinTexts([text, partner.text], ' – ')),
      '; ',
    ),
  };
}
