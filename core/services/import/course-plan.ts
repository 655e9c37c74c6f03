import { isDeepStrictEqual } from 'node:util';
import type { Output } from '../../api/contract.ts';
import type { Course } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';

type CoursePlan = NonNullable<Output<'library.plan'>['course']>;

/** The course of an id as it is here, and where it is from; undefined where there is none. */
export type CourseNow = (
  courseId: string,
) => { readonly course: Course; readonly from: Exclude<CoursePlan['over'], 'nothing'> } | undefined;

/** What is asked of it, retired questions left out. */
export const askedOf = ({ lessons }: Course): Question[] =>
  lessons.flatMap(({ questions }) => questions.filter(({ retired }) => !retired));

/** What taking in a course does to the one that is here. */
export function coursePlan(course: Course, courseNow: CourseNow): CoursePlan {
  const here = courseNow(course.id);
  const before = new Map((here ? askedOf(here.course) : []).map((question) => [question.id, question]));
  const asked = askedOf(course);
  const known = asked.filter(({ id }) => before.has(id));
  const same = known.filter((question) => isDeepStrictEqual(before.get(question.id), question)).length;
  return {
    ...{ id: course.id, title: { ...course.title }, lessons: course.lessons.length },
    questions: {
      ...{ fresh: asked.length - known.length, changed: known.length - same, same, gone: before.size - known.length },
    },
    over: here?.from ?? 'nothing',
  };
}
