import type { Input } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { isOwnCourse, type LibraryCourse, type NoteStand, type OwnCourse } from '../library/own-course.ts';

/** What a note's record says of where it stands: null takes away what was said before. */
export interface PlaceSet {
  readonly lesson?: string | null;
  readonly section?: string | null;
}

/** Where in a course a note stands, for the interface; null where its lesson is gone. */
export function placeIn(course: OwnCourse, said: NoteStand) {
  const stand = course.stand(said);
  return stand && { lessonId: stand.lesson.id, sectionId: stand.section.id };
}

/**
 * Of a note that is put into a course: the place that was asked for, else the first there is. In a deck there is none.
 * @throws AppError `not-found` for a lesson or section that is not there, or where the course has no lesson yet
 */
export function standIn(home: LibraryCourse, wanted: Input<'note.add'>['stand']): PlaceSet {
  if (!isOwnCourse(home)) return { lesson: null, section: null };
  const lesson = wanted ? home.lessons.find(({ id }) => id === wanted.lessonId) : home.lessons[0];
  if (!lesson) throw new AppError('not-found', 'no such lesson', { what: 'lesson', id: wanted?.lessonId ?? home.id });
  const section = wanted ? lesson.sections.find(({ id }) => id === wanted.sectionId) : lesson.sections[0];
  if (!section)
    throw new AppError('not-found', 'no such section', { what: 'section', id: wanted?.sectionId ?? lesson.id });
  return { lesson: lesson.id, section: section.id };
}
