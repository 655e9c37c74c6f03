import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { DAY_MS, gradeAll, gradeCard, learn, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

/** 2026-01-01 as days since 1970-01-01. */
const TODAY = Date.UTC(2026, 0, 1) / DAY_MS;

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const list = (days = 90, before?: number) =>
  app.call('history.list', { days, ...(before !== undefined && { before }) });
const total = async () => (await app.call('stats.summary', {})).reviewsTotal;
const fresh = (question: string) => ({ cardId: `tiny/bg-${question}`, revision: 0 });

describe('history.list', () => {
  it('is empty before anything was done', async () => {
    expect(await list()).toEqual({ days: [], more: false });
  });

  it('tells what was done on which study day, newest first', async () => {
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, { ...fresh('one'), revision: 1 }, 3);
    await gradeCard(app, sessionId, { ...fresh('many'), revision: 1 }, 1);
    app.clock.set(NOON + DAY_MS);
    await app.call('card.update', { cardId: 'tiny/bg-one', change: { suspended: true } });
    await app.call('settings.set', { newPerDay: 7 });
    const { days, more } = await list();
    expect(more).toBe(false);
    expect(days.map(({ day }) => day)).toEqual([TODAY + 1, TODAY]);
    expect(days[0]!.entries).toEqual([
      expect.objectContaining({
        kind: 'setting',
        count: 1,
        settings: ['newPerDay'],
        undone: false,
        undoable: true,
        device: null,
      }),
      expect.objectContaining({
        kind: 'card-change',
        count: 1,
        change: { suspended: true },
        about: expect.objectContaining({ en: expect.any(String) as string }) as object,
      }),
    ]);
    expect(days[1]!.entries).toEqual([
      expect.objectContaining({ kind: 'reviews', count: 2, ref: null, undoable: false }),
      expect.objectContaining({
        kind: 'section-read',
        about: expect.objectContaining({ en: expect.any(String) as string }) as object,
      }),
    ]);
  });

  it('says what settings were and became, across restarts, taken-back changes aside', async () => {
    await app.call('settings.set', { fontScale: 1.1 });
    await app.call('settings.set', { fontScale: 1.2, theme: 'dark' });
    const { entries } = (await list()).days[0]!;
    await app.call('history.undo', { ref: entries[0]!.ref! });
    await app.call('settings.set', { fontScale: 1.5 });
    await app.restart();
    const changes = (await list()).days.flatMap((day) => day.entries.map((entry) => entry.changes));
    expect(changes).toEqual([
      [{ key: 'fontScale', from: 1.1, to: 1.5 }],
      [
        { key: 'theme', from: 'system', to: 'dark' },
        { key: 'fontScale', from: 1.1, to: 1.2 },
      ],
      [{ key: 'fontScale', from: 1, to: 1.1 }],
    ]);
  });

  it('names the sections that were read', async () => {
    await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
    const { entries } = (await list()).days[0]!;
    expect(entries[0]!.sections).toEqual([{ th: 'แม่น้ำ', en: 'The river' }]);
  });

  it('counts a night before four in the morning to the day before', async () => {
    app.clock.set(NOON + 15 * 3_600_000);
    await gradeCard(app, await learn(app), fresh('one'), 3);
    expect((await list()).days.map(({ day }) => day)).toEqual([TODAY]);
  });

  it('goes on before a day, and ends 90 days back', async () => {
    for (const back of [0, 1, 2, 50, 89, 90, 200]) {
      app.clock.set(NOON + (200 - back) * DAY_MS);
      await app.call('settings.set', { newPerDay: back });
    }
    // The clock went back with every step; today is the newest of them.
    app.clock.set(NOON + 200 * DAY_MS);
    const first = await list(2);
    expect(first.days.map(({ day }) => TODAY + 200 - day)).toEqual([0, 1]);
    expect(first.more).toBe(true);
    const rest = await list(90, first.days.at(-1)!.day);
    expect(rest.days.map(({ day }) => TODAY + 200 - day)).toEqual([2, 50, 89]);
    expect(rest.more).toBe(false);
  });
});

describe('history.undo', () => {
  it('takes an old answer back after a restart, and brings it back', async () => {
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, fresh('one'), 3);
    await gradeCard(app, sessionId, fresh('many'), 3);
    app.clock.advance(40 * DAY_MS);
    await app.call('settings.set', { newPerDay: 9 });
    await app.restart();
    const { reviews } = await app.call('history.reviews', { day: TODAY });
    expect(reviews.map(({ cardId }) => cardId)).toEqual(['tiny/bg-many', 'tiny/bg-one']);
    expect(reviews[0]).toMatchObject({
      grade: 3,
      mode: 'learn',
      undone: false,
      prompt: expect.objectContaining({ en: expect.any(String) as string }) as object,
    });

    expect(await app.call('history.undo', { ref: reviews[1]!.ref })).toEqual({ undone: true, cards: 1 });
    expect(await total()).toBe(1);
    await app.restart();
    const after = (await app.call('history.reviews', { day: TODAY })).reviews;
    expect(after.map(({ undone }) => undone)).toEqual([false, true]);
    expect((await list()).days.at(-1)!.entries[0]).toMatchObject({ kind: 'reviews', count: 1 });

    expect(await app.call('history.undo', { ref: reviews[1]!.ref })).toEqual({ undone: false, cards: 1 });
    expect(await total()).toBe(2);
  });

  it('refuses what is longer ago than 90 days, and what is not there', async () => {
    await gradeCard(app, await learn(app), fresh('one'), 3);
    const [review] = (await app.call('history.reviews', { day: TODAY })).reviews;
    app.clock.advance(91 * DAY_MS);
    await expect(app.call('history.undo', { ref: review!.ref })).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await expect(app.call('history.undo', { ref: 'nobody:1' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.call('history.undo', { ref: 'no ref' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes a restore back as a whole, as the list names it', async () => {
    await gradeCard(app, await learn(app), fresh('one'), 3);
    const { name } = await app.call('data.backup', {});
    await gradeAll(app, await learn(app), 4);
    const before = await total();
    const told = await app.call('data.restore', { backup: name });
    expect(told).toMatchObject({ reviewsBefore: before, reviewsAfter: 1 });
    expect(await total()).toBe(1);
    const [entry] = (await list()).days[0]!.entries.filter(({ kind }) => kind === 'restore');
    expect(entry).toMatchObject({ count: told.takenBack, undone: false, undoable: true });
    await app.call('history.undo', { ref: entry!.ref! });
    expect(await total()).toBe(before);
    expect((await app.call('data.backups', {})).backups.map(({ reason }) => reason)).toEqual([
      'before-restore',
      'asked',
    ]);
  });
});

describe('card.history', () => {
  it('is every answer to the card, newest first', async () => {
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, fresh('one'), 1);
    app.clock.advance(DAY_MS);
    await gradeCard(app, sessionId, { cardId: parseCardId('tiny/bg-one'), revision: 1 }, 3);
    await gradeCard(app, sessionId, fresh('many'), 3);
    const { reviews } = await app.call('card.history', { cardId: 'tiny/bg-one' });
    expect(reviews.map(({ grade, at }) => [grade, at])).toEqual([
      [3, NOON + DAY_MS],
      [1, NOON],
    ]);
    expect((await app.call('card.history', { cardId: 'tiny/none' })).reviews).toEqual([]);
  });
});

describe('data.merge, data.export and the work that takes long', () => {
  it('shows a merge in the history, and the device on what came with it', async () => {
    const other = await startStudyApp();
    try {
      await gradeCard(other, await learn(other), fresh('name'), 3);
      await other.call('card.update', { cardId: 'tiny/bg-name', change: { flag: 2 } });
      await gradeCard(app, await learn(app), fresh('one'), 3);
      expect(await app.call('data.merge', { path: other.dataDir, dryRun: true })).toMatchObject({
        added: 2,
        reviews: 1,
        safety: null,
      });
      expect(await total()).toBe(1);
      expect(await app.call('data.merge', { path: other.dataDir })).toMatchObject({
        added: 2,
        reviews: 1,
        safety: expect.stringContaining('before-merge') as string,
      });
      expect(await total()).toBe(2);
      const entries = (await list()).days[0]!.entries;
      expect(entries.find(({ kind }) => kind === 'merge')).toMatchObject({ count: 2, undoable: false });
      expect(entries.find(({ kind }) => kind === 'card-change')).toMatchObject({
        device: expect.any(String) as string,
        undoable: true,
      });
    } finally {
      await other.dispose();
    }
  });

  it('exports what another device takes in, and writes over nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jamdai-export-'));
    try {
      await gradeCard(app, await learn(app), fresh('one'), 3);
      const told = await app.call('data.export', { path: join(folder, 'mine') });
      expect(told).toMatchObject({ path: join(folder, 'mine.jamdai.zip'), events: 1, reviews: 1 });
      await expect(app.call('data.export', { path: join(folder, 'mine') })).rejects.toMatchObject({
        code: 'path-taken',
      });
      const other = await startStudyApp();
      expect(await other.call('data.merge', { path: told.path })).toMatchObject({ added: 1 });
      await other.dispose();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('does one thing at a time, and ends what is cancelled', async () => {
    await gradeCard(app, await learn(app), fresh('one'), 3);
    const making = app.call('data.backup', {});
    await expect(app.call('data.check', {})).rejects.toMatchObject({ code: 'busy' });
    await app.call('data.cancel', {});
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect((await app.call('data.status', {})).work).toBeNull();
    expect((await app.call('data.backups', {})).backups).toEqual([]);
    expect(await app.call('data.backup', {})).toMatchObject({ reviews: 1 });
  });

  it('makes a backup by itself after half an hour of use', async () => {
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, fresh('one'), 3);
    app.clock.advance(29 * 60_000);
    await gradeCard(app, sessionId, fresh('many'), 3);
    app.clock.advance(2 * 60_000);
    await gradeCard(app, sessionId, fresh('name'), 3);
    await expect
      .poll(async () => (await app.call('data.backups', {})).backups.map(({ reason }) => reason))
      .toEqual(['automatic']);
    app.clock.advance(5 * 60_000);
    await gradeCard(app, sessionId, fresh('day'), 3);
    expect((await app.call('data.status', {})).backupFailure).toBeNull();
    expect((await app.call('data.backups', {})).backups).toHaveLength(1);
  });
});
