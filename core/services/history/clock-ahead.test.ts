import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Grade } from '../../domain/grade.ts';
import { DAY_MS, gradeCard, learn, NOON, RESPONSES, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const HOUR_MS = 3_600_000;
/** From 2026 to 2035, and the other way. */
const NINE_YEARS = 3287 * DAY_MS;
const WEEKS = 52;

describe('a clock that ran nine years ahead', () => {
  const apps: StudyApp[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.dispose();
  });
  async function start(): Promise<StudyApp> {
    const app = await startStudyApp();
    apps.push(app);
    // What a replay computes again falls on the day FSRS wants.
    await app.call('settings.set', { fuzz: false });
    return app;
  }

  /** Grades what there is, good and bad by turns. */
  async function study(app: StudyApp, sessionId: string, turn: number): Promise<void> {
    for (let n = turn; ; n++) {
      const card = await app.call('study.next', { sessionId });
      if (card === null || n > turn + 40) return;
      await gradeCard(app, sessionId, card, ([3, 4, 3, 2, 1, 3, 3] as Grade[])[n % 7]!);
    }
  }
  const review = async (app: StudyApp, lessonId: string, turn: number) =>
    study(app, (await app.call('study.start', { mode: 'review', courseId: 'tiny', lessonId })).sessionId, turn);

  /** Answers a card whether it is due or not. */
  async function answer(app: StudyApp, cardId: string, grade: Grade): Promise<void> {
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, (await app.call('study.card', { sessionId, cardId })).card, grade);
  }

  /** The first lesson in two weeks with the right date; then a year of the second one, and of one card of the first, `ahead` of it. */
  async function aYear(app: StudyApp, ahead: number): Promise<void> {
    await study(app, await learn(app), 0);
    app.clock.set(NOON + 7 * DAY_MS);
    await review(app, 'begin', 1);
    for (let week = 2; week <= WEEKS; week++) {
      app.clock.set(NOON + week * 7 * DAY_MS + ahead);
      if (week === 2) {
        await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'later' });
        await study(app, await learn(app, 'later'), 3);
      }
      await review(app, 'later', week);
      if (week % 10 === 5) await answer(app, 'tiny/bg-name', week > 30 ? 1 : 3);
    }
    await app.call('card.update', { cardId: 'tiny/lt-one', change: { buried: true } });
    app.clock.set(NOON + WEEKS * 7 * DAY_MS + 3 * HOUR_MS);
  }
  /** What the buttons of every question say. */
  async function known(app: StudyApp) {
    const { sessionId } = await app.call('study.start', { mode: 'review' });
    const names = Object.keys(RESPONSES).flatMap((name) => [`tiny/bg-${name}`, `tiny/lt-${name}`]);
    return Promise.all(
      names.map(async (cardId) => {
        const { card, wanted } = await app.call('study.card', { sessionId, cardId });
        return { cardId, wanted, phase: card.phase, intervals: card.intervals };
      }),
    );
  }
  const figures = async (app: StudyApp) => ({
    stats: await app.call('stats.summary', {}),
    series: await app.call('stats.series', { days: 366 }),
    library: await app.call('library.list', {}),
  });
  const nextOf = async (app: StudyApp, lessonId: string) => {
    const { sessionId } = await app.call('study.start', { mode: 'review', courseId: 'tiny', lessonId });
    return (await app.call('study.summary', { sessionId })).nextDue;
  };
  const noticeOf = async (app: StudyApp) =>
    (await app.call('app.info', {})).notices.filter(({ code }) => code.startsWith('clock'));

  it('put right: everything is as if the clock had never been wrong, and one undo takes it back', async () => {
    const [wrong, right] = [await start(), await start()];
    await aYear(wrong, NINE_YEARS);
    await aYear(right, 0);
    await wrong.restart();
    const broken = await figures(wrong);
    expect(await nextOf(wrong, 'later')).toBeGreaterThan(Date.parse('2035-12-01'));
    const told = await noticeOf(wrong);
    expect(told).toMatchObject([{ code: 'clock-ahead', days: { from: 20_454 + 14 + 3287, to: 20_454 + 364 + 3287 } }]);

    const { events } = await wrong.call('data.correctClock', {});
    expect(events).toBe(told[0]?.count);
    expect(await noticeOf(wrong)).toEqual([]);
    const mended = await figures(wrong);
    expect(mended).toEqual(await figures(right));
    expect(await nextOf(wrong, 'later')).toBeLessThan(wrong.clock.now() + 300 * DAY_MS);
    expect(mended.stats).toMatchObject({ daysSinceStudy: 7, reviewsToday: 0 });
    expect(await known(wrong)).toEqual(await known(right));
    expect(await wrong.call('data.correctClock', {})).toEqual({ events: 0 });

    const [day] = (await wrong.call('history.list', { days: 1 })).days;
    const entry = day?.entries.find(({ kind }) => kind === 'clock');
    expect(entry).toMatchObject({ count: events, undoable: true, undone: false });
    await wrong.call('history.undo', { ref: entry?.ref ?? '' });
    expect((await figures(wrong)).stats).toMatchObject({
      reviewsTotal: broken.stats.reviewsTotal,
      nextDue: broken.stats.nextDue,
    });
    expect(await noticeOf(wrong)).toMatchObject([{ code: 'clock-ahead', count: events }]);
    await wrong.call('history.undo', { ref: entry?.ref ?? '' });
    expect((await figures(wrong)).stats).toEqual((await figures(right)).stats);
  });

  it('answers given since with the right date are counted from their true times too, as on a clock that never was wrong', async () => {
    const [wrong, right] = [await start(), await start()];
    for (const [app, ahead] of [
      [wrong, NINE_YEARS],
      [right, 0],
    ] as const) {
      await aYear(app, ahead);
      for (const day of [0, 3, 30]) {
        app.clock.set(NOON + (WEEKS * 7 + day) * DAY_MS + 3 * HOUR_MS);
        for (const name of ['name', 'length']) await answer(app, `tiny/lt-${name}`, 3);
      }
    }
    expect(await nextOf(wrong, 'later')).toBeGreaterThan(Date.parse('2035-12-01'));
    await wrong.call('data.correctClock', {});
    expect(await figures(wrong)).toEqual(await figures(right));
    expect(await known(wrong)).toEqual(await known(right));
  });

  it('put right holds after a restart, without the snapshot, in the check, in a backup, and is undone by a restore', async () => {
    const app = await start();
    await aYear(app, NINE_YEARS);
    const before = await app.call('data.backup', {});
    const broken = await figures(app);
    await app.call('data.correctClock', {});
    const mended = [await figures(app), await known(app)];
    const same = async () => expect([await figures(app), await known(app)]).toEqual(mended);
    await app.call('data.backup', {});
    await app.restart();
    await same();
    await app.restart(() => {
      for (const name of readdirSync(app.dataDir)) if (/^(progress|cards-)/.test(name)) rmSync(join(app.dataDir, name));
    });
    await same();
    expect((await app.call('data.check', {})).state).toBe('right');
    await same();
    expect(await noticeOf(app)).toEqual([]);
    await answer(app, 'tiny/bg-day', 3);
    expect(await noticeOf(app)).toEqual([]);
    await app.call('data.restore', { backup: before.name });
    expect((await figures(app)).stats).toEqual(broken.stats);
  });

  it('a backup behind the step is proved by what came since, as any other', async () => {
    const app = await start();
    await aYear(app, NINE_YEARS);
    await app.call('data.correctClock', {});
    const provedWhole = async () => {
      const { name } = await app.call('data.backup', {});
      const text = readFileSync(join(app.dataDir, 'backups', name), 'utf8');
      return (JSON.parse(text) as { backup: { provedWholeAt: number } }).backup.provedWholeAt;
    };
    const first = await provedWhole();
    expect(first).toBe(app.clock.now());
    app.clock.advance(HOUR_MS);
    for (const name of ['name', 'length']) await answer(app, `tiny/lt-${name}`, 3);
    expect(await provedWhole()).toBe(first);
  });

  it('said on two devices of the same events counts once, whichever way they are merged', async () => {
    const [one, other] = [await start(), await start()];
    await aYear(one, NINE_YEARS);
    other.clock.set(one.clock.now());
    await other.call('data.merge', { path: one.dataDir });
    expect(await noticeOf(other)).toMatchObject([{ code: 'clock-ahead' }]);
    await one.call('data.correctClock', {});
    const mended = (await figures(one)).stats;
    other.clock.advance(5 * DAY_MS);
    await other.call('data.correctClock', {});
    other.clock.set(one.clock.now());
    await one.call('data.merge', { path: other.dataDir });
    await other.call('data.merge', { path: one.dataDir });
    expect((await figures(one)).stats).toEqual(mended);
    expect((await figures(other)).stats).toEqual(mended);
    expect(await known(other)).toEqual(await known(one));
  });

  it('a year that does not fit before today counts as near as it can: due near today, no day ahead, in its order', async () => {
    const app = await start();
    await aYear(app, NINE_YEARS);
    const now = NOON + 10 * DAY_MS;
    app.clock.set(now);
    await app.call('data.correctClock', {});
    expect(await nextOf(app, 'later')).toBeLessThan(now + 300 * DAY_MS);
    const { stats, series } = await figures(app);
    expect(stats.reviewsTotal).toBe(series.days.reduce((sum, { reviews }) => sum + reviews, 0));
    expect(stats.daysSinceStudy).toBe(3);
    const { reviews } = await app.call('card.history', { cardId: 'tiny/lt-name' });
    expect(reviews.every(({ at }, i) => at <= now && at <= (reviews[i - 1]?.at ?? Infinity))).toBe(true);
  });

  it('says nothing of a clock that is right, a few hours ahead, or back by less than a day', async () => {
    const app = await start();
    await study(app, await learn(app), 0);
    for (const at of [NOON, NOON - 23 * HOUR_MS, NOON + DAY_MS]) {
      app.clock.set(at);
      expect((await app.call('app.info', {})).notices.filter(({ code }) => code === 'clock-ahead')).toEqual([]);
    }
    app.clock.set(NOON - 25 * HOUR_MS);
    expect(await noticeOf(app)).toMatchObject([{ code: 'clock-ahead' }]);
  });
});
