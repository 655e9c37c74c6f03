import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardIdOf } from '../ids.ts';
import { planDay, type DayWork, type Job, type ReviewJob } from './day-plan.ts';

const job = (name: string, ms = 10_000): Job => ({ cardId: cardIdOf('c', name), ms });
const review = (name: string, worth: number, ms = 10_000): ReviewJob => ({ ...job(name, ms), worth });
const work = (more: Partial<DayWork> = {}): DayWork => ({
  learning: [],
  reviews: [],
  fresh: [],
  reading: null,
  beyond: { reviews: 0, fresh: 0 },
  keptApart: 0,
  roomForReading: 20,
  budgetMs: null,
  ...more,
});
const reading = {
  courseId: 'c',
  lessonId: 'l',
  sectionId: 's',
  ms: 60_000,
  questions: [job('q1'), job('q2'), job('q3')],
};
const names = (jobs: readonly Job[]) => jobs.map(({ cardId }) => cardId.slice(2)).join(' ');

describe('the plan of a day', () => {
  it('takes the most useful reviews first, whatever order they are due in', () => {
    const reviews = [review('a', 1), review('b', 3), review('c', 2)];
    const plan = planDay(work({ reviews, budgetMs: 20_000 }));
    expect(names(plan.reviews)).toBe('b c');
    expect(plan.left).toEqual({ reviews: 1, fresh: 0 });
    expect(plan.ms.reviews).toBe(20_000);
  });

  it('keeps the steps of today before everything else', () => {
    const plan = planDay(work({ learning: [job('step')], reviews: [review('a', 9)], budgetMs: 10_000 }));
    expect([names(plan.learning), names(plan.reviews)]).toEqual(['step', '']);
  });

  it('begins nothing new while reviews are left over', () => {
    const full = work({
      reviews: [review('a', 1), review('b', 1, 90_000)],
      fresh: [job('n')],
      reading,
      budgetMs: 60_000,
    });
    expect(planDay(full)).toMatchObject({ fresh: [], reading: null, left: { reviews: 1, fresh: 1 } });
    const limited = work({ ...full, budgetMs: null, beyond: { reviews: 4, fresh: 0 } });
    expect(planDay(limited)).toMatchObject({ fresh: [], reading: null, left: { reviews: 4, fresh: 1 } });
  });

  it('reads the next section when what was read is asked, with the questions there is time for', () => {
    const plan = planDay(work({ fresh: [job('n')], reading, budgetMs: 90_000 }));
    expect(names(plan.fresh)).toBe('n');
    expect(plan.reading?.sectionId).toBe('s');
    expect(plan.afterReading).toBe(2);
    expect(plan.ms).toEqual({ reviews: 0, reading: 60_000, fresh: 30_000 });
    expect(planDay(work({ reading, budgetMs: 70_000 })).reading).toBeNull();
    expect(planDay(work({ fresh: [job('n')], reading, roomForReading: 0 })).reading).toBeNull();
  });

  it('is only held by the limits where there is no budget', () => {
    const reviews = Array.from({ length: 9 }, (_, at) => review(`r${at}`, at));
    const plan = planDay(work({ reviews, fresh: [job('n')], beyond: { reviews: 0, fresh: 1 } }));
    expect([plan.reviews.length, plan.fresh.length, plan.left.fresh]).toEqual([9, 1, 1]);
  });

  it('never passes the budget or the limits, and counts everything that is left', () => {
    const ms = fc.integer({ min: 1, max: 60_000 });
    const list = fc.array(ms, { maxLength: 40 });
    const limit = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(list, list, list, list, limit, fc.integer({ min: 0, max: 900_000 }), (...given) => {
        const [steps, due, fresh, after, mostNew, budgetMs] = given;
        const jobs = (times: number[], name: string) => times.map((one, at) => job(`${name}${at}`, one));
        const all = work({
          learning: jobs(steps, 's'),
          reviews: due.map((one, at) => review(`r${at}`, one % 7, one)),
          fresh: jobs(fresh, 'n'),
          reading: { ...reading, questions: jobs(after, 'q') },
          roomForReading: mostNew,
          budgetMs,
        });
        const plan = planDay(all);
        expect(plan.ms.reviews + plan.ms.reading + plan.ms.fresh).toBeLessThanOrEqual(budgetMs);
        expect(plan.afterReading).toBeLessThanOrEqual(mostNew);
        expect(plan.left.reviews + plan.reviews.length + plan.learning.length).toBe(steps.length + due.length);
        expect(plan.left.fresh + plan.fresh.length).toBe(fresh.length);
      }),
    );
  });
});
