import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import type { QuestionFile } from '../schema-question.ts';

/** Names what is wrong with each question, with its id and where it stands. */
export function faultsOfEach(
  lessons: readonly LessonSource[],
  problems: Problems,
  faultsOf: (question: QuestionFile) => readonly string[],
): void {
  for (const { questions } of lessons) {
    const { file, value, lineOf } = questions;
    value.forEach((question, index) => {
      for (const message of faultsOf(question))
        problems.add({ file, line: lineOf([index]), message: `${question.id}: ${message}` });
    });
  }
}
