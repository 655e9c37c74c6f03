import { COURSE_PICTURES, type CoursePictureId } from '../../pictures/course-picture-ids.ts';

/** The picture an address names; the timeline where it names none. */
export const pictureOf = (part: string | null): CoursePictureId =>
  COURSE_PICTURES.find((picture) => picture === part) ?? 'timeline';
