import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { copyFileSync } from 'node:fs';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}
async function bring(app: StudyApp, rows: readonly string[]) {
  const path = join(app.dataDir, '..', 'words.tsv');
  writeFileSync(path, rows.join('\n'));
  return app.call('library.import', { path, options: { into: 'Words' } });
}
const decks = async (app: StudyApp) =>
  (await app.call('library.list', {})).courses.filter(({ kind }) => kind === 'deck');
async function backs(app: StudyApp): Promise<string[]> {
  const { cards } = await app.call('deck.cards', { deckId: (await decks(app))[0]!.id, from: 0, most: 50 });
  const notes = await Promise.all(cards.map(({ cardId }) => app.call('note.get', { cardId })));
  return notes.map(({ fields }) => fields[1]!.text);
}

describe('a file that comes again', () => {
  it.each(['one', 'two', 'three', 'four', 'five', 'six'])(
    'corrected (%s), shows what it says now, and what it said when that comes again',
    async (word) => {
      const app = await start();
      await bring(app, ['a\tfirst', 'b\tsecond']);
      app.clock.set(app.clock.now() + 1_000);
      const report = await bring(app, [`a\t${word}`, 'b\tsecond']);
      expect(report.notes).toEqual({ fresh: 0, updated: 1, same: 1, older: 0, edited: 0 });
      expect(await backs(app)).toEqual([word, 'second']);
      app.clock.set(app.clock.now() + 1_000);
      await bring(app, ['a\tfirst', 'b\tsecond']);
      expect(await backs(app)).toEqual(['first', 'second']);
    },
  );

  it.each([
    ['of two columns', ['a\tfirst', 'a {{c1::gap}}\tsecond']],
    ['of one column', ['first', 'second']],
  ])('%s, as the package that it went out in here, changes nothing', async (_, rows) => {
    const app = await start();
    await bring(app, rows);
    const path = join(app.dataDir, '..', 'out.apkg');
    const courseId = (await decks(app))[0]!.id;
    await app.call('library.export', { courseId, format: 'apkg', withProgress: true, language: 'en', path });
    const { notes } = await app.call('library.plan', { path, options: {} });
    expect(notes).toEqual({ fresh: 0, updated: 0, same: 2, older: 0, edited: 0 });
  });

  it('brings its deck back that was taken out of the library', async () => {
    const app = await start();
    await bring(app, ['a\tfirst']);
    await app.call('library.remove', { deckId: (await decks(app))[0]!.id });
    await bring(app, ['a\tfirst']);
    expect((await decks(app)).map(({ counts }) => counts.cards)).toEqual([1]);
  });
});

describe.skipIf(!hasSharedDecks)('one file on two devices (skipped without ../shared/decks)', () => {
  it('under two names is there once when they meet, and goes as one', async () => {
    const [one, two] = [await start(), await start()];
    const { path } = sharedDeck('785244d6');
    const other = join(two.dataDir, '..', 'another (1).apkg');
    copyFileSync(path, other);
    const report = await one.call('library.import', { path, options: {} });
    const same = await two.call('library.import', { path: other, options: {} });
    expect(same.importId).toBe(report.importId);
    await one.call('data.merge', { path: two.dataDir });
    const summary = await one.call('stats.summary', {});
    expect(summary.reviewsTotal).toBe(26);
    expect((await decks(one)).map(({ counts }) => counts.cards)).toEqual([13]);
    expect((await one.call('library.imports', {})).imports.length).toBe(1);
    await one.call('library.undoImport', { importId: report.importId });
    expect(await decks(one)).toEqual([]);
    expect((await one.call('stats.summary', {})).reviewsTotal).toBe(0);
  });
});
