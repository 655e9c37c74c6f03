import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DAY_MS,
  MINUTE_MS,
  gradeCard,
  learn,
  nextCard,
  respond,
  startStudyApp,
  type StudyApp,
} from '../study-app.fixture.ts';

const BEGIN = { courseId: 'tiny', lessonId: 'begin' };
let app: StudyApp;
let sessionId: string;
beforeEach(async () => {
  app = await startStudyApp();
  sessionId = await learn(app);
});
afterEach(() => app.dispose());
const undo = (more: { sessionId?: string; older?: true } = { sessionId }) => app.call('study.undo', more);
const summary = () => app.call('study.summary', { sessionId });
const counts = () => app.call('study.progress', { sessionId });
const card = (name: string, revision = 0) => ({ cardId: `tiny/bg-${name}`, revision });
const refOfLast = async (cardId: string) => (await app.call('card.history', { cardId })).reviews[0]!.ref;

describe('undo in a session takes back what was done in it', () => {
  it("at 0 answered it does not revert yesterday's answer: it tells it, and does it when asked", async () => {
    await gradeCard(app, sessionId, card('card'), 4);
    app.clock.advance(DAY_MS);
    const today = await learn(app);
    const { what, older } = await undo({ sessionId: today });
    expect(what).toBeNull();
    expect(older).toMatchObject({ type: 'review', cardId: 'tiny/bg-card', prompt: { en: expect.any(String) } });
    expect((await app.call('stats.summary', {})).reviewsTotal).toBe(1);
    expect((await undo({ sessionId: today, older: true })).what).toEqual(older);
    expect((await app.call('stats.summary', {})).reviewsTotal).toBe(0);
  });

  it('nor the theme that was changed meanwhile, which it names', async () => {
    await gradeCard(app, sessionId, card('card'), 4);
    await app.call('settings.set', { theme: 'dark', newPerDay: 7 });
    expect((await undo()).what).toMatchObject({ type: 'review', cardId: 'tiny/bg-card' });
    expect((await app.call('settings.get', {})).theme).toBe('dark');
    expect((await undo()).older).toMatchObject({ type: 'setting', settings: ['theme', 'newPerDay'], cardId: null });
    await undo({ sessionId, older: true });
    expect((await app.call('settings.get', {})).theme).toBe('system');
  });

  it('names a lesson that was read', async () => {
    await app.call('lesson.complete', BEGIN);
    const read = { type: 'section-read', cards: 9, cardId: null, sections: 1, lesson: { en: 'Lesson begin' } };
    expect((await undo()).older).toMatchObject(read);
    expect((await app.call('lesson.list', { courseId: 'tiny' })).lessons[0]?.sectionsRead).toBe(1);
    await app.call('study.undo', {});
    expect((await app.call('lesson.list', { courseId: 'tiny' })).lessons[0]?.sectionsRead).toBe(0);
  });

  it('newest first: answers, changes to a card and sections read in it, and then nothing more', async () => {
    await gradeCard(app, sessionId, card('card'), 4);
    await app.call('card.update', { sessionId, cardId: 'tiny/bg-one', change: { suspended: true } });
    await app.call('lesson.complete', { ...BEGIN, sessionId });
    expect((await undo()).what?.type).toBe('section-read');
    expect((await undo()).what).toMatchObject({ type: 'card', cardId: 'tiny/bg-one', change: { suspended: true } });
    expect((await undo()).what).toMatchObject({ type: 'review', cardId: 'tiny/bg-card' });
    await expect(undo()).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });

  it('leaves what was done in another session, after asking too', async () => {
    const other = await learn(app);
    await gradeCard(app, sessionId, card('card'), 4);
    await gradeCard(app, other, card('one'), 4);
    expect((await undo()).what?.cardId).toBe('tiny/bg-card');
    expect((await undo()).older?.cardId).toBe('tiny/bg-one');
    expect((await app.call('study.summary', { sessionId: other })).answered).toBe(1);
  });

  it('does not give the first try back after a near miss', async () => {
    const close = await respond(app, sessionId, card('name'), 'great ocaen');
    await expect(undo()).rejects.toMatchObject({ code: 'nothing-to-undo' });
    const second = await respond(app, sessionId, close, 'great ocean');
    expect(second.grade).toBe(2);
    await undo();
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: 'tiny/bg-name', attempt: 'close' });
  });
});

describe('after an undo the counts, the summary and the card are right', () => {
  it('wrong, "I was right", undo: 3 answered and 1 missed', async () => {
    for (const name of ['one', 'many']) await gradeCard(app, sessionId, card(name), 3);
    const wrong = await respond(app, sessionId, card('name'), 'hill');
    await app.call('study.correct', { sessionId, cardId: wrong.cardId, revision: wrong.revision });
    expect(await summary()).toMatchObject({ answered: 3, passed: 3, missed: [] });
    expect((await undo()).what).toMatchObject({ type: 'review', cardId: wrong.cardId });
    expect(await summary()).toMatchObject({ answered: 3, passed: 2, missed: [{ cardId: wrong.cardId }] });
    expect(await counts()).toMatchObject({ done: 3, left: 6, repeats: 3 });
    app.clock.advance(MINUTE_MS);
    const between = await nextCard(app, sessionId);
    await gradeCard(app, sessionId, between, 4);
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: wrong.cardId, phase: 'learning' });
    expect((await undo()).what).toMatchObject({ type: 'review', cardId: between.cardId });
    // And then the wrong answer itself.
    expect((await undo()).what).toMatchObject({ type: 'review', cardId: wrong.cardId });
    expect(await summary()).toMatchObject({ answered: 2, passed: 2, missed: [] });
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: wrong.cardId, phase: 'new' });
  });

  it('from the history: the session counts the answer no more and asks again', async () => {
    const first = await nextCard(app, sessionId);
    await gradeCard(app, sessionId, first, 4);
    await nextCard(app, sessionId);
    const ref = await refOfLast(first.cardId);
    await app.call('history.undo', { ref });
    expect(await summary()).toMatchObject({ answered: 0 });
    expect(await counts()).toMatchObject({ done: 0, left: 9, repeats: 0 });
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: first.cardId, phase: 'new' });
    // Brought back, it counts again and is not asked.
    await app.call('history.undo', { ref });
    expect(await summary()).toMatchObject({ answered: 1, passed: 1 });
    expect(await counts()).toMatchObject({ done: 1, left: 8 });
    expect((await nextCard(app, sessionId)).cardId).not.toBe(first.cardId);
    expect((await undo()).what?.cardId).toBe(first.cardId);
  });

  it('of the second answer to a card, the first one stands', async () => {
    const again = await gradeCard(app, sessionId, card('one'), 1);
    app.clock.advance(MINUTE_MS);
    await gradeCard(app, sessionId, again, 3);
    await undo();
    expect(await summary()).toMatchObject({ answered: 1, grades: { 1: 1, 3: 0 } });
    expect(await counts()).toMatchObject({ done: 1, left: 8, repeats: 1 });
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: 'tiny/bg-one', phase: 'learning' });
  });

  it('a suspended card is asked again', async () => {
    const first = await nextCard(app, sessionId);
    await app.call('card.update', { sessionId, cardId: first.cardId, change: { suspended: true } });
    expect((await nextCard(app, sessionId)).cardId).not.toBe(first.cardId);
    await undo();
    expect((await nextCard(app, sessionId)).cardId).toBe(first.cardId);
    expect(await counts()).toMatchObject({ done: 0, left: 9 });
  });
});

it('counts distinct cards: repeats do not make a session grow', async () => {
  const { left } = await counts();
  expect(left).toBe(9);
  for (let round = 0; round < 20; round += 1) {
    await gradeCard(app, sessionId, await nextCard(app, sessionId), round % 3 === 0 ? 1 : 3);
    app.clock.advance(20_000);
    const now = await counts();
    expect(now.done + now.left).toBe(9);
  }
  expect((await counts()).repeats).toBeGreaterThan(0);
});
