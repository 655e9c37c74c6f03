import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { zipOf } from '../transfer/zip.fixture.ts';

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}
const place = (app: StudyApp, name: string) => join(app.dataDir, '..', name);
const decks = async (app: StudyApp) =>
  (await app.call('library.list', {})).courses.flatMap(({ kind, title }) => (kind === 'deck' ? [title.en] : []));
const asked = (app: StudyApp, path: string) => app.call('library.plan', { path, options: {} });

/** An app with a deck, and everything of it in an archive. */
async function exported() {
  const app = await start();
  const words = place(app, 'words.tsv');
  writeFileSync(words, 'a\tone\nb\ttwo');
  await app.call('library.import', { path: words, options: { into: 'Words' } });
  const { path } = await app.call('data.export', { path: place(app, 'all') });
  return { app, path };
}

/** As a shell does that knows no paths. */
async function sent(app: StudyApp, path: string): Promise<string> {
  const bytes = readFileSync(path);
  let id: string | undefined;
  for (let from = 0; ; from += 60_000) {
    const isLast = from + 60_000 >= bytes.length;
    const piece = bytes.subarray(from, from + 60_000).toString('base64');
    const reply = await app.call('library.receive', { ...(id && { id }), name: basename(path), piece, isLast });
    id = reply.id;
    if (reply.path) return reply.path;
  }
}

describe('bug: a copy of all data of this app was no kind of file that can be taken in', () => {
  it.each(['all.jamdai.zip', 'renamed.zip', 'renamed.jamdai', 'renamed.apkg'])(
    '%s is known for what it is, and can be merged',
    async (name) => {
      const { path: from } = await exported();
      const app = await start();
      const path = place(app, name);
      copyFileSync(from, path);
      const error = { code: 'import-unreadable', details: { why: 'own-archive', file: name, place: '' } };
      await expect(asked(app, path)).rejects.toMatchObject(error);
      await expect(app.call('library.import', { path, options: {} })).rejects.toMatchObject(error);
      const received = await sent(app, path);
      await expect(asked(app, received)).rejects.toMatchObject(error);
      expect(await decks(app)).toEqual([]);
      expect((await app.call('data.merge', { path: received, dryRun: true })).added).toBeGreaterThan(0);
      await app.call('data.merge', { path: received });
      expect(await decks(app)).toEqual(['Words']);
    },
  );

  it('so is a backup, and an archive that is damaged', async () => {
    const { app, path } = await exported();
    await app.call('data.backup', {});
    const backups = join(app.dataDir, 'backups');
    const backup = readdirSync(backups).find((name) => name.endsWith('.jamdai.json'))!;
    await expect(asked(app, join(backups, backup))).rejects.toMatchObject({ details: { why: 'own-archive' } });
    const bytes = readFileSync(path);
    writeFileSync(place(app, 'hurt.zip'), bytes.fill(0, 100, 200));
    await expect(asked(app, place(app, 'hurt.zip'))).rejects.toMatchObject({ details: { why: 'own-archive' } });
  });

  it('another archive with a manifest is not', async () => {
    const app = await start();
    writeFileSync(place(app, 'other.zip'), zipOf([{ name: 'manifest.json', content: '{"name":"other"}' }]));
    await expect(asked(app, place(app, 'other.zip'))).rejects.toMatchObject({ details: { why: 'packed' } });
  });
});
