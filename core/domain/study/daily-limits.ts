import type { StudiedCourse } from '../course.ts';
import type { CourseDay, Progress } from '../progress.ts';
import { optionsOf } from './options.ts';

/** How many more of each kind. */
export interface Room {
  readonly review: number;
  readonly fresh: number;
}

interface LimitedCard {
  readonly course: StudiedCourse;
}

/** How many new cards and reviews the limits of a day still allow: of all courses together, or of one with all below it (its own limits). */
export function roomToday(progress: Progress, today: number, course: StudiedCourse | null = null): Room {
  const { newPerDay, reviewsPerDay } = optionsOf(progress, course);
  const day = progress.days.get(today);
  const done = course === null ? (day ?? NOTHING) : doneIn(course, day?.courses ?? []);
  return {
    review: Math.max(0, reviewsPerDay - done.dueReviews),
    fresh: Math.max(0, newPerDay - done.fresh),
  };
}

const NOTHING = { dueReviews: 0, fresh: 0 };

function doneIn({ id, below }: StudiedCourse, courses: readonly CourseDay[]): typeof NOTHING {
  if (!below?.length) return courses.find((one) => one.id === id) ?? NOTHING;
  const all = courses.filter((one) => one.id === id || below.includes(one.id));
  return {
    dueReviews: all.reduce((sum, { dueReviews }) => sum + dueReviews, 0),
    fresh: all.reduce((sum, { fresh }) => sum + fresh, 0),
  };
}

const withAbove = (course: StudiedCourse): readonly StudiedCourse[] =>
  course.above?.length ? [course, ...course.above] : [course];

/** May one card more of a kind be asked today, by the limits of its course, of decks above it and those of all together? */
export function hasRoom({ course }: LimitedCard, kind: keyof Room, progress: Progress, today: number): boolean {
  return [null, ...withAbove(course)].every((one) => roomToday(progress, today, one)[kind] > 0);
}

/** The cards that the limits of today let in, in their order. */
export function withinLimits<T extends LimitedCard>(
  cards: Iterable<T>,
  kind: keyof Room,
  progress: Progress,
  today: number,
  most = Infinity,
): T[] {
  let left = Math.min(most, roomToday(progress, today)[kind]);
  const rooms = new Map<string, number>();
  const roomIn = (course: StudiedCourse): number => {
    const known = rooms.get(course.id) ?? roomToday(progress, today, course)[kind];
    rooms.set(course.id, known);
    return known;
  };
  const chosen: T[] = [];
  if (left <= 0) return chosen;
  for (const card of cards) {
    const courses = withAbove(card.course);
    if (courses.some((course) => roomIn(course) <= 0)) continue;
    for (const course of courses) rooms.set(course.id, roomIn(course) - 1);
    chosen.push(card);
    if (--left <= 0) break;
  }
  return chosen;
}
