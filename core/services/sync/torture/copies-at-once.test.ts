import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../domain/random.ts';
import { digestOf, openDevice, testRoot, type TestDevice } from '../../backups/data-folder.fixture.ts';
import { openToWrite } from '../open-folder.ts';
import { neverSynced, readSetting, writeSetting } from '../sync-setting.ts';
import type { SyncStore } from '../sync-store.ts';
import { Syncing } from '../syncing.ts';

const RUNS = Number(process.env['JAMDAI_SYNC_RUNS'] ?? (process.env['JAMDAI_LONG'] ? 1_000 : 12));
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
    ...(store.isLocked && { isLocked: (part) => store.isLocked!(part) }),
    watch: (changed) => store.watch(changed),
  };
}

/** One of those who use the folder at once. */
interface User {
  readonly device: TestDevice;
  syncing: Syncing;
}

/** Some copies of one data folder, perhaps another device, and what each of them does at the same moment. */
class Copies {
  readonly users: User[] = [];
  given = 0;
  readonly #folder: string;
  #key: string | undefined;

  constructor(
    private readonly root: ReturnType<typeof testRoot>,
    private readonly random: () => number,
    private readonly isSealed: boolean,
  ) {
    this.#folder = root.folder('shared');
  }

  async begin(copies: number, isAnotherThere: boolean): Promise<void> {
    const first = await openDevice(this.root.folder('copy-0'));
    for (let i = 0; i < 4; i++) await this.#answer(first);
    const { syncing } = await this.#user(first);
    await syncing.round();
    await first.close();
    for (let i = 1; i < copies; i++) cpSync(first.dataDir, join(this.root.root, `copy-${i}`), { recursive: true });
    const names = Array.from({ length: copies }, (_, i) => `copy-${i}`);
    for (const name of [...names, ...(isAnotherThere ? ['other'] : [])])
      this.users.push(await this.#user(await openDevice(this.root.folder(name))));
  }

  async live(steps: number): Promise<void> {
    const work: Promise<void>[] = [];
    for (let step = 0; step < steps; step++) {
      const user = this.users[Math.floor(this.random() * this.users.length)]!;
      const deed = this.random();
      if (deed < 0.48) await this.#answer(user.device);
      else if (deed < 0.75) work.push(user.syncing.round());
      else if (deed < 0.93) work.push(user.syncing.writeOn());
      else await this.#restart(user);
      for (let turns = Math.floor(this.random() * 10); turns > 0; turns--)
        await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(work);
  }

  async rest(): Promise<void> {
    for (let round = 0; round < 8; round++) await Promise.all(this.users.map(({ syncing }) => syncing.round()));
  }

  async end(): Promise<void> {
    for (const { device } of this.users) await device.close();
  }

  #answer(device: TestDevice): Promise<string> {
    return device.answer(`csto/c-${this.given++}`);
  }

  /** The app ends, while the others go on. */
  async #restart(user: User): Promise<void> {
    await user.syncing.end();
    await user.device.restart();
    user.syncing = (await this.#user(user.device)).syncing;
  }

  async #user(device: TestDevice): Promise<User> {
    const { files, dataDir, clock, store } = device;
    const sealing = this.isSealed ? { passphrase: 'ลมฟ้าอากาศดีทุกวัน', cost: 4, key: this.#key } : {};
    const opened = await openToWrite(this.#folder, sealing);
    this.#key = opened.key;
    const setting = { ...neverSynced(store.device), ...readSetting(files, dataDir), folder: this.#folder };
    await writeSetting(files, dataDir, setting);
    const log = (error: unknown) => {
      throw error;
    };
    const parts = { data: device, clock, onTaken: async () => undefined, log };
    const folder = { ...opened, store: slowed(opened.store, this.random) };
    return { device, syncing: new Syncing(parts, setting, async () => folder) };
  }
}

describe.each([
  { what: 'two copies', copies: 2, isAnotherThere: false, isSealed: false },
  { what: 'two copies and another device', copies: 2, isAnotherThere: true, isSealed: false },
  { what: 'two copies over a sealed folder', copies: 2, isAnotherThere: true, isSealed: true },
  { what: 'three copies', copies: 3, isAnotherThere: false, isSealed: false },
])('a data folder that was copied, $what of which sync at the same moment', ({ copies, isAnotherThere, isSealed }) => {
  it(`becomes devices of their own that see the same and lost nothing, in ${RUNS} runs`, async () => {
    for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
      const root = testRoot();
      const life = new Copies(root, randomFrom(seed), isSealed);
      try {
        await life.begin(copies, isAnotherThere);
        await life.live(24);
        await life.rest();
        const told = `run ${seed}: ${JSON.stringify(life.users.map(({ syncing }) => syncing.status()))}`;
        const totals = life.users.map(({ device }) => device.store.progress.reviewsTotal);
        expect(totals, told).toEqual(life.users.map(() => life.given));
        expect(new Set(life.users.map(({ device }) => digestOf(device.store.progress))).size, told).toBe(1);
      } finally {
        await life.end();
        root.dispose();
      }
    }
  }, 600_000);
});
