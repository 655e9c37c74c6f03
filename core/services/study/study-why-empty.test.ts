import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '../../api/contract.ts';
import {
  DAY_MS,
  MINUTE_MS,
  gradeAll,
  gradeCard,
  nextCard,
  startStudyApp,
  type StudyApp,
} from '../study-app.fixture.ts';

const BEGIN = { courseId: 'tiny', lessonId: 'begin' };
const LATER = { courseId: 'tiny', lessonId: 'later' };
const CARDS = ['card', 'gaps', 'one', 'many', 'name', 'length', 'day', 'steps', 'pairs'].map((id) => `tiny/bg-${id}`);
let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const start = (scope: Partial<Input<'study.start'>> = {}) => app.call('study.start', { mode: 'review', ...scope });
const why = async (scope: Partial<Input<'study.start'>> = {}) => {
  const { sessionId, why: reason } = await start(scope);
  expect((await app.call('study.next', { sessionId })) === null).toBe(reason !== null);
  return reason;
};
const readAndKnow = async () => {
  await app.call('lesson.complete', BEGIN);
  await gradeAll(app, (await start()).sessionId, 4);
};
const change = async (cards: string[], what: Input<'card.update'>['change']) => {
  for (const cardId of cards) await app.call('card.update', { cardId, change: what });
};

it('a session with something to ask gives no reason', async () => {
  expect(await why({ mode: 'learn', ...BEGIN })).toBeNull();
});

it('nothing was read yet', async () => {
  expect(await why()).toBe('not-introduced');
});

it('the questions of a finished lesson are not out because of a limit', async () => {
  await readAndKnow();
  expect(await why({ mode: 'learn', ...BEGIN })).toBe('nothing-new');
  expect(await why({ mode: 'review', ...BEGIN })).toBe('nothing-due');
});

it('a limit is the reason only where it is', async () => {
  await app.call('settings.set', { newPerDay: 0 });
  await app.call('lesson.complete', BEGIN);
  expect(await why()).toBe('limit-reached');
  expect(await why({ mode: 'learn', courseId: 'tiny' })).toBe('limit-reached');
  expect(await why({ mode: 'learn', ...BEGIN })).toBeNull();
  await app.call('settings.set', { newPerDay: 20, reviewsPerDay: 0 });
  await gradeAll(app, (await start()).sessionId, 4);
  expect(await why()).toBe('nothing-due');
  app.clock.advance(90 * DAY_MS);
  expect(await why()).toBe('limit-reached');
});

it('all of it is put off or suspended', async () => {
  await app.call('lesson.complete', BEGIN);
  await change(CARDS, { buried: true });
  expect(await why()).toBe('all-hidden');
  expect(await why({ mode: 'learn', ...BEGIN })).toBe('all-hidden');
  await change(CARDS, { buried: false, suspended: true });
  expect(await why()).toBe('all-hidden');
  expect(await why({ mode: 'practice', ...BEGIN })).toBe('all-hidden');
});

it('one suspended card is not why nothing is due', async () => {
  await readAndKnow();
  await change(CARDS.slice(0, 1), { suspended: true });
  expect(await why()).toBe('nothing-due');
});

it('the next step ends later today', async () => {
  await app.call('settings.set', { newPerDay: 1 });
  await app.call('lesson.complete', BEGIN);
  const { sessionId } = await start();
  await gradeCard(app, sessionId, await nextCard(app, sessionId), 3);
  // The clock of the machine was put back an hour: the step ends seventy minutes from now.
  app.clock.advance(-60 * MINUTE_MS);
  expect(await why()).toBe('later-today');
});

it('new cards wait for another lesson', async () => {
  await app.call('lesson.complete', LATER);
  expect(await why()).toBe('waits');
});

it('practice asks a lesson and a whole course, whatever is due', async () => {
  await readAndKnow();
  expect(await start({ mode: 'practice', ...BEGIN })).toMatchObject({ counts: { left: 9 }, why: null });
  expect(await start({ mode: 'practice', courseId: 'tiny' })).toMatchObject({ counts: { left: 18 }, why: null });
});

it('put off until tomorrow, all come back tomorrow', async () => {
  await app.call('lesson.complete', BEGIN);
  await change(CARDS, { buried: true });
  const { sessionId } = await start();
  const nextDue = Date.parse('2026-01-02T04:00+07:00');
  expect(await app.call('study.summary', { sessionId })).toMatchObject({ nextDue, dueTomorrow: 9 });
  expect((await app.call('stats.summary', {})).nextDue).toBe(nextDue);
});
