import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../backups/data-folder.fixture.ts';
import { SyncedDevices, type SyncedDevice } from './sync-devices.fixture.ts';

const devices = new SyncedDevices();
const digests = (...all: SyncedDevice[]) => new Set(all.map(({ store }) => digestOf(store.progress)));
const shared = () => join(devices.root.root, 'shared', 'jamdai-sync');

describe('what is gone from a data folder and lies in the sync folder', () => {
  const damaged = (path: string) => {
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(path, bytes);
  };
  const gone = (path: string) => rmSync(path);
  it.each([
    ['of another device, all of it', gone, false],
    ['of another device, a line in its middle', damaged, false],
    ['of this one, a line in its middle', damaged, true],
  ] as const)('comes again: %s', async (_, lose, isOwn) => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    for (const each of [a, b])
      for (const card of ['a', 'b', 'c', 'd', 'e']) {
        await each.answer(`csto/${card}`);
        await each.sync();
      }
    await a.sync(2);
    await a.restart();
    const path = join(a.dataDir, 'journal', (isOwn ? a : b).store.device, '2026-11.ndjson');
    const before = readFileSync(path);
    await a.store.close();
    lose(path);
    for (const name of readdirSync(a.dataDir)) if (/^(?:progress|cards-)/.test(name)) rmSync(join(a.dataDir, name));
    await a.restart();
    expect(a.store.progress.reviewsTotal).toBeLessThan(10);
    await a.sync(2);
    expect(a.syncing.status().onTheWay.events).toBe(0);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(a.store.progress.reviewsTotal).toBe(10);
    await b.sync();
    expect(digests(a, b).size).toBe(1);
  });
});

describe('what a crash left in the own part of a sync folder', () => {
  it('is taken away once it is old, and nothing else', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    for (const each of [a, b]) {
      await each.answer('csto/a');
      await each.sync();
      await each.restart();
    }
    const left = (device: SyncedDevice, end: string) => {
      const folder = join(shared(), `${device.store.device}${end}`);
      mkdirSync(folder, { recursive: true });
      for (const [name, age] of [
        ['.j-old.1-1.tmp', 7_200],
        ['.j-new.1-2.tmp', 0],
        ['.mine.tmp', 7_200],
      ] as const) {
        writeFileSync(join(folder, name), 'x');
        const at = Date.now() / 1000 - age;
        utimesSync(join(folder, name), at, at);
      }
      return () =>
        readdirSync(folder)
          .filter((name) => name.endsWith('.tmp'))
          .sort();
    };
    const [own, library, other] = [left(a, ''), left(a, '-files'), left(b, '')];
    await a.sync();
    for (const there of [own, library]) expect(there()).toEqual(['.j-new.1-2.tmp', '.mine.tmp']);
    expect(other()).toHaveLength(3);
  });
});
