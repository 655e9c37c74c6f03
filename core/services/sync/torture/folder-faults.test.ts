import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf, openDevice, testRoot, type TestDevice } from '../../backups/data-folder.fixture.ts';
import { bringIn } from '../../backups/bring-in.ts';
import { makeBrought } from '../../backups/torture/brought.ts';
import { unwatched } from '../../jobs/work.ts';
import { PlainStore } from '../plain-store.ts';
import { neverSynced } from '../sync-setting.ts';
import type { SyncStore } from '../sync-store.ts';
import { Syncing } from '../syncing.ts';
import { FaultyStore } from './faulty-store.ts';

const DAY_MS = 86_400_000;
const ROUNDS = 5;

/** A device that syncs through a folder as it finds it. */
function syncingOf(
  device: TestDevice,
  folder: string,
  around: (store: SyncStore) => SyncStore,
  logged: unknown[] = [],
) {
  const setting = { ...neverSynced(device.store.device), folder };
  const log = (error: unknown) => void logged.push(error);
  const parts = { data: device, clock: device.clock, onTaken: async () => undefined, log };
  const store = around(new PlainStore(folder));
  return new Syncing(parts, setting, async () => ({ store, seal: 'plain' as const }));
}

/** Two devices study and sync; the folder fails the one as it is told, and is well in the end. */
async function live(faulty: FaultyStore, names: readonly (string | null)[]) {
  const root = testRoot();
  const open: TestDevice[] = [];
  try {
    const folder = root.folder('shared');
    const [a, b] = [await openDevice(root.folder('a')), await openDevice(root.folder('b'))];
    open.push(a, b);
    await b.answer('csto/b-0');
    await bringIn(b, makeBrought(join(root.root, 'laid'), 1, 5), unwatched);
    const given = b.store.progress.reviewsTotal;
    const other = syncingOf(b, folder, (store) => store);
    await other.round();
    const own = syncingOf(a, folder, (store) => faulty.around(store));
    for (let i = 0; i < ROUNDS; i++) {
      await a.answer(`csto/a-${i}`);
      a.clock.advance(DAY_MS / 2);
      const before = faulty.failed.length;
      await (i % 3 === 1 ? own.writeOn() : own.round());
      const failed = faulty.failed.slice(before);
      if (failed.length > 0) expect(names, failed.join()).toContain(own.status().trouble?.what ?? null);
    }
    faulty.mend();
    for (const each of [own, other, own]) await each.round();
    expect([own, other].map((each) => each.status().trouble)).toEqual([null, null]);
    expect(own.status()).toMatchObject({ unwritten: 0, onTheWay: { events: 0, packs: 0, media: 0 } });
    expect([a, b].map(({ store }) => store.progress.reviewsTotal)).toEqual([given + ROUNDS, given + ROUNDS]);
    expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
  } finally {
    for (const device of open) await device.close();
    root.dispose();
  }
}

const isWrite = (call: string) => call === 'write' || call === 'remove';
/** Each fault at every so manieth call, all of them together at every one. */
const STEP = process.env['JAMDAI_LONG'] ? 1 : 4;

describe.each([
  ['ENOSPC', 1, ['disk-full']],
  ['short', 2, ['disk-full']],
  ['EIO', 3, ['failed']],
  ['EACCES', 4, ['not-writable', 'not-readable']],
] as const)('a sync folder that says %s', (fault, first, names) => {
  it('at any one call keeps nobody from studying, is told by its name, and nothing is lost once it is well', async () => {
    let at = STEP === 1 ? 1 : first;
    for (; ; at += STEP) {
      const faulty = new FaultyStore(fault, at, at);
      await live(faulty, names);
      if (faulty.failed.length === 0) break;
    }
    expect(at).toBeGreaterThan(50);
  }, 120_000);
});

describe('a sync folder', () => {
  it('that is full for a week is told as that, and takes everything once there is room', async () => {
    const faulty = new FaultyStore('ENOSPC', 3, Infinity, isWrite);
    await live(faulty, ['disk-full']);
    expect(faulty.failed.length).toBeGreaterThan(1);
  });

  it('that can only be read for a week brings what others do, and takes ours afterwards', async () => {
    const faulty = new FaultyStore('EROFS', 3, Infinity, isWrite);
    await live(faulty, ['not-writable']);
    expect(faulty.failed.length).toBeGreaterThan(1);
  });

  it('that is missing for a week is told as that, and catches up when it is there again', async () => {
    const faulty = new FaultyStore('ENOENT', 4, Infinity, (call) => call === 'parts');
    await live(faulty, ['folder-missing']);
    expect(faulty.failed.length).toBeGreaterThan(1);
  });

  it('of which one device can not be read brings what the others did, and takes ours', async () => {
    const root = testRoot();
    const open: TestDevice[] = [];
    try {
      const folder = root.folder('shared');
      for (const name of ['a', 'b', 'c']) open.push(await openDevice(root.folder(name)));
      const [a, b, c] = open as [TestDevice, TestDevice, TestDevice];
      for (const device of open) await device.answer('csto/one');
      const faulty = new FaultyStore('EIO', 1, Infinity, (call, part) => call === 'read' && part === b.store.device);
      const others = [b, c].map((device) => syncingOf(device, folder, (store) => store));
      for (const other of others) await other.round();
      const own = syncingOf(a, folder, (store) => faulty.around(store));
      await own.round();
      expect(a.store.progress.reviewsTotal).toBe(2);
      expect(own.status()).toMatchObject({ trouble: { what: 'failed' }, unwritten: 0, syncedAt: null });
      for (const other of others) await other.round();
      expect(b.store.progress.reviewsTotal).toBe(3);
      faulty.mend();
      await own.round();
      expect(own.status().trouble).toBeNull();
      expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
    } finally {
      for (const device of open) await device.close();
      root.dispose();
    }
  });
});
