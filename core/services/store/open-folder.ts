import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import type { Quarantine } from '../disk/quarantine.ts';
import { finishStaged, isStagedPending, type StagedLoss } from '../disk/finish-staged.ts';
import type { StoreNotice } from '../ports.ts';
import { readDevice, type Device } from './journal/device.ts';
import { strayFiles } from './journal/strays.ts';
import type { SnapshotFile } from './snapshot/snapshot-file.ts';
import { takeSnapshot } from './snapshot/snapshot.ts';
import { readData, start, type DataRead, type OpenedFolder } from './start.ts';
import { straighten, type Disorder, type Straightened } from './straighten.ts';

/** A data folder, and what is needed to read it. */
export interface FolderToOpen {
  readonly files: Files;
  readonly dataDir: string;
  /** The device where device.json can not be read. */
  readonly first: Device;
  readonly snapshots: SnapshotFile;
  readonly quarantine: Quarantine;
}

const deviceOf = ({ files, dataDir, first }: FolderToOpen): Device => readDevice(files, dataDir) ?? first;

interface FolderRead {
  readonly data: DataRead;
  readonly loss: StagedLoss;
}

async function read(folder: FolderToOpen, isMoved: boolean): Promise<FolderRead> {
  const { files, dataDir, snapshots, quarantine } = folder;
  const loss = finishStaged(files, dataDir);
  return { data: await readData(files, dataDir, snapshots, quarantine, deviceOf(folder).id, isMoved), loss };
}

/** Opens the folder as it is: at once, and what is out of order in it is not read. */
export async function openFolder(folder: FolderToOpen): Promise<OpenedFolder> {
  const { data, loss } = await read(folder, false);
  return start(folder.files, folder.dataDir, deviceOf(folder), data, folder.quarantine, loss);
}

function noticesOf({ files, copies }: Straightened, { devices }: Disorder): StoreNotice[] {
  const all: StoreNotice[] = [
    { code: 'journal-sorted', count: devices.size > 0 ? files : 0 },
    { code: 'copies-taken-in', count: copies },
  ];
  return all.filter(({ count }) => count > 0);
}

/** Opens the folder, and puts its journals in order first where they are not. */
export async function openMended(folder: FolderToOpen): Promise<OpenedFolder> {
  const { files, dataDir, quarantine } = folder;
  const first = await read(folder, false);
  const { loss } = first;
  let { data } = first;
  const disorder: Disorder = { devices: data.journals.disordered, strays: strayFiles(files, join(dataDir, 'journal')) };
  const notices: StoreNotice[] = [];
  if (disorder.devices.size + disorder.strays.length > 0) {
    const known = data.snapshot && takeSnapshot(data.history, data.journals.covered, data.snapshot.at);
    const mended = await straighten(files, dataDir, deviceOf(folder), disorder, known, quarantine).catch(
      (error: unknown) => {
        // A folder that can not be written is read as it is; one that changed by half is not.
        if (isStagedPending(files, dataDir)) throw error;
        return null;
      },
    );
    if (mended) notices.push(...noticesOf(mended, disorder));
    const damaged = data.damaged;
    ({ data } = await read(folder, true));
    data = { ...data, damaged: data.damaged + damaged };
  }
  const opened = start(files, dataDir, deviceOf(folder), data, quarantine, loss);
  return { ...opened, found: () => [...opened.found(), ...notices] };
}
