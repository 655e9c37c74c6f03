import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { expectNothingLost, Learner, untilEqual } from './learner.ts';

const PASSPHRASE = 'น้ำขึ้นให้รีบตัก แล้วไปนอน';
const WITHIN_MS = 60_000;

interface Status {
  readonly folder: string | null;
  readonly partedAt: number | null;
  readonly devices: readonly { readonly id: string; readonly own: boolean; readonly onTheWay: number }[];
}

/** Learners with data folders of their own, beside a folder that all of them can reach. */
function place(dataDir: string) {
  const root = join(dataDir, '..');
  const shared = join(root, 'shared');
  mkdirSync(shared);
  const folder = (name: string) => join(root, name);
  return { shared, folder, learner: (name: string) => new Learner(folder(name)) };
}

for (const passphrase of [undefined, PASSPHRASE])
  test(`two devices over one ${passphrase ? 'sealed' : 'plain'} folder see the same, and the second is set up in one step`, async ({
    dataDir,
  }) => {
    const { shared, learner } = place(dataDir);
    const [a, b] = [learner('a'), learner('b')];
    const where = { folder: shared, ...(passphrase && { passphrase }) };
    try {
      await a.start();
      await a.study(20);
      await a.ask('sync.begin', where);
      await a.ask('sync.now', {});

      await b.start();
      const look = await b.ask<{ opened: boolean; devices: unknown[] }>('sync.look', where);
      expect(look).toMatchObject({ opened: true, devices: [{ own: false, onTheWay: 20 }] });
      await b.ask('sync.begin', where);
      await b.study(15);
      await a.study(10);
      // Nobody asks: what is done on one device arrives on the other by itself.
      await expect
        .poll(async () => (await b.ask<{ reviewsTotal: number }>('stats.summary', {})).reviewsTotal, {
          timeout: 30_000,
        })
        .toBe(45);
      expectNothingLost(await untilEqual([a, b], WITHIN_MS), [a, b]);

      // One is away for a while, dies, and comes back.
      await a.shell.kill();
      await b.study(10);
      await a.start();
      await a.ask('study.undo', {});
      const same = await untilEqual([a, b], WITHIN_MS);
      expect(same.summary.reviewsTotal).toBe(54);

      await b.ask('sync.leave', {});
      await a.study(5);
      await a.ask('sync.now', {});
      expect((await b.ask<Status>('sync.status', {})).folder).toBeNull();
      expect((await b.ask<{ reviewsTotal: number }>('stats.summary', {})).reviewsTotal).toBe(54);
      await b.ask('sync.begin', where);
      expectNothingLost(await untilEqual([a, b], WITHIN_MS), []);
      if (passphrase) expectNothingReadable(shared);
    } finally {
      for (const { shell } of [a, b]) await (shell as typeof shell | undefined)?.stop();
    }
  });

/** Names and contents of a folder tell nothing of what is studied. */
function expectNothingReadable(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  expect(files.length).toBeGreaterThan(1);
  for (const path of files) {
    const told = path.replace('jamdai-sync', '') + readFileSync(join(folder, path), 'latin1');
    expect(told).not.toMatch(/csto|review|ndjson|device|json/);
  }
}

test('another passphrase is refused by name, and none as well', async ({ dataDir }) => {
  const { shared, learner } = place(dataDir);
  const [a, b] = [learner('a'), learner('b')];
  try {
    await a.start();
    await a.ask('sync.begin', { folder: shared, passphrase: PASSPHRASE });
    await a.ask('sync.now', {});
    await b.start();
    const codeOf = async (method: string, input: object) => (await b.shell.call(method, input)).error?.code;
    expect(await codeOf('sync.look', { folder: shared, passphrase: 'something else' })).toBe('passphrase-wrong');
    expect(await codeOf('sync.begin', { folder: shared, passphrase: 'something else' })).toBe('passphrase-wrong');
    expect(await codeOf('sync.begin', { folder: shared })).toBe('passphrase-needed');
    expect((await b.ask<Status>('sync.status', {})).folder).toBeNull();
  } finally {
    for (const { shell } of [a, b]) await (shell as typeof shell | undefined)?.stop();
  }
});

test('a data folder that was copied and is used on two machines at once is noticed and told apart', async ({
  dataDir,
}) => {
  const { shared, folder, learner } = place(dataDir);
  const [a, b, third] = [learner('a'), learner('b'), learner('third')];
  try {
    await a.start();
    await a.study(12);
    await a.ask('sync.begin', { folder: shared });
    await a.ask('sync.now', {});
    await a.shell.stop();
    cpSync(folder('a'), folder('b'), { recursive: true });

    await a.start();
    await b.start();
    await a.study(8);
    await b.study(9);
    const same = await untilEqual([a, b], WITHIN_MS);
    expectNothingLost(same, [a, b]);
    expect(same.summary.reviewsTotal).toBe(29);
    const statuses = [await a.ask<Status>('sync.status', {}), await b.ask<Status>('sync.status', {})];
    // Which of them goes on under the old name, if any does, depends on who looked first.
    expect(statuses.filter(({ partedAt }) => partedAt !== null).length).toBeGreaterThan(0);
    const own = statuses.map(({ devices }) => devices.find((device) => device.own)!.id);
    expect(own[0]).not.toBe(own[1]);

    await third.start();
    await third.ask('sync.begin', { folder: shared });
    await b.study(3);
    expect((await untilEqual([a, b, third], WITHIN_MS)).summary.reviewsTotal).toBe(32);
  } finally {
    for (const { shell } of [a, b, third]) await (shell as typeof shell | undefined)?.stop();
  }
});
