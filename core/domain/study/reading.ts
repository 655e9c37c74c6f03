import type { Lesson, Section } from '../course.ts';
import type { LessonState } from '../progress.ts';

export const readSections = (lesson: Lesson, state: LessonState | undefined): Section[] =>
  lesson.sections.filter(({ id }) => state?.read[id] !== undefined);

/** How far a lesson is read. */
export function readingState(lesson: Lesson, state: LessonState | undefined): 'new' | 'reading' | 'read' {
  const read = readSections(lesson, state).length;
  if (read === lesson.sections.length) return 'read';
  return read > 0 || state?.place ? 'reading' : 'new';
}
