import type { Handlers, Input, Output } from '../../api/contract.ts';
import { diskError } from '../disk/disk-error.ts';
import { bytesOf, deviceList, lookAround } from './look.ts';
import { openFound, openToWrite, usableFolder } from './open-folder.ts';
import { readSetting, writeSetting } from './sync-setting.ts';
import { Syncing, type SyncParts } from './syncing.ts';

type SyncHandlers = Pick<
  Handlers,
  'sync.status' | 'sync.look' | 'sync.begin' | 'sync.leave' | 'sync.now' | 'sync.wake'
>;

/** The sync folder of a data folder: looked at, set up, left; what is done with it goes on in `Syncing`. */
export class SyncService {
  #syncing: Syncing;

  constructor(private readonly parts: SyncParts) {
    const { files, dataDir } = parts.data;
    this.#syncing = new Syncing(parts, readSetting(files, dataDir));
    this.#syncing.begin();
  }

  status(): Output<'sync.status'> {
    return this.#syncing.status();
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
    const setting = { folder, seal, ...(key !== undefined && { key }), device: store.device, runs: [], partedAt: null };
    await this.#syncing.end();
    await writeSetting(files, dataDir, setting);
    this.#syncing = new Syncing(this.parts, setting);
    this.#syncing.begin();
    return this.status();
  }

  async leave(): Promise<Output<'sync.status'>> {
    const { files, dataDir } = this.parts.data;
    await this.#syncing.end();
    await writeSetting(files, dataDir, null);
    this.#syncing = new Syncing(this.parts, null);
    return this.status();
  }

  async now(): Promise<Output<'sync.status'>> {
    await this.#syncing.round();
    return this.status();
  }

  /** Something may have come, or should be looked for. Quick, and never fails. */
  wake(): void {
    this.#syncing.wake();
  }

  /** This device accepted something. Quick, and never fails. */
  noticed(): void {
    this.#syncing.noticed();
  }

  /** The app closes: what is not written yet is, where that is soon done. */
  close(): Promise<void> {
    return this.#syncing.end();
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
