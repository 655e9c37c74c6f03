import { afterEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { learn, nextCard, respond, RESPONSES, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());
const lesson = { courseId: 'tiny', lessonId: 'begin' };
const get = () => app.call('check.get', lesson);

/** Asks a form; the first `right` questions are answered right. @returns the session and what was asked */
async function ask(when: 'before' | 'after', right: number) {
  const { sessionId } = await app.call('check.start', { ...lesson, when });
  const asked: string[] = [];
  for (
    let card = await app.call('study.next', { sessionId });
    card;
    card = await app.call('study.next', { sessionId })
  ) {
    const answers = RESPONSES[card.cardId.slice('tiny/bg-'.length)]!;
    await respond(app, sessionId, card, asked.length < right ? answers.right : answers.wrong);
    asked.push(card.cardId);
  }
  return { sessionId, asked };
}

describe('the check of a lesson', () => {
  it('shows what was gained: other questions after than before, and no schedule moved', async () => {
    app = await startStudyApp();
    const { forms } = await get();
    const before = await ask('before', 1);
    expect(before.asked).toEqual(forms!.before);
    expect(
      (await app.call('check.finish', { ...lesson, when: 'before', sessionId: before.sessionId })).result,
    ).toMatchObject({ right: 1, of: 4 });
    const after = await ask('after', 4);
    await app.call('check.finish', { ...lesson, when: 'after', sessionId: after.sessionId });
    await app.restart();
    const kept = await get();
    expect(kept).toMatchObject({ before: { right: 1, of: 4 }, after: { right: 4, of: 4, score: 1 }, skipped: false });
    expect(kept.before!.score).toBeLessThan(1);
    expect(new Set([...before.asked, ...after.asked]).size).toBe(8);
    // Nothing entered the schedule: all nine questions are new.
    expect(await app.call('stats.summary', {})).toMatchObject({ reviewsToday: 0, due: 0, new: 0 });
    expect((await nextCard(app, await learn(app))).phase).toBe('new');
  });

  it('is kept once, and only when every question was answered', async () => {
    app = await startStudyApp();
    const { sessionId } = await app.call('check.start', { ...lesson, when: 'before' });
    const finish = () => app.call('check.finish', { ...lesson, when: 'before', sessionId });
    await expect(finish()).rejects.toMatchObject({ code: 'bad-input' });
    for (
      let card = await app.call('study.next', { sessionId });
      card;
      card = await app.call('study.next', { sessionId })
    )
      await app.call('study.answer', {
        sessionId,
        cardId: card.cardId,
        revision: card.revision,
        unknown: true,
        elapsedMs: 1,
      });
    await finish();
    await finish();
    expect((await get()).before).toMatchObject({ right: 0, of: 4, score: 0 });
    await app.call('study.undo', {});
    expect((await get()).before).toBeNull();
  });

  it('is not taken from a session that asked something else', async () => {
    app = await startStudyApp();
    const sessionId = await learn(app);
    await expect(app.call('check.finish', { ...lesson, when: 'after', sessionId })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('can be skipped, and asked for after all', async () => {
    app = await startStudyApp();
    await app.call('check.skip', { ...lesson, skipped: true });
    expect((await get()).skipped).toBe(true);
    await app.call('check.skip', { ...lesson, skipped: false });
    expect((await get()).skipped).toBe(false);
  });

  it('asks nothing that the learner grades alone', async () => {
    app = await startStudyApp();
    const { forms } = await get();
    expect([...forms!.before, ...forms!.after]).not.toContain(parseCardId('tiny/bg-card'));
  });
});
