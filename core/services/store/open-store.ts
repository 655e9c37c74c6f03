import { AppError } from '../../domain/errors.ts';
import type { Clock } from '../ports.ts';
import { lockFolder, type LockFolder } from '../disk/data-lock.ts';
import type { DataStore } from './data-store.ts';
import { newDeviceId, openDevice, readDevice, writeDevice, type Device } from './journal/device.ts';
import { diskError } from '../disk/disk-error.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import { Quarantine } from '../disk/quarantine.ts';
import { isForeignFolder } from './foreign-folder.ts';
import { JournalStore } from './journal-store.ts';
import { SnapshotFile } from './snapshot/snapshot-file.ts';
import type { OpenedFolder } from './start.ts';
import type { SnapshotPlan } from './snapshot/snapshot-keeper.ts';
import { makeLastingRoot } from '../disk/lasting-folder.ts';
import { openMended } from './open-folder.ts';

export interface StoreOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly files?: Files;
  readonly lock?: LockFolder;
  readonly snapshots?: SnapshotPlan;
  /** The learner wants the data in this folder though it holds other files. */
  readonly adopt?: boolean;
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

/** Where device.json was lost the data belong to a new device: it looks like the one that was used last. */
async function withLastLook(files: Files, dataDir: string, opened: OpenedFolder): Promise<OpenedFolder> {
  const { progress, last } = opened.history;
  const look = progress.looks.get(last.device);
  if (look === undefined) return opened;
  const device = { ...opened.device, look };
  // A folder that can not be written is opened for reading.
  await writeDevice(files, dataDir, device).catch(() => undefined);
  return { ...opened, device };
}

/**
 * Opens the learner's history in a data folder, making the folder where it is missing.
 * @throws AppError `foreign-folder` before anything is made in it, `data-locked`, `data-too-new`, `disk-full`, `disk-refused`
 */
export async function openStore({
  dataDir,
  clock,
  files = nodeFiles,
  lock: lockWith = lockFolder,
  snapshots,
  adopt = false,
  onAccepted = () => undefined,
}: StoreOptions): Promise<DataStore> {
  try {
    if (!adopt && isForeignFolder(files, dataDir))
      throw new AppError(
        'foreign-folder',
        'the folder holds other files and was never a data folder; --adopt takes it',
      );
    if (readDevice(files, dataDir) === null) makeLastingRoot(files, dataDir);
  } catch (cause) {
    throw diskError(cause, 'the data folder can not be made');
  }
  const lock = lockWith(files, dataDir, clock.now());
  try {
    const quarantine = new Quarantine(files, dataDir, () => clock.now());
    const isNew = readDevice(files, dataDir) === null;
    const first = await deviceFor(files, dataDir, quarantine);
    const folder = { files, dataDir, first, snapshots: new SnapshotFile(files, dataDir), quarantine };
    const opened = await openMended(folder);
    const begun = isNew ? await withLastLook(files, dataDir, opened) : opened;
    return new JournalStore(begun, folder, { clock, lock, plan: snapshots, onAccepted });
  } catch (cause) {
    lock.release();
    throw diskError(cause, 'the data folder can not be read');
  }
}
