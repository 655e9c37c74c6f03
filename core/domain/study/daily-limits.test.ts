import { describe, expect, it } from 'vitest';
import type { StudiedCourse } from '../course.ts';
import type { Progress } from '../progress.ts';
import { DEFAULT_STUDY_SETTINGS } from '../settings.ts';
import { hasRoom, roomToday, withinLimits } from './daily-limits.ts';

const TODAY = 20_000;
const parent: StudiedCourse = { id: 'parent', kind: 'deck', below: ['one', 'two'] };
const [one, two]: StudiedCourse[] = ['one', 'two'].map((id) => ({ id, kind: 'deck', above: [parent], below: [] }));
const other: StudiedCourse = { id: 'other', kind: 'deck' };

function progressOf(limits: Record<string, number>, done: Record<string, number>, overall = 20): Progress {
  const records = new Map(Object.entries(limits).map(([id, newPerDay]) => [`course-options/${id}`, { newPerDay }]));
  const courses = Object.entries(done).map(([id, fresh]) => ({ id, fresh, dueReviews: 0 }));
  const fresh = courses.reduce((sum, course) => sum + course.fresh, 0);
  return {
    ...{ records, settings: { ...DEFAULT_STUDY_SETTINGS, newPerDay: overall } },
    days: new Map([[TODAY, { fresh, dueReviews: 0, courses }]]),
  } as unknown as Progress;
}
const cardsOf = (course: StudiedCourse, count: number) => Array.from({ length: count }, () => ({ course }));

describe('the limits of decks', () => {
  it('of a deck above count what was done in those below', () => {
    const progress = progressOf({ parent: 5, one: 4 }, { one: 2, two: 1 });
    expect(roomToday(progress, TODAY, parent).fresh).toBe(2);
    expect(roomToday(progress, TODAY, one).fresh).toBe(2);
    expect(hasRoom({ course: two! }, 'fresh', progress, TODAY)).toBe(true);
    expect(hasRoom({ course: two! }, 'fresh', progressOf({ parent: 3 }, { one: 3 }), TODAY)).toBe(false);
  });

  it('let in what the deck, those above it and all together still allow', () => {
    const cards = [...cardsOf(one!, 4), ...cardsOf(two!, 4), ...cardsOf(other, 4)];
    const of = (progress: Progress) =>
      withinLimits(cards, 'fresh', progress, TODAY).reduce<Record<string, number>>(
        (sum, { course }) => ({ ...sum, [course.id]: (sum[course.id] ?? 0) + 1 }),
        {},
      );
    expect(of(progressOf({ parent: 5, one: 2 }, {}))).toEqual({ one: 2, two: 3, other: 4 });
    expect(of(progressOf({ parent: 5, one: 2 }, { one: 1, two: 1 }))).toEqual({ one: 1, two: 2, other: 4 });
    expect(of(progressOf({ parent: 5, one: 2 }, {}, 6))).toEqual({ one: 2, two: 3, other: 1 });
  });
});
