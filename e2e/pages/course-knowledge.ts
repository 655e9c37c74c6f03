import { readFileSync } from 'node:fs';
import type { Course } from '../../core/domain/course.ts';
import type { Question } from '../../core/domain/question.ts';

const course = JSON.parse(readFileSync('dist/courses/csto.json', 'utf8')) as Course;
/** The lessons with the questions that are asked: not those that rest. */
export const lessons = course.lessons.map((lesson) => ({
  ...lesson,
  questions: lesson.questions.filter(({ retired }) => !retired),
}));
export const askedQuestions: readonly Question[] = lessons.flatMap(({ questions }) => questions);

/** How a prompt reads on the page: gaps as dots, no marks of emphasis. */
const asShown = (prompt: string) => plain(prompt.replace(/\{\{\d+\}\}/g, '…').replaceAll('**', ''));
/** Without what only guides line breaks. */
const plain = (text: string) =>
  text
    .replace(/[\u2060\u200b]/g, '')
    .replaceAll('\u00a0', ' ')
    .trim();

/** The question behind a prompt on the page. */
export function questionOf(prompt: string, among: readonly Question[] = askedQuestions): Question {
  const found = among.find((question) =>
    [question.prompt.en, question.prompt.th].some((text) => asShown(text) === plain(prompt)),
  );
  if (!found) throw new Error(`no question asks: ${prompt}`);
  return found;
}

/** What a learner who knows would write, for the kinds that are written. */
export function writtenAnswers(question: Question): string[] {
  switch (question.kind) {
    case 'typed':
      return [question.accept.en[0] ?? ''];
    case 'number':
    case 'date':
      return [String(question.answer)];
    case 'cloze':
      return question.blanks.map((blank) => (blank.as === 'text' ? (blank.accept.en[0] ?? '') : String(blank.answer)));
    case 'label':
      return 'accept' in question ? [question.accept.en[0] ?? ''] : [];
    default:
      return [];
  }
}
