import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, SHARED_DECKS } from '../transfer/anki/shared-decks.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());

interface Listed {
  readonly file: string;
  readonly role: string;
  readonly notes?: number;
  readonly cards?: number;
  readonly revlog?: number;
}
const listed: readonly Listed[] = hasSharedDecks
  ? (JSON.parse(readFileSync(join(SHARED_DECKS, 'index.json'), 'utf8')) as Listed[])
  : [];

const files = listed.filter(
  ({ file, role, notes }) => role === 'ok' && notes !== undefined && existsSync(join(SHARED_DECKS, file)),
);

describe.skipIf(!hasSharedDecks)('real packages (skipped without ../shared/decks)', () => {
  it.each(files.map((each) => [each.file.slice(0, 40), each] as const))(
    '%s: comes in as the plan said, is studied, goes as one',
    async (_, { file, notes, cards, revlog }) => {
      app = await startStudyApp();
      const path = join(SHARED_DECKS, file);
      const plan = await app.call('library.plan', { path, options: {} });
      expect(readdirSync(app.dataDir).filter((name) => name === 'library')).toEqual([]);
      const report = await app.call('library.import', { path, options: {} });
      expect(report.counts).toEqual({ ...plan.counts, media: report.counts.media });
      expect(report.counts).toMatchObject({ notes, cards, reviews: revlog ?? 0 });
      const { courses } = await app.call('library.list', {});
      const decks = courses.filter(({ kind, parentId }) => kind === 'deck' && parentId === null);
      expect(decks.reduce((sum, { counts }) => sum + counts.cards, 0)).toBe(report.counts.cards);
      const again = await app.call('library.plan', { path, options: {} });
      expect(again.isAgain).toBe(true);
      expect(again.notes).toEqual({ fresh: 0, updated: 0, same: report.counts.notes, older: 0, edited: 0 });
      await app.restart();
      expect((await app.call('library.list', {})).courses.length).toBe(courses.length);
      const { undone } = await app.call('library.undoImport', { importId: report.importId });
      expect(undone).toBe(true);
      expect((await app.call('library.list', {})).courses.filter(({ kind }) => kind === 'deck')).toEqual([]);
      expect((await app.call('stats.summary', {})).reviewsTotal).toBe(0);
      expect((await app.call('library.imports', {})).imports).toMatchObject([
        { importId: report.importId, undone: true },
      ]);
      await app.call('library.import', { path, options: {} });
      expect((await app.call('library.list', {})).courses.length).toBe(courses.length);
    },
  );
});
