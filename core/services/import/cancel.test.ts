import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());

/** Of every file in the data folder its path and content; the lock changes by itself. */
function folderHash(): string {
  const hash = createHash('sha256');
  const paths = readdirSync(app.dataDir, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths) {
    const whole = join(app.dataDir, path);
    if (path.startsWith('lock') || statSync(whole).isDirectory()) continue;
    hash.update(path).update(readFileSync(whole));
  }
  return hash.digest('hex');
}

describe.skipIf(!hasSharedDecks)('an import that is cancelled (skipped without ../shared/decks)', () => {
  it.each(['library.plan', 'library.import'] as const)('leaves the data folder as it was: %s', async (method) => {
    app = await startStudyApp();
    const before = folderHash();
    const done = expect(app.call(method, { path: sharedDeck('8a6ff084').path, options: {} })).rejects.toMatchObject({
      code: 'cancelled',
    });
    while ((await app.call('data.status', {})).work === null) await new Promise((resolve) => setImmediate(resolve));
    await app.call('data.cancel', {});
    await done;
    expect(folderHash()).toBe(before);
    expect((await app.call('library.imports', {})).imports).toEqual([]);
  });
});

describe('a file that can not be taken in', () => {
  it.skipIf(!hasSharedDecks).each([
    ['f52bec46', 'not-a-zip'],
    ['21ab44f8', 'not-sqlite'],
  ])('%s is refused by name, and nothing is changed', async (file, why) => {
    app = await startStudyApp();
    const before = folderHash();
    const { path } = sharedDeck(file);
    await expect(app.call('library.import', { path, options: {} })).rejects.toMatchObject({
      ...{ code: 'import-unreadable', details: { why, file: expect.stringContaining(file) } },
    });
    expect(folderHash()).toBe(before);
  });
});
