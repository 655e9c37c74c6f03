import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, gradeCard, learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
let sessionId: string;
beforeEach(async () => {
  app = await startStudyApp();
  sessionId = await learn(app);
});
afterEach(() => app.dispose());
const map = (more: object = {}) => app.call('memory.map', { courseId: 'tiny', ...more });
const mark = async (cardId: string) =>
  (await map()).lessons.flatMap(({ cards }) => cards).find((card) => card.cardId === cardId);

describe('the memory map', () => {
  it('has every question once, by lesson, in teaching order, and none that was asked', async () => {
    const { lessons, target } = await map();
    expect(target).toBe(0.9);
    expect(lessons.map(({ lessonId, cards }) => [lessonId, cards.length])).toEqual([
      ['begin', 9],
      ['later', 9],
    ]);
    expect(lessons[0]?.cards[0]).toMatchObject({ recall: null, fadesOn: null, due: null, isDue: false });
    expect((await map({ lessonId: 'later' })).lessons.map(({ lessonId }) => lessonId)).toEqual(['later']);
  });

  it('says what recall is today and on which day it falls under the target', async () => {
    await gradeCard(app, sessionId, { cardId: 'tiny/bg-name', revision: 0 }, 4);
    const { today } = await map();
    const fresh = await mark('tiny/bg-name');
    expect(fresh).toMatchObject({ recall: 1, fadesOn: today + 8, isDue: false });
    app.clock.advance(9 * DAY_MS);
    const faded = await mark('tiny/bg-name');
    expect(faded).toMatchObject({ fadesOn: today + 8, isDue: true });
    expect(faded?.recall).toBeLessThan(0.9);
    expect(faded?.recall).toBeGreaterThan(0.85);
  });

  it('goes by the retention the learner wants', async () => {
    await gradeCard(app, sessionId, { cardId: 'tiny/bg-name', revision: 0 }, 4);
    await app.call('settings.set', { retention: 0.8 });
    const { target, today } = await map();
    expect(target).toBe(0.8);
    expect((await mark('tiny/bg-name'))?.fadesOn).toBeGreaterThan(today + 16);
  });

  it('tells a suspended question, which is not due', async () => {
    await gradeCard(app, sessionId, { cardId: 'tiny/bg-name', revision: 0 }, 4);
    await app.call('card.update', { cardId: 'tiny/bg-name', change: { suspended: true } });
    app.clock.advance(20 * DAY_MS);
    expect(await mark('tiny/bg-name')).toMatchObject({ suspended: true, isDue: false });
  });
});
