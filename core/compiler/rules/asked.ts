import type { Course } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { LessonSource } from '../compile-course.ts';

/** A question that is asked (not retired), and where it stands. */
export interface Asked {
  readonly question: Question;
  readonly file: string;
  /** Line, from 1, of one of its fields; of the question itself without a path. */
  lineOf(...path: readonly PropertyKey[]): number;
}

/** The questions of a course that are asked, in the order of the course. */
export function askedQuestions(course: Course, lessons: readonly LessonSource[]): Asked[] {
  return lessons.flatMap(({ id, questions: { file, value, lineOf } }) => {
    const compiled = course.lessons.find((lesson) => lesson.id === id)?.questions ?? [];
    return value.flatMap((written, index) => {
      const question = compiled[index];
      return question === undefined || written.retired
        ? []
        : [{ question, file, lineOf: (...path: readonly PropertyKey[]) => lineOf([index, ...path]) }];
    });
  });
}
