import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { bringRows, cardNamed, listed } from '../cards/cards-app.fixture.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}
async function withDecks(): Promise<StudyApp> {
  const app = await start();
  await bringRows(app, 'Thai::Food', ['ข้าว\trice\tstaple', 'น้ำ\twater\tdrink']);
  await bringRows(app, 'Animals', ['แมว\tcat\tpet', 'หมา\tdog\tpet', 'ช้าง\telephant\t']);
  return app;
}
const out = (app: StudyApp, name: string) => join(app.dataDir, '..', name);
const WISH = { format: 'apkg', withProgress: true, language: 'en' } as const;

it('the cards of a query go out with their decks, tags and progress, and come in elsewhere the same', async () => {
  const app = await withDecks();
  const cat = await cardNamed(app, 'แมว');
  await app.call('card.change', { of: { cardIds: [cat] }, change: { what: 'flag', flag: 3 } });
  const of = { query: 'tag:pet or tag:staple' };
  const { notes, cards, losses } = await app.call('library.losses', { of, format: 'apkg', withProgress: true });
  expect({ notes, cards, losses }).toEqual({ notes: 3, cards: 3, losses: [] });
  const written = await app.call('library.export', { of, ...WISH, path: out(app, 'some.apkg') });
  expect(written).toMatchObject({ notes: 3, cards: 3 });
  const other = await start();
  await other.call('library.import', { path: written.path, options: {} });
  const rows = (await listed(other, '-deck:"A short course"')).rows.filter(({ course }) => course.isDeck);
  expect(rows.map(({ front, course, tags, flag }) => [front.en, course.title.en, tags, flag]).sort()).toEqual([
    ['ข้าว', 'Thai › Food', ['staple'], 0],
    ['หมา', 'Animals', ['pet'], 0],
    ['แมว', 'Animals', ['pet'], 3],
  ]);
  expect((await app.call('library.plan', { path: written.path, options: {} })).notes).toMatchObject({ fresh: 0 });
});

it.each([1, 2])('%i of the cards of a note take all of them along, once', async (count) => {
  const app = await start();
  const { deckId } = await app.call('deck.create', { name: 'Gaps' });
  const { types } = await app.call('notetype.list', {});
  const typeId = types.find(({ name }) => name === 'Cloze')!.id;
  const fields = ['{{c1::one}} {{c2::two}}', ''];
  await app.call('note.add', { deckId, content: { kind: 'fields', typeId, fields }, tags: [] });
  const { rows } = await listed(app, 'deck:Gaps');
  const of = { cardIds: rows.slice(0, count).map(({ cardId }) => cardId) };
  expect(await app.call('library.losses', { of, format: 'apkg', withProgress: false })).toMatchObject({
    ...{ notes: 1, cards: 2 },
    proposed: expect.stringMatching(/Gaps\.apkg$/) as string,
  });
});

it('questions of a course go out beside notes, and what is lost of them is told before', async () => {
  const app = await withDecks();
  const rows = (await listed(app, '')).rows;
  const ofCourse = rows.find(({ course, kind }) => !course.isDeck && kind === 'choice')!;
  const of = { cardIds: [ofCourse.cardId, await cardNamed(app, 'น้ำ')] };
  const { losses, notes } = await app.call('library.losses', { of, format: 'apkg', withProgress: true });
  expect(notes).toBe(2);
  expect(losses).toContainEqual({ code: 'graded-by-hand', count: 1 });
  for (const format of ['apkg', 'csv', 'markdown', 'json', 'printable'] as const) {
    const written = await app.call('library.export', { of, ...WISH, format, path: out(app, `mixed-${format}`) });
    expect([format, written.notes + written.leftOut]).toEqual([format, 2]);
  }
});

it('nothing is written where the wish names nothing, both, or cards that are not there', async () => {
  const app = await withDecks();
  const wish = { ...WISH, path: out(app, 'none.apkg') };
  const refusals: [object, string][] = [
    [wish, 'bad-input'],
    [{ ...wish, courseId: 'short', of: { query: '' } }, 'bad-input'],
    [{ ...wish, of: { cardIds: ['short/no-such'] } }, 'not-found'],
    [{ ...wish, of: { query: 'tag:none-has-it' } }, 'not-found'],
    [{ ...wish, of: { query: 'is:' } }, 'bad-query'],
  ];
  for (const [input, code] of refusals)
    await expect(app.call('library.export', input as typeof wish & { courseId: string })).rejects.toMatchObject({
      code,
    });
});
