import { joinTexts } from '../grading/score.ts';
import type { Bilingual, Labelled, Question, Response } from '../question.ts';

const written = (text: string): Bilingual => ({ th: text, en: text });
const textOf = (items: readonly Labelled[], id: string): Bilingual =>
  items.find((item) => item.id === id)?.text ?? written('?');

/** What the learner answered, as text. */
export function givenText(question: Question, response: Response): Bilingual {
  if (typeof response === 'string') {
    const named = namedByIds(question);
    return named ? textOf(named, response) : written(response);
  }
  if (isList(response)) return listed(question, response);
  const sides = sidesOf(question);
  if (!sides) return written('');
  const pairs = sides.left.flatMap(({ id, text }) => {
    const right = response[id];
    return right === undefined ? [] : [joinTexts([text, textOf(sides.right, right)], ' – ')];
  });
  return joinTexts(pairs, '; ');
}

/** What a response that is one id names; null where it is a text of the learner's own. */
function namedByIds(question: Question): readonly Labelled[] | null {
  if (question.kind === 'choice') return question.options;
  if (question.kind !== 'label') return null;
  if (question.task === 'name') return 'options' in question ? question.options : null;
  return question.marks;
}

function sidesOf(question: Question): Record<'left' | 'right', readonly Labelled[]> | null {
  if (question.kind === 'match') return question;
  const places = question.kind === 'label' && question.task === 'place';
  return places ? { left: question.marks, right: question.labels } : null;
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
