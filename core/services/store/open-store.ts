import type { Clock, ProgressStore } from '../ports.ts';
import { lockFolder } from './data-lock.ts';
import { newDeviceId, openDevice, readDevice, type Device } from './device.ts';
import { diskError } from './disk-error.ts';
import { nodeFiles, type Files } from './files.ts';
import { JournalStore } from './journal-store.ts';
import { Quarantine } from './quarantine.ts';
import { SnapshotFile } from './snapshot-file.ts';
import { SnapshotKeeper, type SnapshotPlan } from './snapshot-keeper.ts';
import { takeSnapshot } from './snapshot.ts';
import { start } from './start.ts';

export interface StoreOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly files?: Files;
  readonly snapshots?: SnapshotPlan;
}

/** A folder that can not be written is still opened for reading: its device exists in memory until the disk takes it. */
async function deviceFor(files: Files, dataDir: string): Promise<Device> {
  try {
    return await openDevice(files, dataDir);
  } catch {
    return readDevice(files, dataDir) ?? { id: newDeviceId(), name: '' };
  }
}

/**
 * Opens the learner's history in a data folder, making the folder where it is missing.
 * @throws AppError `data-locked`, `data-too-new`, `disk-full`, `disk-refused`
 */
export async function openStore({ dataDir, clock, files = nodeFiles, snapshots }: StoreOptions): Promise<ProgressStore> {
  try {
    files.makeFolder(dataDir);
  } catch (cause) {
    throw diskError(cause, 'the data folder can not be made');
  }
  const lock = await lockFolder(files, dataDir);
  try {
    const device = await deviceFor(files, dataDir);
    const file = new SnapshotFile(files, dataDir);
    const started = start(files, dataDir, device, file, new Quarantine(files, dataDir, () => clock.now()));
    const keeper = new SnapshotKeeper(file, () => takeSnapshot(started.history, started.journals.covered, clock.now()), snapshots);
    if (started.replayed > 0) keeper.changed(started.replayed);
    return new JournalStore(started, device, clock, keeper, lock);
  } catch (cause) {
    await lock.release();
    throw diskError(cause, 'the data folder can not be read');
  }
}
