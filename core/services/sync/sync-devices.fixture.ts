import { afterEach, beforeEach } from 'vitest';
import { openDevice, testRoot, type TestDevice } from '../backups/data-folder.fixture.ts';
import { Syncing, type SyncParts } from './syncing.ts';
import { neverSynced, readSetting, writeSetting } from './sync-setting.ts';

/** A device of a test that syncs when it is told to. */
export interface SyncedDevice extends TestDevice {
  /** As many rounds as are asked for. */
  sync(rounds?: number): Promise<void>;
  readonly syncing: Syncing;
  /** How often something came in. */
  readonly heard: { count: number };
}

/** Sets a device up for a folder, or goes on where it was. */
async function syncedDevice(device: TestDevice, folder: string): Promise<SyncedDevice> {
  const { files, dataDir } = device;
  const heard = { count: 0 };
  const parts: SyncParts = {
    data: device,
    clock: device.clock,
    onTaken: async () => void heard.count++,
    log: (error) => {
      throw error;
    },
  };
  const begun = async () => {
    const known = readSetting(files, dataDir);
    const setting = { ...neverSynced(device.store.device), ...known, folder };
    await writeSetting(files, dataDir, setting);
    return new Syncing(parts, setting);
  };
  let syncing = await begun();
  const restart = device.restart;
  return Object.assign(device, {
    heard,
    get syncing() {
      return syncing;
    },
    sync: async (rounds = 1) => {
      for (let i = 0; i < rounds; i++) await syncing.round();
    },
    restart: async () => {
      await restart();
      syncing = await begun();
    },
  });
}

/** The devices of a test, each in a folder of its own; they are closed, and their folders taken away, after each test of the file. */
export class SyncedDevices {
  root!: ReturnType<typeof testRoot>;
  open: TestDevice[] = [];

  constructor() {
    beforeEach(() => {
      this.root = testRoot();
      this.open = [];
    });
    afterEach(async () => {
      for (const device of this.open) await device.close();
      this.root.dispose();
    });
  }

  /** @param shared the folder it syncs with */
  readonly start = async (name: string, shared = 'shared'): Promise<SyncedDevice> => {
    const device = await openDevice(this.root.folder(name));
    this.open.push(device);
    return syncedDevice(device, this.root.folder(shared));
  };
}
