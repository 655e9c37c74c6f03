import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, SHARED_DECKS } from '../transfer/anki/shared-decks.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

const entries = async () => {
  const { days } = await app.call('history.list', { days: 90 });
  return days.flatMap((day) => day.entries);
};
const decks = async () => (await app.call('library.list', {})).courses.filter(({ kind }) => kind === 'deck').length;

describe('an import in the history', () => {
  it('is one entry by the name of its file, and goes and comes back from there with all of its cards', async () => {
    const path = join(app.dataDir, 'words.csv');
    writeFileSync(path, 'dog,หมา\ncat,แมว\n');
    await app.call('library.import', { path, options: {} });
    const before = await decks();
    expect(before).toBeGreaterThan(0);
    const [entry, ...others] = await entries();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'import', count: 2, about: { en: 'words.csv' }, device: null, undone: false });
    expect(await app.call('history.undo', { ref: entry!.ref! })).toMatchObject({ undone: true });
    expect(await decks()).toBe(0);
    expect(await entries()).toMatchObject([{ kind: 'import', undone: true, undoable: true }]);
    expect(await app.call('history.undo', { ref: entry!.ref! })).toMatchObject({ undone: false });
    expect(await decks()).toBe(before);
  });
});

const STUDIED = hasSharedDecks
  ? (
      JSON.parse(readFileSync(join(SHARED_DECKS, 'index.json'), 'utf8')) as {
        file: string;
        role: string;
        revlog?: number;
      }[]
    )
      .filter(({ role, revlog = 0 }) => role === 'ok' && revlog > 0)
      .sort((a, b) => b.revlog! - a.revlog!)[0]
  : undefined;

describe.skipIf(!STUDIED)('bug: what was studied elsewhere stood in the history as done here', () => {
  it('its days have no entries, and it can be taken back however long ago they are', async () => {
    app.clock.advance(1_000 * DAY_MS);
    await app.call('library.import', { path: join(SHARED_DECKS, STUDIED!.file), options: {} });
    expect((await app.call('stats.summary', {})).reviewsTotal).toBeGreaterThan(0);
    const [entry, ...others] = await entries();
    expect(others).toEqual([]);
    expect(await app.call('history.undo', { ref: entry!.ref! })).toMatchObject({ undone: true });
    expect((await app.call('stats.summary', {})).reviewsTotal).toBe(0);
  });
});
