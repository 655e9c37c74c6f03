import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { AppError } from '../../domain/errors.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { madePackage } from '../transfer/anki/made-package.fixture.ts';
import { heard } from './heard.ts';

let app: StudyApp | null = null;
afterEach(async () => {
  await app?.dispose();
  app = null;
});

const MANY = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
  insert into notes select 1700000000100 + i, 'g' || i, mid, mod, usn, tags, i || char(31) || i, 0, 0, 0, ''
    from n, notes where notes.id = 1700000000000;
  insert into cards select id, id, 1650000000000, 0, 0, -1, 2, 2, 1370, 10, 2500, 4, 1, 0, 0, 0, 0, ''
    from notes where id <> 1700000000000`;

it.each(['apkg', 'csv', 'markdown', 'json', 'printable'] as const)(
  'an export that is cancelled leaves no file: %s',
  async (format) => {
    app = await startStudyApp();
    const source = await madePackage(join(app.dataDir, '..', 'many.apkg'), MANY);
    await app.call('library.import', { path: source.path, options: {} });
    const courseId = (await app.call('library.list', {})).courses.find(({ kind }) => kind === 'deck')!.id;
    const path = join(app.dataDir, '..', `out.${format}`);
    const before = readdirSync(dirname(path));
    const wish = { courseId, format, withProgress: true, language: 'en', path } as const;
    const done = expect(app.call('library.export', wish)).rejects.toMatchObject({ code: 'cancelled' });
    while ((await app.call('data.status', {})).work === null) await new Promise((resolve) => setImmediate(resolve));
    await app.call('data.cancel', {});
    await done;
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(dirname(path))).toEqual(before);
  },
);

it('bug: a part of an export that told nothing did not hear that it should end', async () => {
  const cancelledAt = performance.now() + 50;
  const step = () => {
    if (performance.now() > cancelledAt) throw new AppError('cancelled', 'cancelled');
  };
  const aborted = await heard(step, async (_, signal) => {
    for (let i = 0; i < 100 && !signal.aborted; i++) await setTimeout(10);
    return signal.aborted;
  });
  expect(aborted).toBe(true);
});
