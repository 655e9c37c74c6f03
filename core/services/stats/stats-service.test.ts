import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { DAY_MS, NOON, gradeCard, learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

/** 2026-01-01 as days since 1970-01-01. */
const TODAY = Date.UTC(2026, 0, 1) / DAY_MS;

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const summary = () => app.call('stats.summary', {});
const fresh = (question: string) => ({ cardId: `tiny/bg-${question}`, revision: 0 });

describe('stats.summary', () => {
  it('is all noughts on the first day', async () => {
    expect(await summary()).toEqual({
      reviewsTotal: 0,
      reviewsToday: 0,
      passedToday: 0,
      elapsedTodayMs: 0,
      due: 0,
      learning: 0,
      review: 0,
      new: 0,
      streakDays: 0,
      dueTotal: 0,
      daysStudied: 0,
      daysSinceStudy: null,
      minutesDue: 0,
      nextDue: null,
      today: TODAY,
    });
  });

  it('welcomes back after an absence: all that is due, the share of today, the days that were studied', async () => {
    const sessionId = await learn(app);
    for (const name of ['one', 'many', 'card', 'day']) await gradeCard(app, sessionId, fresh(name), 4);
    await app.call('settings.set', { reviewsPerDay: 3 });
    app.clock.advance(60 * DAY_MS);
    const away = { due: 3, dueTotal: 4, review: 3, daysStudied: 1, daysSinceStudy: 60, streakDays: 0 };
    expect(await summary()).toMatchObject(away);
    await gradeCard(app, await learn(app), { cardId: parseCardId('tiny/bg-one'), revision: 1 }, 3);
    expect(await summary()).toMatchObject({ due: 2, dueTotal: 3, daysStudied: 2, daysSinceStudy: 0, streakDays: 1 });
  });

  it('counts answers, what passed and the time they took', async () => {
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, fresh('one'), 3);
    await gradeCard(app, sessionId, fresh('many'), 1);
    expect(await summary()).toMatchObject({
      reviewsTotal: 2,
      reviewsToday: 2,
      passedToday: 1,
      elapsedTodayMs: 10_000,
      due: 2,
      learning: 2,
      review: 0,
      streakDays: 1,
      nextDue: NOON + 60_000,
    });
  });

  it('estimates the time of what is due by the pace of the learner, 15 s an answer before there is one', async () => {
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
    expect((await summary()).minutesDue).toBe(Math.ceil((9 * 15) / 60));
    await app.call('study.answer', {
      sessionId: await learn(app),
      cardId: 'tiny/bg-one',
      revision: 1,
      grade: 4,
      elapsedMs: 30_000,
    });
    expect((await summary()).minutesDue).toBe(8 / 2);
  });

  it('counts days in a row; today breaks the row only when it is over', async () => {
    const streak = async () => (await summary()).streakDays;
    for (const question of ['one', 'many', 'name']) {
      await gradeCard(app, await learn(app), fresh(question), 4);
      app.clock.advance(DAY_MS);
    }
    expect(await streak()).toBe(3);
    app.clock.advance(DAY_MS);
    expect(await streak()).toBe(0);
  });

  it('counts an answer at three in the morning to the day before', async () => {
    app.clock.set(Date.parse('2026-01-02T03:00+07:00'));
    await gradeCard(app, await learn(app), fresh('one'), 3);
    expect(await summary()).toMatchObject({ today: TODAY, reviewsToday: 1 });
    app.clock.set(Date.parse('2026-01-02T04:00+07:00'));
    expect(await summary()).toMatchObject({ today: TODAY + 1, reviewsToday: 0, reviewsTotal: 1, streakDays: 1 });
  });
});

describe('stats.series', () => {
  it('has every day up to today, those without study too, over a restart', async () => {
    await gradeCard(app, await learn(app), fresh('one'), 3);
    await gradeCard(app, await learn(app), fresh('many'), 1);
    app.clock.advance(2 * DAY_MS);
    await gradeCard(app, await learn(app), fresh('name'), 3);
    await app.restart();
    expect((await app.call('stats.series', { days: 4 })).days).toEqual([
      { day: TODAY - 1, reviews: 0, passed: 0, elapsedMs: 0 },
      { day: TODAY, reviews: 2, passed: 1, elapsedMs: 10_000 },
      { day: TODAY + 1, reviews: 0, passed: 0, elapsedMs: 0 },
      { day: TODAY + 2, reviews: 1, passed: 1, elapsedMs: 5000 },
    ]);
  });

  it('adds up to the total, also after an undo and a correction', async () => {
    const sessionId = await learn(app);
    const wrong = await gradeCard(app, sessionId, fresh('one'), 1);
    await app.call('study.correct', { sessionId, cardId: 'tiny/bg-one', revision: wrong.revision });
    await gradeCard(app, sessionId, fresh('many'), 3);
    await app.call('study.undo', {});
    const { days } = await app.call('stats.series', { days: 1 });
    expect(days).toEqual([{ day: TODAY, reviews: 1, passed: 1, elapsedMs: 5000 }]);
    expect((await summary()).reviewsTotal).toBe(1);
  });
});

describe('the app', () => {
  it('says what it is and opens its folder only where the shell can', async () => {
    expect(await app.call('app.info', {})).toMatchObject({
      version: '0.0.0',
      shell: 'cli',
      canOpenFolder: false,
      now: NOON,
      notices: [],
    });
    await expect(app.call('data.openFolder', {})).rejects.toMatchObject({ code: 'not-reachable' });
    await app.dispose();
    const opened: string[] = [];
    app = await startStudyApp({ openFolder: async (folder) => void opened.push(folder) });
    expect((await app.call('app.info', {})).canOpenFolder).toBe(true);
    await app.call('data.openFolder', {});
    expect(opened).toEqual([app.dataDir]);
  });
});
