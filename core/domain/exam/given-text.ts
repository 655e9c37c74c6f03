import { joinTexts } from '../grading/score.ts';
import type { Bilingual, Labelled, Question, Response } from '../question.ts';

const written = (text: string): Bilingual => ({ th: text, en: text });
const textOf = (items: readonly Labelled[], id: string): Bilingual =>
  items.find((item) => item.id === id)?.text ?? written('?');

/** What the learner answered, as text. */
export function givenText(question: Question, response: Response): Bilingual {
  if (typeof response === 'string')
    return question.kind === 'choice' ? textOf(question.options, response) : written(response);
  if (isList(response)) return listed(question, response);
  if (question.kind !== 'match') return written('');
  const pairs = question.left.flatMap(({ id, text }) => {
    const right = response[id];
    return right === undefined ? [] : [joinTexts([text, textOf(question.right, right)], ' – ')];
  });
  return joinTexts(pairs, '; ');
}

const isList = (response: Response): response is readonly string[] => Array.isArray(response);

function listed(question: Question, response: readonly string[]): Bilingual {
  switch (question.kind) {
    case 'order':
      return joinTexts(
        response.map((id) => textOf(question.items, id)),
        ' → ',
      );
    case 'choice':
    case 'choices':
      return joinTexts(
        response.map((id) => textOf(question.options, id)),
        '; ',
      );
    default:
      return joinTexts(
        response.map((text) => written(text.trim() === '' ? '…' : text)),
        ' · ',
      );
  }
}
