import type { Handlers, Input, Output } from '../../api/contract.ts';
import { diskError } from '../disk/disk-error.ts';
import { bytesOf, deviceList, lookAround } from './look.ts';
import { openFound, openToWrite, usableFolder } from './open-folder.ts';
import { PACE, SyncClock, type SyncPace } from './sync-clock.ts';
import { leaving, neverSynced, readSetting, writeSetting, type SyncSetting } from './sync-setting.ts';
import { Syncing, type SyncParts } from './syncing.ts';

type SyncHandlers = Pick<
  Handlers,
  'sync.status' | 'sync.look' | 'sync.begin' | 'sync.leave' | 'sync.now' | 'sync.wake'
>;

const OFF: Output<'sync.status'> = {
  ...{ folder: null, seal: null, work: null, syncedAt: null, unwritten: 0, trouble: null, partedAt: null },
  devices: [],
  onTheWay: { events: 0, packs: 0, media: 0 },
  arrived: 0,
};

/** The sync folder of a data folder: looked at, set up, left. */
export class SyncService {
  #syncing: Syncing | null = null;
  #clock: SyncClock | null = null;

  constructor(
    private readonly parts: SyncParts,
    private readonly pace: SyncPace = PACE,
  ) {}

  /** The app has started: goes on where it was set up. */
  start(): void {
    const { files, dataDir } = this.parts.data;
    const setting = readSetting(files, dataDir);
    if (setting !== null && setting.folder !== null) this.#go({ ...setting, folder: setting.folder });
  }

  status(): Output<'sync.status'> {
    return this.#syncing?.status() ?? OFF;
  }

  async look({ folder, passphrase }: Input<'sync.look'>): Promise<Output<'sync.look'>> {
    const { data } = this.parts;
    const found = await openFound(await usableFolder(data.dataDir, folder), { passphrase });
    if (found === null) return { seal: 'sealed', opened: false, devices: [], bytes: 0 };
    const parts = await lookAround(found.store);
    const reach = data.store.journal.reach();
    return {
      seal: found.seal,
      opened: true,
      devices: deviceList(parts, data.store.device, (device) => reach.get(device) ?? 0),
      bytes: parts.reduce((sum, part) => sum + bytesOf(part), 0),
    };
  }

  async begin({ folder: path, passphrase }: Input<'sync.begin'>): Promise<Output<'sync.status'>> {
    const { files, dataDir, store } = this.parts.data;
    const folder = await usableFolder(dataDir, path);
    const { seal, key } = await openToWrite(folder, { passphrase });
    await this.close();
    const before = readSetting(files, dataDir) ?? neverSynced(store.device);
    const runs = before.device === store.device ? before.runs : [];
    const place = { folder, seal, ...(key !== undefined && { key }) };
    const setting = { ...neverSynced(store.device), runs, ...leaving(before, store.device), ...place };
    await writeSetting(files, dataDir, setting);
    this.#go(setting);
    return this.status();
  }

  async leave(): Promise<Output<'sync.status'>> {
    const { files, dataDir } = this.parts.data;
    await this.close();
    const setting = readSetting(files, dataDir);
    if (setting !== null) {
      const { key: _, ...rest } = setting;
      await writeSetting(files, dataDir, { ...rest, folder: null });
    }
    return this.status();
  }

  async now(): Promise<Output<'sync.status'>> {
    await this.#syncing?.round();
    return this.status();
  }

  /** Something may have come, or should be looked for. Quick, and never fails. */
  wake(): void {
    this.#clock?.look();
  }

  /** This device accepted something. Quick, and never fails. */
  noticed(): void {
    this.#clock?.noticed();
  }

  /** The app closes: what is not written yet is, where that is soon done. */
  async close(): Promise<void> {
    await this.#clock?.end();
    this.#clock = this.#syncing = null;
  }

  #go(setting: SyncSetting & { readonly folder: string }): void {
    this.#syncing = new Syncing(this.parts, setting);
    this.#clock = new SyncClock(this.#syncing, this.pace);
    this.#clock.begin();
  }
}

export const syncHandlers = (service: SyncService): SyncHandlers => {
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw diskError(cause, 'the sync folder could not be used');
    });
  return {
    'sync.status': async () => service.status(),
    'sync.look': (input) => told(service.look(input)),
    'sync.begin': (input) => told(service.begin(input)),
    'sync.leave': () => told(service.leave()),
    'sync.now': () => told(service.now()),
    'sync.wake': async () => {
      service.wake();
      return { done: true };
    },
  };
};
