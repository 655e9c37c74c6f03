import type { Course } from '../domain/course.ts';
import { isAboveRecall, QUESTION_LEVELS, type Question } from '../domain/question.ts';
import type { LessonSource } from './compile-course.ts';
import { askedQuestions } from './rules/asked.ts';
import { choicesOf, isRightMost } from './rules/balance.ts';
import { giveAways } from './rules/give-away.ts';
import { nearDuplicates } from './rules/near-duplicates.ts';
import { isProduced, wrongOptions } from './rules/teaching.ts';
import type { Name } from './schema-names.ts';

/** How the questions that are asked are designed, as text: by lesson the levels, the share above recall and of answers made, then the whole course. */
export function designTable(
  course: Course,
  lessons: readonly LessonSource[],
  names: ReadonlyMap<string, Name>,
): string {
  const questions = askedQuestions(course, lessons);
  const all = questions.map(({ question }) => question);
  const head = ['asked', ...QUESTION_LEVELS, 'above', 'made', 'retired'].map((title) => title.padStart(11)).join('');
  const rows = course.lessons.map(({ number, id, questions: own }) =>
    row(
      `${number} ${id}`,
      own.filter(({ retired }) => !retired),
      own.filter(({ retired }) => retired).length,
    ),
  );
  const retired = course.lessons.flatMap(({ questions: own }) => own).length - all.length;
  const wrong = all.flatMap(wrongOptions);
  const withWhy = wrong.filter(({ why }) => why).length;
  return [
    `${'lesson'.padEnd(26)}${head}`,
    ...rows,
    row('all', all, retired),
    '',
    `wrong options that say why: ${withWhy} of ${wrong.length} (${percent(withWhy, wrong.length)})`,
    `right option is the longest: ${mostLines(all, 'longest')}; the shortest: ${mostLines(all, 'shortest')}`,
    `give-aways: ${giveAways(questions, names, course.paragraphs).length}`,
    `near-duplicates: ${nearDuplicates(questions).length}`,
    `confusable pairs: ${pairsOf(all, 'confuses')}; pairs kept apart: ${pairsOf(all, 'reveals')}`,
  ].join('\n');
}

const percent = (count: number, of: number): string => `${Math.round((100 * count) / Math.max(1, of))} %`;

function row(name: string, questions: readonly Question[], retired: number): string {
  const count = (isSuch: (question: Question) => boolean) => questions.filter(isSuch).length;
  const cells = [
    questions.length,
    ...QUESTION_LEVELS.map((level) => count((question) => question.level === level)),
    percent(count(isAboveRecall), questions.length),
    percent(count(isProduced), questions.length),
    retired,
  ];
  return name.padEnd(26) + cells.map((cell) => String(cell).padStart(11)).join('');
}

function mostLines(questions: readonly Question[], most: 'longest' | 'shortest'): string {
  const choices = choicesOf(questions);
  return (['th', 'en'] as const)
    .map((language) => {
      const count = choices.filter((choice) => isRightMost(choice, language, most)).length;
      return `${language} ${percent(count, choices.length)}`;
    })
    .join(', ');
}

/** Pairs of questions that one of the two names. */
function pairsOf(questions: readonly Question[], field: 'confuses' | 'reveals'): number {
  return new Set(
    questions.flatMap((question) => (question[field] ?? []).map((other) => [question.id, other].sort().join(' '))),
  ).size;
}
