import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE_MS, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { madePackage } from '../transfer/anki/made-package.fixture.ts';

const CARD = 'anki/guid one#0';
let app: StudyApp;
afterEach(() => app.dispose());

const total = async () => (await app.call('stats.summary', {})).reviewsTotal;
const history = async () => (await app.call('card.history', { cardId: CARD })).reviews.map(({ at }) => at);
const rows = async () => (await app.call('stats.page', { range: 'all' })).totals.reviews;

describe('bug: answers of a device whose order ran ahead of its clock counted twice when its own file came back', () => {
  it.each([
    ['one of a card', [4]],
    ['two of a card', [1, 4]],
    ['three of a card', [1, 1, 4]],
    ['practice among them', [1, 'practice', 4, 'practice']],
  ] as const)('%s: each is there once, on the way out, too', async (_, answers) => {
    app = await startStudyApp();
    const [from, out, again] = ['from', 'out', 'again'].map((name) => join(app.dataDir, '..', `${name}.apkg`)) as [
      ...[string, string, string],
    ];
    await madePackage(from, "delete from revlog; update cards set type = 0, queue = 0, due = 1, ivl = 0, data = ''");
    await app.call('library.import', { path: from, options: {} });
    // The clock is two hours ahead, and is put right.
    app.clock.advance(120 * MINUTE_MS);
    await app.call('settings.set', { newPerDay: 21 });
    app.clock.advance(-119 * MINUTE_MS);
    const courseId = (await app.call('library.list', {})).courses.find(({ kind }) => kind === 'deck')!.id;
    for (const grade of answers) {
      const mode = grade === 'practice' ? 'practice' : 'review';
      const { sessionId } = await app.call('study.start', { mode, courseId });
      const { cardId, revision } = (await app.call('study.next', { sessionId }))!;
      await app.call('study.answer', {
        sessionId,
        cardId,
        revision,
        elapsedMs: 1_000,
        grade: grade === 'practice' ? 3 : grade,
      });
      app.clock.advance(11 * MINUTE_MS);
    }
    const wish = { courseId, format: 'apkg', withProgress: true, language: 'en' } as const;
    expect((await app.call('library.export', { ...wish, path: out })).reviews).toBe(answers.length);
    const seen = async () => [await total(), await history(), await rows()];
    const before = await seen();
    app.clock.advance(180 * MINUTE_MS);
    await app.call('library.import', { path: out, options: {} });
    expect(await seen()).toEqual(before);
    expect((await app.call('library.export', { ...wish, path: again })).reviews).toBe(answers.length);
    await app.restart();
    expect(await seen()).toEqual(before);
    expect((await app.call('data.check', {})).state).toBe('right');
  });
});
