import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileFolder } from '../../compiler/compile-folder.ts';
import { createCourseFolder } from '../../compiler/course.fixture.ts';
import { MINUTE_MS, NOON, startStudyApp } from '../study-app.fixture.ts';

const RUNS = process.env['JAMDAI_LONG'] ? 300 : 12;
const HOUR_MS = 3_600_000;
const ALL = { newPerDay: 4, reviewsPerDay: 5 };
const OF_TINY = { newPerDay: 3, reviewsPerDay: 2 };

/** Two courses of the same questions. */
const coursesDir = mkdtempSync(join(tmpdir(), 'jamdai-limits-'));
beforeAll(() => {
  const source = createCourseFolder();
  const { course } = compileFolder(source.folder);
  source.dispose();
  for (const id of ['tiny', 'other']) writeFileSync(join(coursesDir, `${id}.json`), JSON.stringify({ ...course, id }));
});
afterAll(() => rmSync(coursesDir, { recursive: true }));

/** What a learner does; most of all they answer. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('answer' as const), grade: fc.constantFrom(...([1, 3, 4] as const)) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('begin' as const),
      mode: fc.constantFrom('review' as const, 'learn' as const),
      courseId: fc.constantFrom('tiny', 'other', undefined),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom({ what: 'undo' as const }, { what: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('wait' as const), hours: fc.constantFrom(1, 7, 25, 80) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('fly' as const), offsetMin: fc.constantFrom(-600, 0, 420, 780) }),
  },
);

interface KeptDay {
  readonly fresh: number;
  readonly dueReviews: number;
  readonly courses?: readonly { readonly id: string; readonly fresh: number; readonly dueReviews: number }[];
}

it('the limits of a day hold over sessions, courses, restarts, zones and undo', { timeout: 300_000 }, async () => {
  let most = { fresh: 0, dueReviews: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80 }), async (steps) => {
      let [now, offsetMin] = [NOON, 420];
      const clock = { now: () => now, steadyMs: () => now, utcOffsetMin: () => offsetMin };
      const app = await startStudyApp({ coursesDir, clock });
      try {
        for (const courseId of ['tiny', 'other'])
          for (const lessonId of ['begin', 'later']) {
            await app.call('lesson.complete', { courseId, lessonId });
            await app.call('lesson.open', { courseId, lessonId });
          }
        await app.call('settings.set', ALL);
        await app.call('course.setOptions', { courseId: 'tiny', set: OF_TINY });
        let { sessionId } = await app.call('study.start', { mode: 'review' });
        for (const one of steps) {
          now += MINUTE_MS;
          if (one.what === 'begin') {
            const { mode, courseId } = one;
            ({ sessionId } = await app.call('study.start', { mode, ...(courseId && { courseId }) }));
          } else if (one.what === 'restart') await app.restart();
          else if (one.what === 'wait') now += one.hours * HOUR_MS;
          else if (one.what === 'fly') offsetMin = one.offsetMin;
          else if (one.what === 'undo') await app.call('study.undo', { sessionId });
          else if (one.what === 'answer') {
            const card = await app.call('study.next', { sessionId });
            const { grade } = one;
            if (card) await app.call('study.answer', { sessionId, ...seen(card), grade, elapsedMs: 1000 });
          }
        }
        let days: readonly KeptDay[] = [];
        await app.restart(() => {
          const text = readFileSync(join(app.dataDir, 'progress.json'), 'utf8');
          ({ days } = JSON.parse(text) as { days: KeptDay[] });
        });
        for (const { fresh, dueReviews, courses = [] } of days) {
          expect(fresh).toBeLessThanOrEqual(ALL.newPerDay);
          expect(dueReviews).toBeLessThanOrEqual(ALL.reviewsPerDay);
          const tiny = courses.find(({ id }) => id === 'tiny');
          expect(tiny?.fresh ?? 0).toBeLessThanOrEqual(OF_TINY.newPerDay);
          expect(tiny?.dueReviews ?? 0).toBeLessThanOrEqual(OF_TINY.reviewsPerDay);
          most = { fresh: Math.max(most.fresh, fresh), dueReviews: Math.max(most.dueReviews, dueReviews) };
        }
      } finally {
        await app.dispose();
      }
    }),
    { numRuns: RUNS },
  );
  // The limits were met, so they were what held.
  expect(most.fresh).toBe(ALL.newPerDay);
  expect(most.dueReviews).toBeGreaterThanOrEqual(OF_TINY.reviewsPerDay);
});

it('new cards of a course that were asked for elsewhere meanwhile are not asked beyond the limit', async () => {
  const app = await startStudyApp();
  await app.call('settings.set', { newPerDay: 1 });
  const begin = async (lessonId?: string) =>
    (await app.call('study.start', { mode: 'learn', courseId: 'tiny', ...(lessonId && { lessonId }) })).sessionId;
  const [one, other, ofLesson] = [await begin(), await begin(), await begin('begin')];
  const card = (await app.call('study.next', { sessionId: one }))!;
  await app.call('study.answer', { sessionId: one, ...seen(card), grade: 4, elapsedMs: 1000 });
  expect(await app.call('study.next', { sessionId: other })).toBeNull();
  expect(await app.call('study.next', { sessionId: ofLesson })).not.toBeNull();
  await app.call('study.undo', { sessionId: one });
  expect((await app.call('study.next', { sessionId: await begin() }))!.cardId).toBe(card.cardId);
  await app.dispose();
});

const seen = ({ cardId, revision }: { cardId: string; revision: number }) => ({ cardId, revision });
