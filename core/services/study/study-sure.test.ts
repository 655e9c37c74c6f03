import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { gradeCard, learn, MINUTE_MS, nextCard, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => (app = await startStudyApp()));
afterEach(() => app.dispose());

const ONE = parseCardId('tiny/bg-one');
const answer = (sessionId: string, revision: number, response: string, sure?: boolean) =>
  app.call('study.answer', {
    sessionId,
    cardId: ONE,
    revision,
    response,
    elapsedMs: 1000,
    ...(sure !== undefined && { sure }),
  });
const practice = async () =>
  (await app.call('study.start', { mode: 'practice', filter: { cardIds: [ONE, parseCardId('tiny/bg-name')] } }))
    .sessionId;
const lastReview = async () => (await app.call('card.history', { cardId: ONE })).reviews[0];

describe('a wrong answer that the learner was sure of', () => {
  it('comes back after others, marked, in a session that does not move the schedule', async () => {
    const sessionId = await practice();
    const wrong = await answer(sessionId, (await nextCard(app, sessionId)).revision, 'b', true);
    expect(wrong.sureWrong).toBe(true);
    expect(wrong.progress).toMatchObject({ done: 1, left: 1, repeats: 1 });
    const other = await nextCard(app, sessionId);
    expect([other.cardId, other.sureWrong]).toEqual(['tiny/bg-name', undefined]);
    await respond(app, sessionId, other, 'great ocean');
    const back = await nextCard(app, sessionId);
    expect([back.cardId, back.sureWrong]).toEqual([ONE, true]);
    const right = await answer(sessionId, back.revision, 'a', true);
    expect(right.sureWrong).toBeUndefined();
    expect(await app.call('study.next', { sessionId })).toBeNull();
  });

  it('comes back where there are no steps, and then moves no schedule', async () => {
    await app.call('settings.set', { learningStepsMin: [], relearningStepsMin: [] });
    const sessionId = await learn(app);
    const wrong = await answer(sessionId, 0, 'b', true);
    const due = (await app.call('study.card', { sessionId, cardId: ONE })).card;
    expect([due.phase, due.sureWrong]).toEqual(['review', true]);
    expect(await app.call('study.card', { sessionId, cardId: ONE })).toMatchObject({ wanted: true });
    app.clock.set(app.clock.now() + MINUTE_MS);
    const right = await answer(sessionId, wrong.revision, 'a', true);
    expect(right.due).toBe(wrong.due);
    expect(await app.call('study.card', { sessionId, cardId: ONE })).toMatchObject({ wanted: false });
    expect((await app.call('stats.summary', {})).reviewsToday).toBe(1);
  });

  it('does not come back where the learner was not sure, said nothing, or did not know', async () => {
    for (const sure of [false, undefined]) {
      const sessionId = await practice();
      const { revision } = await nextCard(app, sessionId);
      expect((await answer(sessionId, revision, 'b', sure)).sureWrong).toBeUndefined();
      expect((await nextCard(app, sessionId)).cardId).toBe('tiny/bg-name');
    }
    const sessionId = await practice();
    const { revision } = await nextCard(app, sessionId);
    const seen = { sessionId, cardId: ONE, revision, elapsedMs: 1000 };
    expect((await app.call('study.answer', { ...seen, unknown: true, sure: true })).sureWrong).toBeUndefined();
  });

  it('stays away when it is corrected or taken back', async () => {
    const sessionId = await practice();
    const wrong = await answer(sessionId, (await nextCard(app, sessionId)).revision, 'b', true);
    await app.call('study.correct', { sessionId, cardId: ONE, revision: wrong.revision });
    expect((await app.call('study.progress', { sessionId })).repeats).toBe(0);
    await app.call('study.undo', { sessionId });
    expect((await app.call('study.card', { sessionId, cardId: ONE })).card.sureWrong).toBe(true);
    expect((await app.call('study.progress', { sessionId })).repeats).toBe(1);
    await app.call('study.undo', { sessionId });
    expect(await nextCard(app, sessionId)).toMatchObject({ cardId: ONE });
    expect((await nextCard(app, sessionId)).sureWrong).toBeUndefined();
  });

  it('keeps its steps in a session that moves the schedule', async () => {
    const sessionId = await learn(app);
    const wrong = await answer(sessionId, 0, 'b', true);
    expect(wrong.due).toBe(app.clock.now() + MINUTE_MS);
    app.clock.set(app.clock.now() + MINUTE_MS);
    expect((await app.call('study.card', { sessionId, cardId: ONE })).card.sureWrong).toBe(true);
    const again = await gradeCard(app, sessionId, { cardId: ONE, revision: wrong.revision }, 3);
    expect(again.due).toBe(app.clock.now() + 10 * MINUTE_MS);
    expect(await lastReview()).toBeDefined();
  });
});
