import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refOf } from '../../domain/history/events.ts';
import { bringIn } from '../backups/bring-in.ts';
import { digestOf, hashesBelow } from '../backups/data-folder.fixture.ts';
import { makeBrought } from '../backups/torture/brought.ts';
import { unwatched } from '../jobs/work.ts';
import { SyncedDevices, type SyncedDevice } from './sync-devices.fixture.ts';

const devices = new SyncedDevices();
const digests = (...all: SyncedDevice[]) => new Set(all.map(({ store }) => digestOf(store.progress)));
const shared = () => join(devices.root.root, 'shared', 'jamdai-sync');
const namesOf = (device: SyncedDevice) => readdirSync(join(shared(), device.store.device)).sort();
const segmentsOf = (device: SyncedDevice) => namesOf(device).filter((name) => name.endsWith('.ndjson'));

describe('devices that share a folder', () => {
  it('have what each of them did, after each has looked once more', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    for (let i = 0; i < 5; i++) await a.answer(`csto/a-${i}`);
    for (let i = 0; i < 3; i++) await b.answer(`csto/b-${i}`);
    await a.answer('csto/b-1');
    await a.sync();
    await b.sync();
    await a.sync();
    expect(digests(a, b).size).toBe(1);
    expect([a.store.progress.reviewsTotal, b.heard.count, a.heard.count]).toEqual([9, 1, 1]);
    expect(a.syncing.status()).toMatchObject({ trouble: null, unwritten: 0, onTheWay: { events: 0 } });
  });

  it('go on from where they were after a start, and write nothing that is there', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    await a.answer('csto/a');
    await a.sync();
    await a.restart();
    const before = segmentsOf(a);
    await a.sync();
    expect(segmentsOf(a)).toEqual(before);
    await a.answer('csto/b');
    await a.sync();
    await b.sync();
    expect(b.store.progress.reviewsTotal).toBe(2);
  });

  it('take an undo of another device', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    await a.answer('csto/a');
    await a.sync();
    await b.sync();
    await b.store.undo(refOf({ device: a.store.device, seq: 1 }));
    await b.sync();
    await a.sync();
    expect(a.store.progress.reviewsTotal).toBe(0);
    expect(digests(a, b).size).toBe(1);
  });

  it('join small segments into larger ones, without a gap at any time', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    for (let i = 0; i < 70; i++) {
      await a.answer(`csto/a-${i % 9}`);
      await a.sync();
    }
    expect(segmentsOf(a).length).toBeLessThan(16);
    await b.sync();
    expect(digests(a, b).size).toBe(1);
  });
});

describe('what a synchroniser does', () => {
  it('is told as on its way where a part came by half, and nothing behind it is taken', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    await a.answer('csto/a');
    await a.sync();
    await a.answer('csto/b');
    await a.sync();
    const [first = ''] = segmentsOf(a);
    const path = join(shared(), a.store.device, first);
    const whole = readFileSync(path);
    truncateSync(path, whole.length - 20);
    await b.sync();
    expect(b.store.progress.reviewsTotal).toBe(0);
    expect(b.syncing.status().onTheWay.events).toBe(2);
    writeFileSync(path, whole);
    await b.sync();
    expect(b.store.progress.reviewsTotal).toBe(2);
  });

  it('does no harm by other names, copies of the same, and folders called otherwise', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    for (const card of ['a', 'b', 'c']) {
      await a.answer(`csto/${card}`);
      await a.sync();
    }
    const part = join(shared(), a.store.device);
    const names = segmentsOf(a);
    renameSync(join(part, names[0]!), join(part, `${names[0]!.toUpperCase()} (สำเนาที่ขัดแย้ง 2026).NDJSON`));
    cpSync(join(part, names[1]!), join(part, 'x.sync-conflict-20261130.ndjson'));
    renameSync(part, join(shared(), 'ชื่ออื่น'));
    await b.sync();
    expect(b.store.progress.reviewsTotal).toBe(3);
    await a.sync();
    await b.sync();
    expect(digests(a, b).size).toBe(1);
  });

  it('is mended by the one whose part shrank or was damaged', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    for (const card of ['a', 'b', 'c']) {
      await a.answer(`csto/${card}`);
      await a.sync();
    }
    const part = join(shared(), a.store.device);
    const names = segmentsOf(a);
    rmSync(join(part, names[0]!));
    const bytes = readFileSync(join(part, names[1]!));
    bytes[bytes.length - 30]! ^= 1;
    writeFileSync(join(part, names[1]!), bytes);
    await a.sync();
    await b.sync();
    expect(digests(a, b).size).toBe(1);
    rmSync(shared(), { recursive: true });
    await a.sync();
    await a.answer('csto/d');
    await a.sync();
    await b.sync();
    expect(digests(a, b).size).toBe(1);
  });

  it('is no matter where a clock is decades off, and what it explains comes later', async () => {
    const [a, b, c] = [await devices.start('a'), await devices.start('b'), await devices.start('c')];
    a.clock.set(Date.parse('2077-01-01T10:00Z'));
    await a.answer('csto/a');
    await a.sync();
    await b.sync();
    await b.answer('csto/b');
    await b.sync();
    const part = join(shared(), a.store.device);
    renameSync(part, join(devices.root.root, 'late'));
    await c.sync();
    expect(c.store.progress.reviewsTotal).toBe(0);
    renameSync(join(devices.root.root, 'late'), part);
    await c.sync();
    expect(c.store.progress.reviewsTotal).toBe(2);
    await a.sync();
    expect(digests(a, b, c).size).toBe(1);
  });

  it('leaves studying alone while the folder is missing, and all is caught up later', async () => {
    const a = await devices.start('a');
    await a.sync();
    rmSync(join(devices.root.root, 'shared'), { recursive: true });
    await a.answer('csto/a');
    await a.sync();
    expect(a.syncing.status().trouble?.what).toBe('folder-missing');
    mkdirSync(join(devices.root.root, 'shared'));
    await a.sync();
    expect(a.syncing.status()).toMatchObject({ trouble: null, unwritten: 0 });
  });
});

describe('a data folder that was copied', () => {
  const copied = async (a: SyncedDevice, name: string) => {
    await a.store.writeSnapshot();
    cpSync(a.dataDir, join(devices.root.root, name), { recursive: true });
    return devices.start(name);
  };

  it('is noticed by what the other wrote, and goes on as a device of its own before anything differs', async () => {
    const a = await devices.start('a');
    await a.answer('csto/a');
    await a.sync();
    const b = await copied(a, 'b');
    const id = a.store.device;
    expect(b.store.device).toBe(id);
    await a.restart();
    await a.sync();
    await b.sync();
    expect(a.store.device).toBe(id);
    expect(b.store.device).not.toBe(id);
    expect([a, b].map(({ syncing }) => syncing.status().partedAt !== null)).toEqual([false, true]);
    await a.answer('csto/b');
    await b.answer('csto/c');
    for (const each of [b, a, b]) await each.sync();
    expect(digests(a, b).size).toBe(1);
    expect(a.store.progress.reviewsTotal).toBe(3);
  });

  it('loses no answer where both went on under one name before they met', async () => {
    const [a, c] = [await devices.start('a'), await devices.start('c')];
    await a.answer('csto/a');
    await a.sync();
    await c.sync();
    const b = await copied(a, 'b');
    for (const card of ['b', 'c', 'd']) await a.answer(`csto/${card}`);
    for (const card of ['e', 'f']) await b.answer(`csto/${card}`);
    await a.sync();
    for (const each of [b, c, a, c, b, a, c]) {
      each.clock.advance(11 * 60_000);
      await each.sync(2);
    }
    expect(new Set([a, b, c].map(({ store }) => store.device)).size).toBe(3);
    expect([a, b, c].map(({ store }) => store.progress.reviewsTotal)).toEqual([6, 6, 6]);
    expect(digests(a, b, c).size).toBe(1);
  });

  // Who answered first keeps the lines under the old name.
  for (const aheadMs of [0, 600_000])
    it(`shows the other copy at once what it did under the name that it left (${aheadMs} ms before it)`, async () => {
      const a = await devices.start('a');
      await a.answer('csto/a');
      await a.sync();
      const b = await copied(a, 'b');
      await a.answer('csto/b');
      b.clock.advance(aheadMs);
      await b.answer('csto/c');
      await b.sync();
      for (const each of [a, b, a]) await each.sync();
      expect([a, b].map(({ store }) => store.progress.reviewsTotal)).toEqual([3, 3]);
      expect(digests(a, b).size).toBe(1);
    });

  for (const aheadMs of [0, 600_000])
    it(`is listed as two devices, also where neither goes by the old name any more (${aheadMs} ms before it)`, async () => {
      const [a, c] = [await devices.start('a'), await devices.start('c')];
      await a.answer('csto/a');
      await a.sync();
      const b = await copied(a, 'b');
      await a.answer('csto/b');
      b.clock.advance(aheadMs);
      await b.answer('csto/c');
      await b.sync();
      for (const each of [a, b, a, b, c, a, b, c]) await each.sync();
      const ids = [a, b, c].map(({ store }) => store.device).sort();
      for (const { syncing } of [a, b, c])
        expect(
          syncing
            .status()
            .devices.map(({ id }) => id)
            .sort(),
        ).toEqual(ids);
      expect(new Set(ids).size).toBe(3);
    });

  it('keeps lines whose order only another device explains', async () => {
    const [a, c] = [await devices.start('a'), await devices.start('c')];
    c.clock.set(Date.parse('2060-01-01T10:00Z'));
    await c.answer('csto/c');
    await c.sync();
    await a.sync();
    await a.answer('csto/a');
    await a.sync();
    const b = await copied(a, 'b');
    await a.answer('csto/b');
    await b.answer('csto/d');
    for (const each of [a, b, c, a, b, c]) {
      each.clock.advance(11 * 60_000);
      await each.sync(2);
    }
    expect([a, b, c].map(({ store }) => store.progress.reviewsTotal)).toEqual([4, 4, 4]);
    expect(digests(a, b, c).size).toBe(1);
  });

  it('that was set back has again what it wrote since', async () => {
    const a = await devices.start('a');
    await a.answer('csto/a');
    await a.sync();
    const b = await copied(a, 'b');
    for (const card of ['b', 'c', 'd']) await a.answer(`csto/${card}`);
    await a.sync();
    await b.sync();
    expect(b.store.progress.reviewsTotal).toBe(4);
    expect(digests(a, b).size).toBe(1);
  });
});

describe('an import', () => {
  it('comes with its lines, pack and media, and is known as it was made', async () => {
    const [a, b] = [await devices.start('a'), await devices.start('b')];
    const laid = makeBrought(join(devices.root.root, 'laid'), 1, 9_000);
    await bringIn(a, laid, unwatched);
    await a.sync();
    await b.sync();
    expect(digests(a, b).size).toBe(1);
    expect(hashesBelow(join(b.dataDir, 'library'))).toEqual(hashesBelow(join(a.dataDir, 'library')));
    await b.restart();
    expect(digests(a, b).size).toBe(1);
  });
});
