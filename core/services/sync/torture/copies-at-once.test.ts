import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../domain/random.ts';
import { digestOf, openDevice, testRoot, type TestDevice } from '../../backups/data-folder.fixture.ts';
import { PlainStore } from '../plain-store.ts';
import { readSetting, writeSetting } from '../sync-setting.ts';
import type { SyncStore } from '../sync-store.ts';
import { Syncing } from '../syncing.ts';

const RUNS = Number(process.env['JAMDAI_SYNC_RUNS'] ?? (process.env['JAMDAI_LONG'] ? 1_000 : 20));
const FIRST = Number(process.env['JAMDAI_SYNC_FIRST'] ?? 1);

/** A folder that two programs use at the same time: every call takes another while, so that their steps mix in any order. */
function slowed(store: SyncStore, random: () => number): SyncStore {
  const pause = async () => {
    for (let turns = Math.floor(random() * random() * 12); turns > 0; turns--)
      await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    parts: () => pause().then(() => store.parts()),
    list: (part) => pause().then(() => store.list(part)),
    read: async function* (part, name) {
      await pause();
      yield* store.read(part, name);
    },
    write: (part, name, pieces) => pause().then(() => store.write(part, name, pieces)),
    remove: (part, name) => pause().then(() => store.remove(part, name)),
    watch: (changed) => store.watch(changed),
  };
}

async function syncingOf(device: TestDevice, folder: string, random: () => number): Promise<Syncing> {
  const { files, dataDir, clock, store } = device;
  const known = readSetting(files, dataDir);
  const setting = {
    runs: [],
    left: [],
    device: store.device,
    partedAt: null,
    ...known,
    folder,
    seal: 'plain' as const,
  };
  await writeSetting(files, dataDir, setting);
  const log = (error: unknown) => {
    throw error;
  };
  return new Syncing({ data: device, clock, onTaken: async () => undefined, log }, setting, async () => ({
    store: slowed(new PlainStore(folder), random),
    seal: 'plain' as const,
  }));
}

describe('a data folder that was copied, while both copies sync at the same moment', () => {
  it(`becomes two devices that see the same and lost nothing, in ${RUNS} runs`, async () => {
    for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
      const random = randomFrom(seed);
      const root = testRoot();
      const folder = root.folder('shared');
      const open: TestDevice[] = [];
      try {
        let a = await openDevice(root.folder('a'));
        for (let i = 0; i < 4; i++) await a.answer(`csto/a-${i}`);
        await (await syncingOf(a, folder, random)).round();
        await a.close();
        cpSync(a.dataDir, join(root.root, 'b'), { recursive: true });
        a = await openDevice(a.dataDir);
        const b = await openDevice(join(root.root, 'b'));
        open.push(a, b);
        const both = [
          { device: a, syncing: await syncingOf(a, folder, random) },
          { device: b, syncing: await syncingOf(b, folder, random) },
        ];
        let given = 4;
        const work: Promise<void>[] = [];
        for (let step = 0; step < 24; step++) {
          const { device, syncing } = both[Math.floor(random() * 2)]!;
          const deed = random();
          if (deed < 0.5) await device.answer(`csto/c-${given++}`);
          else if (deed < 0.8) work.push(syncing.round());
          else work.push(syncing.writeOn());
          for (let turns = Math.floor(random() * 10); turns > 0; turns--)
            await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(work);
        for (let round = 0; round < 6; round++) await Promise.all(both.map(({ syncing }) => syncing.round()));
        const told = JSON.stringify(both.map(({ syncing }) => syncing.status()));
        expect(
          both.map(({ device }) => device.store.progress.reviewsTotal),
          `run ${seed}: ${told}`,
        ).toEqual([given, given]);
        expect(new Set(both.map(({ device }) => digestOf(device.store.progress))).size, `run ${seed}: ${told}`).toBe(1);
      } finally {
        for (const device of open) await device.close();
        root.dispose();
      }
    }
  });
});
