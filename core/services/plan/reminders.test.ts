import { afterEach, describe, expect, it } from 'vitest';
import { Reminders, type Due } from '../../api/reminders.ts';
import { DAY_MS, gradeAll, learn, MINUTE_MS, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());

/** Reminders of an app whose nine questions of the first lesson were read, at noon. */
async function reminding(settings: { reminderHours?: number[]; badge?: boolean }) {
  app = await startStudyApp();
  await app.call('lesson.complete', { courseId: 'tiny', lessonId: 'begin' });
  let chosen = await app.call('settings.set', settings);
  const told: Due[] = [];
  const badges: number[] = [];
  const reminders = new Reminders({
    call: app.call,
    now: () => app.clock.now(),
    offsetAt: () => 420,
    settings: () => chosen,
    notify: (due) => told.push(due),
    showBadge: (cards) => badges.push(cards),
  });
  const lookAt = async (at: number) => {
    app.clock.set(at);
    await reminders.look();
  };
  const choose = async (more: { badge: boolean }) => (chosen = await app.call('settings.set', more));
  return { told, badges, lookAt, choose };
}

describe('reminders', () => {
  it('tell once at the chosen hour what is due, and every day again', async () => {
    const { told, lookAt } = await reminding({ reminderHours: [19] });
    for (const minutes of [1, 60 * 7 - 1, 60 * 7, 60 * 7 + 1, 60 * 8]) await lookAt(NOON + minutes * MINUTE_MS);
    expect(told).toEqual([{ cards: 9, minutes: expect.any(Number) as number }]);
    expect(told[0]!.minutes).toBeGreaterThan(0);
    await lookAt(NOON + DAY_MS + 7 * 60 * MINUTE_MS);
    expect(told).toHaveLength(2);
  });

  it('are off at first, and say nothing when nothing is due', async () => {
    const off = await reminding({});
    await off.lookAt(NOON + DAY_MS);
    expect(off.told).toEqual([]);
    await app.dispose();
    const { told, lookAt } = await reminding({ reminderHours: [13] });
    await gradeAll(app, await learn(app), 4);
    await lookAt(NOON + 61 * MINUTE_MS);
    expect(told).toEqual([]);
  });

  it('come after a sleep over the hour, but not half a day later', async () => {
    const { told, lookAt } = await reminding({ reminderHours: [13] });
    await lookAt(NOON + 110 * MINUTE_MS);
    expect(told).toHaveLength(1);
    await lookAt(NOON + DAY_MS + 10 * 60 * MINUTE_MS);
    expect(told).toHaveLength(1);
  });

  it('say nothing on a vacation', async () => {
    const { told, lookAt } = await reminding({ reminderHours: [13] });
    const { today } = await app.call('stats.summary', {});
    await app.call('settings.set', { vacations: [{ from: today, to: today }] });
    await lookAt(NOON + 61 * MINUTE_MS);
    expect(told).toEqual([]);
  });

  it('keep the number on the icon, and take it away when it is not wanted any more', async () => {
    const { badges, lookAt, choose } = await reminding({ badge: true });
    await lookAt(NOON + MINUTE_MS);
    await lookAt(NOON + 2 * MINUTE_MS);
    expect(badges).toEqual([9]);
    await gradeAll(app, await learn(app), 4);
    await lookAt(NOON + 3 * MINUTE_MS);
    expect(badges).toEqual([9, 0]);
    await choose({ badge: false });
    await lookAt(NOON + DAY_MS * 40);
    expect(badges).toEqual([9, 0]);
  });
});
