/** The pictures of a course, in the order they are offered. */
export const COURSE_PICTURES = ['timeline', 'members', 'bodies', 'figures'] as const;
export type CoursePictureId = (typeof COURSE_PICTURES)[number];
