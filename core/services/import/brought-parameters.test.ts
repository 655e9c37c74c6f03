import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
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
const bring = (app: StudyApp, path = sharedDeck('785244d6').path) =>
  app.call('library.import', { path, options: { presets: true } });
const model = async (app: StudyApp) => (await app.call('parameters.get', {})).weights;

describe.skipIf(!hasSharedDecks)('parameters of the memory model in a file (skipped without ../shared/decks)', () => {
  it('hold when its options are brought, and go with the import', async () => {
    const app = await start();
    const published = await model(app);
    const { importId } = await bring(app);
    expect((await model(app)).slice(0, 3)).toEqual([1.3608981, 3.2631533, 12.11589]);
    await app.restart();
    expect((await model(app)).slice(0, 3)).toEqual([1.3608981, 3.2631533, 12.11589]);
    await app.call('library.undoImport', { importId });
    expect(await model(app)).toEqual(published);
  });

  it('do not take the place of those that the learner chose, whenever that was', async () => {
    const app = await start();
    const published = await model(app);
    await app.call('parameters.use', {});
    await bring(app);
    expect(await model(app)).toEqual(published);
  });

  it('go out with the deck, and are those of the next device', async () => {
    const [app, other] = [await start(), await start()];
    await bring(app);
    const path = join(app.dataDir, '..', 'out.apkg');
    const courseId = (await app.call('library.list', {})).courses.find(({ kind }) => kind === 'deck')!.id;
    await app.call('library.export', { courseId, format: 'apkg', withProgress: true, language: 'en', path });
    await bring(other, path);
    expect(await model(other)).toEqual(await model(app));
  });
});
