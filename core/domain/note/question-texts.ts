import type { Question } from '../question.ts';

/** What names something, or says how it is asked: no text of it. */
const NO_TEXT = new Set([
  'id',
  'cardId',
  'lessonId',
  'sectionId',
  'kind',
  'level',
  'passage',
  'reveals',
  'confuses',
  'tags',
  'evidence',
]);
const NO_TEXT_EITHER = new Set(['accents', 'as', 'task', 'picture', 'inline', 'retired', 'tolerance']);
/** Ids of options or marks, but of a number or a date the answer itself. */
const ANSWERS = new Set<Question['kind']>(['number', 'date']);

/**
 * Every text of a question that a learner may look for, each once: what is asked, in each language, then answers, explanation and what
 * else is shown. Gaps of a cloze are left open.
 */
export function questionTexts(question: Question): string[] {
  const { prompt, ...rest } = question;
  const texts = [prompt.th, prompt.en, ...textsIn(rest, ANSWERS.has(question.kind))]
    .map((text) => text.replace(/\{\{\d+\}\}/g, '…').trim())
    .filter((text) => text !== '');
  return [...new Set(texts)];
}

function textsIn(value: unknown, withAnswer: boolean): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, withAnswer));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    if (NO_TEXT.has(key) || NO_TEXT_EITHER.has(key)) return [];
    if (key === 'answer' && !withAnswer && !('as' in value)) return [];
    return textsIn(part, withAnswer);
  });
}
