import { courseIdOf } from '../ids.ts';
import { EMPTY_DAY, type CourseDay, type DayTotal } from '../progress.ts';
import { MODES } from '../study/modes.ts';
import type { Phase } from '../study/schedule.ts';
import { countedMs } from './answer-time.ts';
import type { ReviewEvent, Stamp } from './events.ts';

type Courses = DayTotal['courses'];

/** A day with one answer more. @param phase of the card before it; null without a memory */
export function withReview(
  total: DayTotal | undefined = EMPTY_DAY,
  event: Stamp & ReviewEvent,
  phase: Phase | null,
): DayTotal {
  const scheduled = MODES[event.mode].schedules ? 1 : 0;
  const dueReviews = phase === 'review' ? scheduled : 0;
  const fresh = phase === null ? scheduled : 0;
  const sum = {
    reviews: total.reviews + scheduled,
    passed: total.passed + (event.grade > 1 ? scheduled : 0),
    dueReviews: total.dueReviews + dueReviews,
    fresh: total.fresh + fresh,
    practice: total.practice + 1 - scheduled,
    elapsedMs: total.elapsedMs + countedMs(event),
  };
  if (dueReviews + fresh === 0) return total.courses ? { ...sum, courses: total.courses } : sum;
  const course = courseIdOf(event.card);
  const before = total.courses?.get(course);
  const courses = new Map(total.courses);
  courses.set(course, {
    dueReviews: (before?.dueReviews ?? 0) + dueReviews,
    fresh: (before?.fresh ?? 0) + fresh,
  });
  return { ...sum, courses };
}

/** A day with a share of it added, or taken away; null where nothing is left of it. */
export function plusShare(total: DayTotal | undefined = EMPTY_DAY, share: DayTotal, sign: 1 | -1): DayTotal | null {
  const sum = {
    reviews: total.reviews + sign * share.reviews,
    passed: total.passed + sign * share.passed,
    dueReviews: total.dueReviews + sign * share.dueReviews,
    fresh: total.fresh + sign * share.fresh,
    practice: total.practice + sign * share.practice,
    elapsedMs: total.elapsedMs + sign * share.elapsedMs,
  };
  if (sum.reviews === 0 && sum.practice === 0) return null;
  const courses = share.courses ? plusCourses(total.courses, share.courses, sign) : total.courses;
  return courses ? { ...sum, courses } : sum;
}

function plusCourses(total: Courses, share: NonNullable<Courses>, sign: 1 | -1): Courses {
  const courses = new Map<string, CourseDay>(total);
  for (const [course, part] of share) {
    const before = courses.get(course);
    const dueReviews = (before?.dueReviews ?? 0) + sign * part.dueReviews;
    const fresh = (before?.fresh ?? 0) + sign * part.fresh;
    if (dueReviews === 0 && fresh === 0) courses.delete(course);
    else courses.set(course, { dueReviews, fresh });
  }
  return courses.size > 0 ? courses : undefined;
}
