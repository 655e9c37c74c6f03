import type { Output } from '../../../core/api/contract.ts';
import { href } from '../app/address.ts';

/** The pictures of a course, in the order they are offered. */
export const COURSE_PICTURES = ['timeline', 'map', 'members', 'bodies', 'calendar', 'partners', 'figures'] as const;
export type CoursePictureId = (typeof COURSE_PICTURES)[number];

/** The pictures a course has data for. */
export function picturesOffered({ map, exercises, partners }: Output<'course.pictures'>): CoursePictureId[] {
  const missing = new Set<CoursePictureId>();
  if (!map) missing.add('map');
  if (exercises.length === 0) missing.add('calendar');
  if (partners.length === 0) missing.add('partners');
  return COURSE_PICTURES.filter((picture) => !missing.has(picture));
}

export const pictureHref = (courseId: string, picture: CoursePictureId): string =>
  href({ name: 'pictures', courseId, picture });
