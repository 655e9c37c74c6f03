import type { Course } from '../../domain/course.ts';
import { isAboveRecall, type Question } from '../../domain/question.ts';
import type { Problems } from '../problems.ts';
import type { Goals } from '../schema.ts';
import type { Asked } from './asked.ts';
import { isCase, isProduced } from './teaching.ts';

/** A lesson ends with this many cases or judgements; questions on pictures stand beside their section's. */
const LAST_CASES = 2;

/** Whether a course reaches what it sets itself, and every lesson ends with cases. */
export function checkGoals(course: Course, questions: readonly Asked[], goals: Goals, problems: Problems): void {
  const all = questions.map(({ question }) => question);
  const share = (isSuch: (question: Question) => boolean) =>
    Math.round((100 * all.filter(isSuch).length) / Math.max(1, all.length));
  const cases = all.filter(isCase).length;
  const check = (reached: number, wanted: number, message: string) => {
    if (reached < wanted)
      problems.add({ file: 'course.yaml', field: 'goals', message: `${message}: ${reached} of ${wanted}` });
  };
  check(share(isAboveRecall), goals.aboveRecall, 'per cent of the questions above recall');
  check(share(isProduced), goals.produced, 'per cent of the answers made by the learner');
  check(cases, goals.cases, 'cases and judgements');
  for (const { id } of course.lessons)
    checkLesson(
      questions.filter(({ question }) => question.lessonId === id),
      problems,
    );
  for (const asked of questions) checkDay(asked, goals.days, problems);
}

function checkLesson(questions: readonly Asked[], problems: Problems): void {
  const file = questions[0]?.file ?? '';
  for (const { question, lineOf } of questions
    .filter(({ question: { kind } }) => kind !== 'label')
    .slice(-LAST_CASES)) {
    if (!isCase(question))
      problems.add({
        file,
        line: lineOf('level'),
        field: 'level',
        message: `${question.id}: a lesson ends with ${LAST_CASES} cases or judgements (level apply or judge)`,
      });
  }
}

/** Days are asked for where they are worth knowing by heart; elsewhere the month or the year does. */
function checkDay({ question, file, lineOf }: Asked, days: readonly string[], problems: Problems): void {
  const answers: [readonly PropertyKey[], string][] =
    question.kind === 'date'
      ? [[['answer'], question.answer]]
      : question.kind === 'cloze'
        ? question.blanks.flatMap((blank, index): [readonly PropertyKey[], string][] =>
            blank.as === 'date' ? [[['blanks', index], blank.answer]] : [],
          )
        : [];
  for (const [path, answer] of answers) {
    if (answer.length > 'yyyy-mm'.length && !days.includes(answer))
      problems.add({
        file,
        line: lineOf(...path),
        field: path.join('.'),
        message: `${question.id}: ${answer} is none of the days of course.yaml: ask for the month or the year`,
      });
  }
}
