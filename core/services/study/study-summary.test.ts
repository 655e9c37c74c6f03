import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS, gradeCard, learn, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
let sessionId: string;
beforeEach(async () => {
  app = await startStudyApp();
  sessionId = await learn(app);
});
afterEach(() => app.dispose());
const summary = (of = sessionId) => app.call('study.summary', { sessionId: of });
const card = (name: string, revision = 0) => ({ cardId: `tiny/bg-${name}`, revision });

describe('the summary of a session', () => {
  it('counts different cards, new ones among them, and those right at the first answer', async () => {
    await gradeCard(app, sessionId, card('card'), 4);
    const wrong = await gradeCard(app, sessionId, card('one'), 1);
    app.clock.advance(MINUTE_MS);
    await gradeCard(app, sessionId, wrong, 3);
    expect(await summary()).toMatchObject({ answered: 3, cards: 2, newCards: 2, rightFirst: 1 });
  });

  it('says what is known a week from now, without the answers and with them, by lesson', async () => {
    await gradeCard(app, sessionId, card('card'), 4);
    const { growth } = await summary();
    expect(growth).toMatchObject({
      days: 7,
      before: 0,
      lessons: [{ lessonId: 'begin', number: 1, cards: 1, before: 0 }],
    });
    expect(growth?.after).toBeGreaterThan(0.9);
    expect(growth?.after).toBe(growth?.lessons[0]?.after);
    app.clock.advance(8 * DAY_MS);
    const { sessionId: later } = await app.call('study.start', { mode: 'review' });
    await gradeCard(app, later, card('card', 1), 3);
    const grown = (await summary(later)).growth;
    expect(grown?.before).toBeGreaterThan(0.8);
    expect(grown?.before).toBeLessThan(0.88);
    expect(grown?.after).toBeGreaterThan(0.95);
  });

  it('promises nothing of a practice, which moves no schedule', async () => {
    const { sessionId: practice } = await app.call('study.start', { mode: 'practice', courseId: 'tiny' });
    await gradeCard(app, practice, card('card'), 4);
    expect(await summary(practice)).toMatchObject({ answered: 1, growth: null });
  });

  it('promises nothing where nothing was answered', async () => {
    expect(await summary()).toMatchObject({ cards: 0, growth: null, missed: [] });
  });

  it('says of what was missed what was typed, and whether it came right later', async () => {
    await respond(app, sessionId, card('one'), 'b');
    const wrong = await respond(app, sessionId, card('name'), 'hill');
    expect((await summary()).missed).toMatchObject([
      { cardId: 'tiny/bg-one', response: null, rightLater: false, wasSure: false },
      { cardId: 'tiny/bg-name', response: 'hill', rightLater: false, wasSure: false },
    ]);
    app.clock.advance(MINUTE_MS);
    await respond(app, sessionId, wrong, 'great ocean');
    expect((await summary()).missed).toMatchObject([{ rightLater: false }, { response: 'hill', rightLater: true }]);
  });

  it('does not count an answer as missed that was right after all', async () => {
    const wrong = await respond(app, sessionId, card('name'), 'hill');
    await app.call('study.correct', { sessionId, cardId: wrong.cardId, revision: wrong.revision });
    expect(await summary()).toMatchObject({ missed: [], rightFirst: 1, cards: 1 });
  });
});
