import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { PlainStore } from './plain-store.ts';
import { SyncClock } from './sync-clock.ts';
import { SyncedDevices } from './sync-devices.fixture.ts';
import { neverSynced } from './sync-setting.ts';
import { Syncing } from './syncing.ts';

const devices = new SyncedDevices();
const RARELY = 3_600_000;

it('what came after the first look and before the folder was watched is looked for', async () => {
  const [a, b] = [await devices.start('a'), await devices.start('b')];
  const folder = join(devices.root.root, 'shared');
  mkdirSync(folder, { recursive: true });
  let came: Promise<void> | null = null;
  const store = Object.assign(new PlainStore(folder), {
    watch: () => {
      came = a.answer('csto/a').then(() => a.sync());
      return () => undefined;
    },
  });
  const parts = { data: b, clock: b.clock, onTaken: async () => undefined, log: () => undefined };
  const setting = { ...neverSynced(b.store.device), folder };
  const syncing = new Syncing(parts, setting, async () => ({ store, seal: 'plain' }));
  const clock = new SyncClock(syncing, { afterAnswer: 10, atMost: 10, afterChange: 200, every: RARELY });
  clock.begin();
  await vi.waitFor(() => expect(b.store.progress.reviewsTotal).toBe(1), { timeout: 10_000 });
  await came;
  await clock.end();
});
