import { AppError } from '../../domain/errors.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { PackMedia } from '../library/pack-lines.ts';
import type { Loss } from '../transfer/write/losses.ts';
import type { Wanted } from './exported-scope.ts';
import { ownFolder } from './own-folder.ts';

/** A course as the files of its folder: see docs/course-format.md. */
export interface CourseFolder {
  readonly id: string;
  /** By their paths in the folder. */
  readonly texts: readonly (readonly [string, string])[];
  /** By their names in the folder of media. */
  readonly media: readonly PackMedia[];
  /** Questions in it. */
  readonly questions: number;
  /** Notes that it can not hold. */
  readonly leftOut: number;
  /** What it can not hold beside what the learner did with it. */
  readonly losses: readonly Loss[];
}

/** Can it go out as a folder? Of what is built in and of decks there is none. */
export const hasFolder = (library: DeckLibrary, { courseId }: Wanted): boolean =>
  courseId !== undefined &&
  (library.own.find(courseId) !== undefined || library.packOfCourse(courseId)?.course !== undefined);

/** A course that the learner made, written down; or one that was brought in, as it came. @throws AppError `bad-input` for anything else, `data-corrupt` */
export async function courseFolder(library: DeckLibrary, { courseId }: Wanted): Promise<CourseFolder> {
  const own = library.own.find(courseId);
  if (own) return ownFolder(library, own);
  const pack = courseId === undefined ? undefined : library.packOfCourse(courseId);
  if (!pack?.course) throw new AppError('bad-input', 'no folder', { method: 'library.export', field: 'format' });
  const { course, files } = pack.course;
  const asked = course.lessons.reduce((sum, { questions }) => sum + questions.length, 0);
  return {
    ...{ id: course.id, texts: files, media: [...pack.media.values()] },
    ...{ questions: asked, leftOut: 0, losses: [] },
  };
}
