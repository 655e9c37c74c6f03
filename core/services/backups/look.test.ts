import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCardId, parseEventRef } from '../../domain/ids.ts';
import type { Settings } from '../../domain/settings.ts';
import { nodeFiles } from '../disk/files.ts';
import { BackupPlace } from './kept/backup-place.ts';
import { copyFolder, digestOf, type TestDevice } from './data-folder.fixture.ts';
import { TestDevices } from './test-devices.fixture.ts';

const devices = new TestDevices();
const { start } = devices;
const choose = (device: TestDevice, set: Partial<Settings>) => device.store.append({ type: 'setting', set });
const backup = async (device: TestDevice) =>
  join(device.backups.folder, (await device.backups.make('asked', () => undefined)).name);
const lookOf = ({ store: { settings } }: TestDevice) => [settings.language, settings.theme, settings.fontScale];
const ELDERS = { language: 'th', theme: 'dark', fontScale: 1.5 } as const;
const PLAIN = ['system', 'system', 1];

/** A folder that was copied to a second computer, after its look was chosen. */
async function copied(): Promise<[TestDevice, TestDevice]> {
  const first = await start('first');
  await choose(first, ELDERS);
  await first.answer('c1');
  await first.close();
  devices.open.pop();
  copyFolder(first.dataDir, join(devices.root.root, 'second'));
  return [await start('first'), await start('second')];
}

/** Starts without the snapshot, so that all is made from the journals again. */
async function rebuild(device: TestDevice): Promise<void> {
  for (const name of nodeFiles.list(device.dataDir))
    if (name.startsWith('progress')) rmSync(join(device.dataDir, name));
  await device.restart();
}

describe('merging a folder', () => {
  it('does not bring its theme, language and text size; how to study it brings', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await choose(a, { theme: 'light', newPerDay: 5 });
    await choose(b, { ...ELDERS, retention: 0.8 });
    await a.merge(b.dataDir);
    expect(lookOf(a)).toEqual(['system', 'light', 1]);
    expect(a.store.settings).toMatchObject({ newPerDay: 5, retention: 0.8 });
    await b.merge(a.dataDir);
    expect(lookOf(b)).toEqual(['th', 'dark', 1.5]);
    expect(b.store.settings).toMatchObject({ newPerDay: 5, retention: 0.8 });
    expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
    for (const device of [a, b]) {
      const before = device.store.settings;
      await device.restart();
      expect(device.store.settings).toEqual(before);
      await rebuild(device);
      expect(device.store.settings).toEqual(before);
    }
  });

  it('leaves the plain look to a device that chose none', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await a.answer('c1');
    await choose(b, ELDERS);
    await a.merge(b.dataDir);
    expect(lookOf(a)).toEqual(PLAIN);
  });

  it('and then undoing a change of the look brings back what this device had, not what another has', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await choose(a, { theme: 'light' });
    const ref = await choose(a, { theme: 'dark' });
    b.clock.advance(60_000);
    await choose(b, { theme: 'system', language: 'th' });
    await a.merge(b.dataDir);
    expect(lookOf(a)).toEqual(['system', 'dark', 1]);
    await a.store.undo(ref);
    expect(lookOf(a)).toEqual(['system', 'light', 1]);
  });
});

describe('a folder that was copied keeps its look', () => {
  it('when its copies part, on either side, and later changes stay with the copy they were made in', async () => {
    const [a, b] = await copied();
    await a.answer('x');
    await b.answer('y');
    const ref = await choose(a, { theme: 'light' });
    await choose(b, { fontScale: 0.9 });
    await a.merge(b.dataDir);
    await b.merge(a.dataDir);
    expect(a.store.device).not.toBe(b.store.device);
    expect(lookOf(a)).toEqual(['th', 'light', 1.5]);
    expect(lookOf(b)).toEqual(['th', 'dark', 0.9]);
    expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
    for (const device of [a, b]) {
      const [look, digest] = [lookOf(device), digestOf(device.store.progress)];
      await rebuild(device);
      expect(lookOf(device)).toEqual(look);
      expect(digestOf(device.store.progress)).toBe(digest);
    }
    const own = [...a.store.backwards()].find(({ type, device }) => type === 'setting' && device === a.store.device);
    await a.store.undo(parseEventRef(`${a.store.device}:${own?.seq ?? ref}`));
    expect(lookOf(a)).toEqual(['th', 'dark', 1.5]);
  });

  it('when its device.json is lost', async () => {
    const a = await start('a');
    await choose(a, ELDERS);
    await a.store.close();
    devices.open.pop();
    rmSync(join(a.dataDir, 'device.json'));
    const again = await start('a');
    expect(again.store.device).not.toBe(a.store.device);
    expect(lookOf(again)).toEqual(['th', 'dark', 1.5]);
    await again.answer('c1');
    await rebuild(again);
    expect(lookOf(again)).toEqual(['th', 'dark', 1.5]);
  });
});

describe('a restore', () => {
  it('of an own backup brings back the look of that time', async () => {
    const a = await start('a');
    await choose(a, ELDERS);
    await a.answer('c1');
    const then = await backup(a);
    await choose(a, { theme: 'light', fontScale: 1 });
    await a.restore(then);
    expect(lookOf(a)).toEqual(['th', 'dark', 1.5]);
  });

  it("into a new folder brings the look of the backup's device, and undoing it takes that away", async () => {
    const [a, fresh] = [await start('a'), await start('fresh')];
    await choose(a, ELDERS);
    await a.answer('c1');
    const then = await backup(a);
    await fresh.restore(then);
    expect(lookOf(fresh)).toEqual(['th', 'dark', 1.5]);
    await rebuild(fresh);
    expect(lookOf(fresh)).toEqual(['th', 'dark', 1.5]);
    const events = [...fresh.store.backwards()].length;
    await fresh.restore(then);
    expect([...fresh.store.backwards()].length).toBe(events);
    await fresh.store.undo();
    expect(lookOf(fresh)).toEqual(PLAIN);
  });

  it('leaves what this device chose for its look, and what other devices did', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await choose(b, ELDERS);
    await b.answer('c1');
    const then = await backup(b);
    b.clock.advance(60_000);
    await choose(b, { theme: 'light' });
    await choose(a, { theme: 'light', newPerDay: 3 });
    await a.answer('mine');
    await a.merge(b.dataDir);
    await a.restore(then);
    expect(lookOf(a)).toEqual(['th', 'light', 1.5]);
    expect(a.store.settings.newPerDay).toBe(20);
    expect(a.store.progress.cards.get(parseCardId('mine'))?.memory ?? null).toBeNull();
    await b.merge(a.dataDir);
    expect(lookOf(b)).toEqual(['th', 'light', 1.5]);
  });
});

it('a backup behind changes of the look is proved against the one before', async () => {
  const a = await start('a');
  await choose(a, { theme: 'dark' });
  await a.answer('c1');
  const place = new BackupPlace(a.files, a.backups.folder);
  const first = place.read(basename(await backup(a)));
  await choose(a, { fontScale: 1.2, newPerDay: 6 });
  await a.answer('c2');
  const then = await backup(a);
  expect(place.read(basename(then))).toMatchObject({
    provedWholeAt: first.provedWholeAt,
    digest: digestOf(a.store.progress),
  });
  await a.answer('c3');
  await a.restore(then);
  expect(lookOf(a)).toEqual(['system', 'dark', 1.2]);
  expect(a.store.settings.newPerDay).toBe(6);
});
