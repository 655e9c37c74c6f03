import { OWN_PICTURE } from '../own-picture.ts';
import type { Accepted, Bilingual, Labelled, LabelQuestion, Question } from '../question.ts';

/** Why a question can not be asked as it is. */
export const QUESTION_PROBLEMS = [
  'no-prompt',
  'no-back',
  /** Nothing is accepted as an answer. */
  'no-answer',
  'no-gap',
  /** The prompt of a language has not the gaps that have answers. */
  'gaps-differ',
  'too-few-options',
  'empty-option',
  'same-options',
  /** None is marked as right, or of a choice more than one. */
  'no-right-option',
  'many-right-options',
  'too-few-items',
  'no-pairs',
  /** A date that no calendar has. */
  'no-date',
  /** Of a question on a picture of its own. */
  'no-picture',
  'no-regions',
  'no-region-asked',
] as const;
export type QuestionProblem = (typeof QUESTION_PROBLEMS)[number];
type Languages = readonly ('th' | 'en')[];

const blank = (text: string) => text.trim() === '';
const lacks = (text: Bilingual, languages: Languages) => languages.some((language) => blank(text[language]));

/**
 * What keeps a question from being asked, in the order a form shows it; nothing for one that is whole.
 * @param languages in which it has to be whole
 */
export function questionProblems(question: Question, languages: Languages): QuestionProblem[] {
  const problems = new Set<QuestionProblem>();
  if (lacks(question.prompt, languages)) problems.add('no-prompt');
  for (const problem of ownProblems(question, languages)) problems.add(problem);
  return [...problems];
}

function* ownProblems(question: Question, languages: Languages): Generator<QuestionProblem> {
  switch (question.kind) {
    case 'card':
      if (lacks(question.back, languages)) yield 'no-back';
      return;
    case 'cloze':
      return yield* gapProblems(question, languages);
    case 'choice':
    case 'choices':
      yield* optionProblems(question.options, languages);
      return yield* rightProblems(question.options, question.answer, question.kind === 'choice');
    case 'typed':
      if (acceptsNothing(question.accept, languages)) yield 'no-answer';
      return;
    case 'number':
      if (!Number.isFinite(question.answer) || !Number.isFinite(question.tolerance)) yield 'no-answer';
      return;
    case 'date':
      if (!isDate(question.answer)) yield 'no-date';
      return;
    case 'order':
      if (question.items.length < 2) yield 'too-few-items';
      return yield* labelProblems(question.items, languages);
    case 'match': {
      const { left, right, answer } = question;
      const ids = new Set(right.map(({ id }) => id));
      if (left.length === 0 || left.some(({ id }) => !ids.has(answer[id] ?? ''))) yield 'no-pairs';
      yield* labelProblems(left, languages);
      return yield* labelProblems(right, languages);
    }
    case 'label':
      if (question.picture === OWN_PICTURE) return yield* pictureProblems(question, languages);
      if (question.task !== 'name') return;
      if ('accept' in question && acceptsNothing(question.accept, languages)) yield 'no-answer';
      if ('options' in question) yield* rightProblems(question.options, question.answer, true);
  }
}

function* pictureProblems(question: LabelQuestion, languages: Languages): Generator<QuestionProblem> {
  const { file = '', regions = [] } = question.image ?? {};
  if (file === '') yield 'no-picture';
  if (regions.length === 0) yield 'no-regions';
  yield* labelProblems(regions, languages);
  if (question.task === 'place') return;
  const asked = question.task === 'name' ? question.mark.id : question.answer;
  if (!regions.some(({ id }) => id === asked)) yield 'no-region-asked';
}

function* gapProblems(
  { prompt, blanks }: Extract<Question, { kind: 'cloze' }>,
  languages: Languages,
): Generator<QuestionProblem> {
  if (blanks.length === 0) yield 'no-gap';
  const wanted = blanks.map((_, i) => i + 1).join();
  for (const language of languages) {
    const numbers = [...prompt[language].matchAll(/\{\{(\d+)\}\}/g)].map((match) => Number(match[1]));
    if ([...new Set(numbers)].sort((a, b) => a - b).join() !== wanted) yield 'gaps-differ';
  }
  for (const gap of blanks) {
    if (gap.as === 'text' && acceptsNothing(gap.accept, languages)) yield 'no-answer';
    if ((gap.as === 'number' || gap.as === 'year') && !Number.isFinite(gap.answer)) yield 'no-answer';
    if (gap.as === 'date' && !isDate(gap.answer)) yield 'no-date';
  }
}

function* optionProblems(options: readonly Labelled[], languages: Languages): Generator<QuestionProblem> {
  if (options.length < 2) yield 'too-few-options';
  yield* labelProblems(options, languages);
}

function* labelProblems(labels: readonly Labelled[], languages: Languages): Generator<QuestionProblem> {
  if (labels.some(({ text }) => lacks(text, languages))) yield 'empty-option';
  for (const language of languages) {
    const texts = labels.map(({ text }) => text[language].trim()).filter((text) => text !== '');
    if (new Set(texts).size < texts.length) yield 'same-options';
  }
}

function* rightProblems(
  options: readonly Labelled[],
  answer: readonly string[],
  isSingle: boolean,
): Generator<QuestionProblem> {
  const right = options.filter(({ id }) => answer.includes(id)).length;
  if (right === 0 || right < answer.length) yield 'no-right-option';
  if (isSingle && right > 1) yield 'many-right-options';
}

const acceptsNothing = (accept: Accepted, languages: Languages): boolean =>
  languages.some((language) => !accept[language].some((text) => !blank(text)));

/** Is it a day, a month or a year that the calendar has, as ISO writes it? */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(-?\d{1,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const [m, d] = [Number(month), Number(day ?? 1)];
  const date = new Date(0);
  date.setUTCFullYear(Number(year), m - 1, d);
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
}
