import { afterEach, beforeEach, expect, it } from 'vitest';
import { learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const NIGHT_MS = 10 * 3_600_000;
const answer = async (sessionId: string, name: string, elapsedMs: number) =>
  void (await app.call('study.answer', { sessionId, cardId: `tiny/bg-${name}`, revision: 0, grade: 3, elapsedMs }));
const times = async (sessionId: string, name: string) => ({
  today: (await app.call('stats.summary', {})).elapsedTodayMs,
  series: (await app.call('stats.series', { days: 1 })).days[0]?.elapsedMs,
  session: (await app.call('study.summary', { sessionId })).elapsedMs,
  history: (await app.call('card.history', { cardId: `tiny/bg-${name}` })).reviews[0]?.elapsedMs,
});

it('one answer after a night away adds a minute, in every total, also after a restart', async () => {
  const sessionId = await learn(app);
  await answer(sessionId, 'one', NIGHT_MS);
  const minute = { today: 60_000, series: 60_000, session: 60_000, history: 60_000 };
  expect(await times(sessionId, 'one')).toEqual(minute);
  await app.restart();
  expect(await times(sessionId, 'one')).toEqual({ ...minute, session: 0 });
});

it('the learner sets how long an answer may count; what was answered before stays as it was', async () => {
  const sessionId = await learn(app);
  await answer(sessionId, 'one', NIGHT_MS);
  await app.call('settings.set', { answerTimeCapS: 300 });
  await answer(sessionId, 'many', NIGHT_MS);
  await app.call('settings.set', { answerTimeCapS: 10 });
  await answer(sessionId, 'name', NIGHT_MS);
  expect(await times(sessionId, 'many')).toMatchObject({ today: 370_000, session: 370_000, history: 300_000 });
  await app.restart();
  expect((await times(sessionId, 'many')).today).toBe(370_000);
});

it.each([9, 601, 60.5])('no time of %i seconds is taken', async (answerTimeCapS) => {
  await expect(app.call('settings.set', { answerTimeCapS })).rejects.toMatchObject({ code: 'bad-input' });
});
