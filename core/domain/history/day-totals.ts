import { courseIdOf } from '../ids.ts';
import { EMPTY_DAY, type CourseDay, type DayTotal } from '../progress.ts';
import { MODES } from '../study/modes.ts';
import type { Phase } from '../study/schedule.ts';
import { countedMs } from './answer-time.ts';
import type { Answer, ReviewEvent } from './events.ts';

type Courses = DayTotal['courses'];

/** A day with one answer more. @param phase of the card before it; null without a memory */
export function withReview(total: DayTotal | undefined = EMPTY_DAY, event: Answer, phase: Phase | null): DayTotal {
  const scheduled = MODES[event.mode].schedules ? 1 : 0;
  const dueReviews = phase === 'review' ? scheduled : 0;
  const fresh = phase === null ? scheduled : 0;
  const { courses: known } = total;
  const courses = dueReviews + fresh === 0 ? known : withOne(known, event, dueReviews, fresh);
  // The way of every answer: written out, since spreading one object into another takes as long as all the rest.
  const day: { -readonly [K in keyof DayTotal]: DayTotal[K] } = {
    reviews: total.reviews + scheduled,
    passed: total.passed + (event.grade > 1 ? scheduled : 0),
    dueReviews: total.dueReviews + dueReviews,
    fresh: total.fresh + fresh,
    practice: total.practice + 1 - scheduled,
    elapsedMs: total.elapsedMs + countedMs(event),
  };
  if (courses) day.courses = courses;
  return day;
}

/** Does an answer count for a course? Where it does not say, the card's name begins with that of its course, and a slash. */
function isOf(id: string, { course, card }: Pick<ReviewEvent, 'course' | 'card'>): boolean {
  if (course !== undefined) return course === id;
  return card.startsWith(id) && (card.length === id.length || card.charCodeAt(id.length) === SLASH);
}

/** Counts with one answer more. */
function withOne(
  courses: readonly CourseDay[] = [],
  event: Pick<ReviewEvent, 'course' | 'card'>,
  dueReviews: number,
  fresh: number,
): readonly CourseDay[] {
  for (let at = 0; at < courses.length; at++) {
    const known = courses[at]!;
    const { id } = known;
    if (!isOf(id, event)) continue;
    const changed = courses.slice();
    changed[at] = { id, dueReviews: known.dueReviews + dueReviews, fresh: known.fresh + fresh };
    return changed;
  }
  return [...courses, { id: event.course ?? courseIdOf(event.card), dueReviews, fresh }].sort(byId);
}

const SLASH = 0x2f;
const byId = (a: CourseDay, b: CourseDay): number => (a.id < b.id ? -1 : 1);

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

function plusCourses(total: readonly CourseDay[] = [], share: readonly CourseDay[], sign: 1 | -1): Courses {
  const changed = share.map(({ id, dueReviews, fresh }) => {
    const before = total.find((course) => course.id === id);
    return {
      id,
      dueReviews: (before?.dueReviews ?? 0) + sign * dueReviews,
      fresh: (before?.fresh ?? 0) + sign * fresh,
    };
  });
  const others = total.filter(({ id }) => !share.some((course) => course.id === id));
  const courses = [...others, ...changed.filter(({ dueReviews, fresh }) => dueReviews !== 0 || fresh !== 0)];
  return courses.length > 0 ? courses.sort(byId) : undefined;
}
