import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { madePackage } from '../transfer/anki/made-package.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());

const answer = (day: number, type = 1, factor = 2500) =>
  `insert into revlog values (${NOON - day * DAY_MS}, (select id from cards), -1, 3, 10, 4, ${factor}, 4321, ${type});`;

async function planOf(name: string, rows: string) {
  const path = join(app.dataDir, '..', `${name}.apkg`);
  await madePackage(path, `delete from revlog; ${rows}`);
  return { path, reviews: (await app.call('library.plan', { path, options: {} })).reviews };
}

describe('what a plan says of reviews', () => {
  it('bug: a fresh review counted as known where its card was answered here later', async () => {
    app = await startStudyApp();
    const first = await planOf('first', answer(30) + answer(20, 3, 0));
    expect(first.reviews).toEqual({ fresh: 2, known: 0 });
    const { importId } = await app.call('library.import', { path: first.path, options: {} });
    expect((await planOf('again', answer(30) + answer(20, 3, 0))).reviews).toEqual({ fresh: 0, known: 2 });
    const courseId = (await app.call('library.list', {})).courses.find(({ kind }) => kind === 'deck')!.id;
    const { sessionId } = await app.call('study.start', { mode: 'practice', courseId });
    const { cardId, revision } = (await app.call('study.next', { sessionId }))!;
    await app.call('study.answer', { sessionId, cardId, revision, elapsedMs: 1_000, grade: 4 });
    // Two that were given there meanwhile, one before the first of those that are known.
    const newer = answer(30) + answer(20, 3, 0) + answer(40) + answer(2);
    expect((await planOf('newer', newer)).reviews).toEqual({ fresh: 2, known: 2 });
    await app.call('library.undoImport', { importId });
    expect((await planOf('undone', newer)).reviews).toEqual({ fresh: 4, known: 0 });
  });
});
