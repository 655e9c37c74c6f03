import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../core/api/contract.ts';
import { HOSTILE_ARCHIVES } from '../core/services/transfer/anki/hostile-archives.fixture.ts';
import { HOSTILE_COLLECTIONS } from '../core/services/transfer/anki/hostile-collections.fixture.ts';
import { HOSTILE_MEDIA } from '../core/services/transfer/anki/hostile-media.fixture.ts';
import { HOSTILE_ROWS } from '../core/services/transfer/anki/hostile-rows.fixture.ts';
import { expect, test } from './fixtures.ts';
import { callHost, replyOf } from './pages/call-host.ts';
import { chooseLook } from './pages/choose-look.ts';

const KINDS = {
  archives: HOSTILE_ARCHIVES,
  collections: HOSTILE_COLLECTIONS,
  media: HOSTILE_MEDIA,
  rows: HOSTILE_ROWS,
};
const ALL = Object.values(KINDS).flat();
/** The readers' own tests take all of them each time. */
const EACH = process.env['JAMDAI_LONG'] ? 1 : 3;

/** What lies in a folder and below it, by path. */
const filesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).sort() : [];

for (const [kind, all] of Object.entries(KINDS))
  test(`hostile ${kind} are refused by name and place, or taken in with what is odd told: nothing is half taken in`, async ({
    open,
    dataDir,
  }) => {
    const files = all.filter((_, at) => at % EACH === 0);
    const page = await open();
    const folder = join(dataDir, '..', 'in');
    mkdirSync(folder);
    const around = () => filesIn(join(dataDir, '..')).filter((path) => !/^(?:data|cache|in)\b/.test(path));
    const outside = around();
    const packs = () => filesIn(join(dataDir, 'library')).filter((path) => /ndjson$/.test(path));

    for (const [at, { what, bytes, extension = 'apkg', why, place, odd }] of files.entries()) {
      const name = `hostile ${at}.${extension}`;
      const path = join(folder, name);
      writeFileSync(path, await bytes());
      const before = packs();
      const reply = await replyOf(page, 'library.import', { path, options: { into: `from ${at}` } });
      if (why) {
        const details = place === undefined ? { why, file: name } : { why, file: name, place };
        expect.soft(reply, what).toMatchObject({ ok: false, error: { code: 'import-unreadable', details } });
        expect.soft(packs(), what).toEqual(before);
      } else {
        expect.soft(reply, what).toMatchObject({ ok: true });
        const report = reply.ok ? (reply.value as Output<'library.import'>) : null;
        const told = Object.fromEntries((report?.odd ?? []).map(({ code, count }) => [code, count]));
        expect.soft(told, what).toMatchObject(odd ?? {});
      }
    }
    const { imports } = await callHost(page, 'library.imports', {});
    expect(imports).toHaveLength(files.filter(({ why }) => !why).length);
    expect(await callHost(page, 'data.check', {})).toMatchObject({
      journal: { damaged: 0 },
      state: 'right',
      library: { damaged: 0, orphans: 0 },
    });
    expect(around(), 'nothing is written beside the data folder').toEqual(outside);
  });

test('the page says why a file is refused and where, and what is odd in another', async ({ open, dataDir }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => void (location.hash = '#/import'));
  const folder = join(dataDir, '..', 'in');
  mkdirSync(folder);
  const main = page.getByRole('main');
  const choose = async (what: string) => {
    const { bytes, extension = 'apkg' } = ALL.find((each) => each.what === what)!;
    const path = join(folder, `mine.${extension}`);
    writeFileSync(path, await bytes());
    await main.locator('input[type=file]').setInputFiles(path);
  };
  await choose('a view for a table');
  await expect(main.getByRole('alert')).toContainText(
    'mine.anki2: view notes – The database in it is not what it seems.',
  );
  await choose('names that lead elsewhere');
  await expect(main.getByText('Files with unsafe names: 2')).toBeVisible();
  await expect(main.getByText('../evil.png · a\\..\\evil.png')).toBeVisible();
});
