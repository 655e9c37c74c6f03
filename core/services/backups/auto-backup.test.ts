import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../clock.ts';
import { openDevice, START, testRoot, type TestDevice } from './data-folder.fixture.ts';
import { AutoBackup, BACKUP_AFTER_MS } from './auto-backup.ts';
import { reachedBy } from './folder/read-folder.ts';
import { createLongWork, unwatched } from '../jobs/work.ts';

const DAY_MS = 86_400_000;
const clock = fixedClock(START, 420);
let root: ReturnType<typeof testRoot>;
let dataDir: string;
beforeEach(() => {
  clock.set(START);
  root = testRoot();
  dataDir = root.folder('data');
});
afterEach(() => root.dispose());

/** A session of the app: opened, some answers, closed; tells what no backup holds afterwards. */
async function session(answers: number): Promise<{ device: TestDevice; unheld: number }> {
  const device = await openDevice(dataDir, clock);
  const work = createLongWork();
  const auto = new AutoBackup(device.backups, work, clock);
  auto.begin(device.store);
  for (let i = 0; i < answers; i++) {
    await device.answer(`c${i % 5}`);
    auto.noticed();
    await new Promise((resolve) => setImmediate(resolve));
    await work.idle();
  }
  await auto.finish();
  await work.idle();
  const reached = (await device.backups.bestReached()) ?? {};
  const { covered } = await device.store.cut();
  const unheld = covered.reduce((sum, { device: id, seq }) => sum + seq - reachedBy(reached, id), 0);
  await device.close();
  return { device, unheld };
}

describe('automatic backups', () => {
  it('come for short sessions: never is more than one of them without a backup (60 of 5 minutes in 30 days)', async () => {
    let backups = 0;
    for (let i = 0; i < 60; i++) {
      const { device, unheld } = await session(5);
      expect(unheld, `session ${i}`).toBeLessThanOrEqual(5);
      backups = (await device.backups.list()).length;
      clock.advance(DAY_MS / 2);
    }
    // What thinning keeps of a month: all of two days, and one of each of twelve.
    expect(backups).toBeGreaterThanOrEqual(14);
  }, 60_000);

  it('come every half hour of a long session', async () => {
    const { device } = await session(130);
    // 130 answers a minute apart, about: one after each half hour.
    expect((await device.backups.list()).length).toBe(4);
  });

  it('go on after a clock that was years ahead, and the good ones stay', async () => {
    for (let i = 0; i < 10; i++) {
      await session(3);
      clock.advance(DAY_MS);
    }
    const now = clock.now();
    clock.set(Date.parse('2035-01-01T10:00Z'));
    for (let i = 0; i < 3; i++) {
      await session(3);
      clock.advance(DAY_MS);
    }
    clock.set(now);
    const before = (await (await session(0)).device.backups.list()).filter(({ at }) => at <= now);
    expect(before.length).toBeGreaterThanOrEqual(8);
    for (let i = 0; i < 5; i++) {
      const { device, unheld } = await session(3);
      expect(unheld, `session ${i}`).toBeLessThanOrEqual(3);
      const names = (await device.backups.list()).map(({ name }) => name);
      // The oldest go in their time, as they would have without the others.
      for (const { name } of before.slice(0, 6)) expect(names).toContain(name);
      clock.advance(DAY_MS);
    }
  }, 60_000);

  it('go on in a session whose clock is set back from years ahead', async () => {
    clock.set(Date.parse('2035-01-01T10:00Z'));
    const device = await openDevice(dataDir, clock);
    const work = createLongWork();
    const auto = new AutoBackup(device.backups, work, clock);
    await device.answer('a');
    auto.noticed();
    clock.set(START);
    await device.answer('b');
    auto.noticed();
    await auto.finish();
    expect(await device.backups.list()).toHaveLength(1);
    await device.close();
  });

  it('give way to work that was asked for, and are made later', async () => {
    const device = await openDevice(dataDir, clock);
    const work = createLongWork();
    const auto = new AutoBackup(device.backups, work, clock);
    await device.answer('a');
    auto.noticed();
    clock.advance(BACKUP_AFTER_MS);
    await device.answer('b');
    auto.noticed();
    await new Promise((resolve) => setImmediate(resolve));
    const asked = await work.run('backup', () => device.backups.make('asked', unwatched));
    expect(asked.events).toBe(2);
    expect(auto.failure).toBeNull();
    await auto.finish();
    await device.close();
  });
});
