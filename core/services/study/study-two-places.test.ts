import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gradeCard, learn, nextCard, respond, startStudyApp, MINUTE_MS, type StudyApp } from '../study-app.fixture.ts';

const BEGIN = { courseId: 'tiny', lessonId: 'begin' };
let app: StudyApp;
let review: string;
let lesson: string;
beforeEach(async () => {
  app = await startStudyApp();
  await app.call('lesson.complete', BEGIN);
  review = (await app.call('study.start', { mode: 'review' })).sessionId;
  lesson = await learn(app);
});
afterEach(() => app.dispose());
const inReview = (cardId: string) => app.call('study.card', { sessionId: review, cardId });

describe('two places answer the same card', () => {
  it('the other one does not show it before its learning step is over', async () => {
    const first = await nextCard(app, review);
    await gradeCard(app, lesson, first, 3);
    expect((await nextCard(app, review)).cardId).not.toBe(first.cardId);
    expect((await app.call('study.progress', { sessionId: review })).left).toBe(9);
    app.clock.advance(10 * MINUTE_MS);
    await gradeCard(app, review, await nextCard(app, review), 4);
    expect(await nextCard(app, review)).toMatchObject({ cardId: first.cardId, phase: 'learning', revision: 2 });
  });

  it('the other one drops it when it is not due any more today', async () => {
    const first = await nextCard(app, review);
    await gradeCard(app, lesson, first, 4);
    expect((await nextCard(app, review)).cardId).not.toBe(first.cardId);
    expect((await app.call('study.progress', { sessionId: review })).left).toBe(8);
  });

  it('a view with a stale question gets it as it is now, and is told whether it can still be answered', async () => {
    const first = await nextCard(app, review);
    expect(await inReview(first.cardId)).toEqual({ card: first, wanted: true });
    await gradeCard(app, lesson, first, 3);
    await expect(respond(app, review, first, 'x')).rejects.toMatchObject({ code: 'stale-card' });
    const now = await inReview(first.cardId);
    expect(now).toMatchObject({ wanted: false, card: { cardId: first.cardId, revision: 2, phase: 'learning' } });
    app.clock.advance(10 * MINUTE_MS);
    expect((await inReview(first.cardId)).wanted).toBe(true);
    await app.call('card.update', { cardId: first.cardId, change: { suspended: true } });
    expect(await inReview(first.cardId)).toMatchObject({ wanted: false, card: { suspended: true } });
  });

  it('an undo in one place brings it back in the other', async () => {
    const first = await nextCard(app, review);
    await gradeCard(app, lesson, first, 4);
    await nextCard(app, review);
    await app.call('study.undo', { sessionId: lesson });
    expect((await nextCard(app, review)).cardId).toBe(first.cardId);
  });
});
