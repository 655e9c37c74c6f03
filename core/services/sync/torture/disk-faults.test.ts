import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestOf, openDevice, testRoot, type TestDevice } from '../../backups/data-folder.fixture.ts';
import { bringIn } from '../../backups/bring-in.ts';
import { makeBrought } from '../../backups/torture/brought.ts';
import { fixedClock } from '../../clock.ts';
import { FaultyFiles, type Fault } from '../../disk/torture/faulty-files.ts';
import { unwatched } from '../../jobs/work.ts';
import { PlainStore } from '../plain-store.ts';
import { neverSynced, readSetting } from '../sync-setting.ts';
import { Syncing } from '../syncing.ts';

const STEP = process.env['JAMDAI_LONG'] ? 1 : 6;
const CALLS = 3;

function syncingOf(device: TestDevice, folder: string): Syncing {
  const setting = { ...neverSynced(device.store.device), ...readSetting(device.files, device.dataDir), folder };
  const log = () => undefined;
  const parts = { data: device, clock: device.clock, onTaken: async () => undefined, log };
  return new Syncing(parts, setting, async () => ({ store: new PlainStore(folder), seal: 'plain' as const }));
}

/** A copied data folder meets what the other copy wrote, an import and another device, while its own disk fails. @returns whether it did */
async function meets(fault: Fault, at: number): Promise<boolean> {
  const root = testRoot();
  const open: TestDevice[] = [];
  const start = async (name: string, ...how: [clock?: TestDevice['clock'], files?: TestDevice['files']]) => {
    const device = await openDevice(root.folder(name), ...how);
    open.push(device);
    return device;
  };
  try {
    const folder = root.folder('shared');
    const first = await openDevice(root.folder('a'));
    for (let i = 0; i < 3; i++) await first.answer(`csto/${i}`);
    await first.close();
    cpSync(first.dataDir, join(root.root, 'b'), { recursive: true });
    // Both copies went on: the one that is disturbed is the one that gets another name.
    const disk = new FaultyFiles(fault, at, at + CALLS - 1);
    disk.calls = -Infinity;
    const clock = fixedClock(first.clock.now() + 3_600_000, 420);
    const disturbed = await openDevice(root.folder('a'), clock);
    for (let i = 0; i < 4; i++) await disturbed.answer(`csto/a-${i}`);
    await disturbed.close();
    const b = await start('b', fixedClock(first.clock.now() + 60_000, 420));
    for (let i = 0; i < 5; i++) await b.answer(`csto/b-${i}`);
    const c = await start('c');
    await c.answer('csto/c');
    await bringIn(c, makeBrought(join(root.root, 'laid'), 1, 3), unwatched);
    const given = c.store.progress.reviewsTotal + 3 + 4 + 5;
    const others = [b, c].map((device) => syncingOf(device, folder));
    for (const other of others) await other.round();
    const a = await start('a', clock, disk.files);
    disk.calls = 0;
    const own = syncingOf(a, folder);
    await own.round();
    disk.calls = Infinity;
    // Between rounds it is told, and what goes out meanwhile is true.
    for (const each of [own, ...others, own, ...others]) {
      for (const { clock } of open) clock.advance(11 * 60_000);
      await each.round();
    }
    for (const each of [own, ...others]) expect(each.status().trouble, `${fault} at ${at}`).toBeNull();
    const where = `${fault} at ${at}`;
    expect(
      open.map(({ store }) => store.progress.reviewsTotal),
      where,
    ).toEqual([given, given, given]);
    expect(new Set(open.map(({ store }) => digestOf(store.progress))).size, where).toBe(1);
    return disk.failed > 0;
  } finally {
    for (const device of open) await device.close();
    root.dispose();
  }
}

describe.each([
  ['ENOSPC', 1],
  ['short', 3],
  ['EIO', 5],
] as const)('a disk that says %s while lines of others come in', (fault, first) => {
  it('loses nothing, doubles nothing and lets out nothing that is not true', async () => {
    let at = STEP === 1 ? 1 : first;
    while (await meets(fault, at)) at += STEP;
    expect(at).toBeGreaterThan(50);
  }, 300_000);
});
