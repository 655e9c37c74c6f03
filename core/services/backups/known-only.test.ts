import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../domain/progress.ts';
import type { Grade } from '../../domain/grade.ts';
import { snapshotsIn } from '../store/torture/three-months.fixture.ts';
import { randomFrom } from '../../domain/random.ts';
import { checkData } from './check.ts';
import { copyFolder, digestOf, openDevice, type TestDevice } from './data-folder.fixture.ts';
import { TestDevices } from './test-devices.fixture.ts';
import { unwatched } from '../jobs/work.ts';
import { copyOf } from '../store/fold/copy-of-progress.fixture.ts';

const devices = new TestDevices();
const { start } = devices;
const journal = (device: TestDevice) => join(device.dataDir, 'journal', device.store.device, '2026-11.ndjson');

/** The same folder in two places. */
async function copied(answers: number, name: string): Promise<[TestDevice, TestDevice]> {
  const first = await openDevice(devices.root.folder(`${name}-1`));
  for (let i = 0; i < answers; i++) await first.answer(`c${i % 5}`, ((i % 4) + 1) as Grade);
  await first.close();
  copyFolder(first.dataDir, join(devices.root.root, `${name}-2`));
  return [await start(`${name}-1`), await start(`${name}-2`)];
}

/** Loses a line the snapshot knows, while the app is closed. */
async function lose(device: TestDevice, seq: number): Promise<void> {
  await device.store.close();
  const bytes = readFileSync(journal(device));
  const at = bytes.indexOf(`"seq":${seq},`);
  if (at >= 0) bytes[at + 1] = 0x58;
  writeFileSync(journal(device), bytes);
  await device.restart().catch(() => undefined);
}

/** Cards of which a state knows less than another. */
const lessThan = (after: Progress, before: Progress): string[] =>
  [...before.cards].flatMap(([id, { revision, memory }]) => {
    const now = after.cards.get(id);
    const isLess = !now || now.revision < revision || (now.memory?.reps ?? 0) < (memory?.reps ?? 0);
    return isLess
      ? [`${id}: ${memory?.reps} reps, now ${now?.memory?.reps}; revision ${revision}, now ${now?.revision}`]
      : [];
  });

describe('what only the snapshot knows', () => {
  it('is not forgotten by a forking merge, whichever copy gets the new id', async () => {
    for (const [at, name] of ['x', 'y', 'z'].entries()) {
      const [a, b] = await copied(8, name);
      for (let i = 0; i < 5; i++) await a.answer(`a${i}`);
      for (let i = 0; i < 3; i++) await b.answer(`b${i}`);
      const device = [a, b][at % 2]!;
      const other = [b, a][at % 2]!;
      // A line of the common part, and one of its own after they parted.
      await lose(device, 4);
      await lose(device, 10);
      const known = device.store.progress.reviewsTotal;
      expect(known).toBe(device === a ? 13 : 11);
      await device.merge(other.dataDir);
      expect(device.store.progress.reviewsTotal).toBe(16);
      await device.restart();
      expect(device.store.progress.reviewsTotal).toBe(16);
      const state = digestOf(device.store.progress);
      const report = await checkData(device, device.backups, () => device.clock.now(), unwatched);
      expect(report.state).toBe('kept');
      expect(report.missing.map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([[10, 10]]);
      expect(digestOf(device.store.progress)).toBe(state);
      await device.answer('after');
      await device.restart();
      expect(device.store.progress.reviewsTotal).toBe(17);
    }
  });

  it('stays through merges, restores and checks with random losses', async () => {
    for (let seed = 1; seed <= (process.env['JAMDAI_LONG'] ? 200 : 12); seed++) {
      const random = randomFrom(seed);
      const dice = (n: number) => Math.floor(random() * n);
      const [a, b] = await copied(6 + dice(6), `r${seed}`);
      const third = await start(`r${seed}-3`);
      const backup = join(a.backups.folder, (await a.backups.make('asked', unwatched)).name);
      for (const device of [a, b, third])
        for (let i = 0; i < 4 + dice(5); i++) await device.answer(`c${dice(6)}`, (1 + dice(4)) as Grade);
      for (let step = 0; step < 6; step++) {
        for (let n = 0; n < 1 + dice(3); n++) await lose(a, 1 + dice(16));
        if (dice(4) === 0) {
          await a.store.close();
          truncateSync(journal(a), dice(readFileSync(journal(a)).length));
          await a.restart().catch(() => undefined);
        }
        const before = copyOf(a.store.progress);
        const what = dice(4);
        const where = `seed ${seed}, step ${step}: ${['merge of a copy', 'merge', 'check', 'answer'][what]}`;
        if (what === 0) await a.merge(b.dataDir);
        else if (what === 1) await a.merge(third.dataDir);
        else if (what === 2) await checkData(a, a.backups, () => a.clock.now(), unwatched);
        else await a.answer(`c${dice(6)}`, 3);
        expect(a.store.progress.reviewsTotal, where).toBeGreaterThanOrEqual(before.reviewsTotal);
        expect(lessThan(a.store.progress, before), where).toEqual([]);
        await a.restart();
        expect(a.store.progress.reviewsTotal, `${where}, after a restart`).toBeGreaterThanOrEqual(before.reviewsTotal);
        expect(lessThan(a.store.progress, before), `${where}, after a restart`).toEqual([]);
      }
      // A restore takes back what was done since by undos, and undoing it brings all of that again.
      const before = copyOf(a.store.progress);
      const { takenBack, added } = await a.restore(backup);
      if (takenBack + added > 0) await a.store.undo();
      expect(a.store.progress.reviewsTotal, `seed ${seed}: restored and taken back`).toBeGreaterThanOrEqual(
        before.reviewsTotal,
      );
    }
  });
});

describe('lines that came back', () => {
  it('of a good backup bring everything back, though the state was made without them', async () => {
    const device = await start('data');
    for (let i = 0; i < 20; i++) await device.answer(`c${i % 5}`, ((i % 4) + 1) as Grade);
    const right = digestOf(device.store.progress);
    const backup = join(device.backups.folder, (await device.backups.make('asked', unwatched)).name);
    for (const how of ['merge', 'restore', 'check'] as const) {
      await device.store.close();
      truncateSync(journal(device), readFileSync(journal(device)).indexOf('{"v":1', 2_000));
      for (const path of snapshotsIn(device.dataDir)) rmSync(path);
      await device.restart().catch(() => undefined);
      expect(device.store.progress.reviewsTotal).toBeLessThan(20);
      if (how === 'merge') await device.merge(backup);
      else if (how === 'restore') await device.restore(backup);
      else await checkData(device, device.backups, () => device.clock.now(), unwatched);
      expect(device.store.progress.reviewsTotal, how).toBe(20);
      if (how === 'check') expect(digestOf(device.store.progress)).toBe(right);
    }
  });
});
