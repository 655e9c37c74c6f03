import type { Clock } from '../ports.ts';
import { lockFolder } from '../disk/data-lock.ts';
import type { DataStore } from './data-store.ts';
import { newDeviceId, openDevice, readDevice, type Device } from './journal/device.ts';
import { diskError } from '../disk/disk-error.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import { JournalStore } from './journal-store.ts';
import { Ledger } from './ledger.ts';
import { Quarantine } from '../disk/quarantine.ts';
import { SnapshotFile } from './snapshot/snapshot-file.ts';
import { SnapshotKeeper, type SnapshotPlan } from './snapshot/snapshot-keeper.ts';
import { takeSnapshot } from './snapshot/snapshot.ts';
import { finishStaged } from '../disk/staged.ts';
import { start } from './start.ts';

export interface StoreOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly files?: Files;
  readonly snapshots?: SnapshotPlan;
  /** Called after every event that was accepted; must be quick. */
  readonly onAccepted?: () => void;
}

/** A folder that can not be written is still opened for reading: its device exists in memory until the disk takes it. */
async function deviceFor(files: Files, dataDir: string, quarantine: Quarantine): Promise<Device> {
  try {
    return await openDevice(files, dataDir, (name, bytes) => quarantine.put('device', name, bytes));
  } catch {
    return readDevice(files, dataDir) ?? { id: newDeviceId(), name: '' };
  }
}

/**
 * Opens the learner's history in a data folder, making the folder where it is missing.
 * @throws AppError `data-locked`, `data-too-new`, `disk-full`, `disk-refused`
 */
export async function openStore({
  dataDir,
  clock,
  files = nodeFiles,
  snapshots,
  onAccepted = () => undefined,
}: StoreOptions): Promise<DataStore> {
  try {
    files.makeFolder(dataDir);
  } catch (cause) {
    throw diskError(cause, 'the data folder can not be made');
  }
  const lock = await lockFolder(files, dataDir);
  try {
    const quarantine = new Quarantine(files, dataDir, () => clock.now());
    const first = await deviceFor(files, dataDir, quarantine);
    const file = new SnapshotFile(files, dataDir);
    const open = () => {
      finishStaged(files, dataDir);
      const device = readDevice(files, dataDir) ?? first;
      return {
        device,
        started: start(files, dataDir, device, file, quarantine),
      };
    };
    const take = (ledger: Ledger) =>
      ledger.isSettled ? takeSnapshot(ledger.history, ledger.journals.covered, clock.now()) : null;
    const keeper = (ledger: Ledger) => new SnapshotKeeper(file, () => take(ledger), snapshots);
    return new JournalStore(new Ledger(open, clock, keeper, onAccepted), clock, lock);
  } catch (cause) {
    await lock.release();
    throw diskError(cause, 'the data folder can not be read');
  }
}
