import { join } from 'node:path';
import { Low } from 'lowdb';
import type { StoreNotice } from '../ports.ts';
import type { BadPiece, DeviceJournal } from './journal/device-journal.ts';
import { keepDevice, type Device } from './journal/device.ts';
import type { StagedLoss } from '../disk/finish-staged.ts';
import type { Files } from '../disk/files.ts';
import { makeLastingFolder } from '../disk/lasting-folder.ts';
import { catchUp } from './catch-up.ts';
import { clearLeftovers } from './leftovers.ts';
import { History } from './fold/history.ts';
import { JournalWriter } from './journal/journal-writer.ts';
import { Journals } from './journal/journals.ts';
import type { Quarantine } from '../disk/quarantine.ts';
import { startNotices } from './start-notices.ts';
import type { SnapshotFile } from './snapshot/snapshot-file.ts';
import { restoreHistory, type Snapshot } from './snapshot/snapshot.ts';
import { readWhole } from '../disk/whole-file.ts';

/** What is open of a data folder. */
export interface OpenedFolder {
  readonly device: Device;
  readonly journals: Journals;
  readonly history: History;
  readonly writer: JournalWriter;
  /** What was found and mended so far. */
  readonly found: () => StoreNotice[];
  /** Events that came after the snapshot. */
  readonly replayed: number;
}

/** Damaged generations go to the quarantine, so that the next snapshot does not push a good one out. */
function quarantineDamaged(files: Files, dataDir: string, snapshots: SnapshotFile, quarantine: Quarantine): void {
  // Generations may name the same cards' file.
  for (const name of new Set(snapshots.damaged.flatMap(({ names }) => names))) {
    const path = join(dataDir, name);
    try {
      const bytes = readWhole(files, path);
      if (bytes === null || quarantine.put('snapshot', name, bytes)) files.remove(path);
    } catch {
      // Unreadable or not removable: the next snapshot goes over it.
    }
  }
}

function writerFor(
  files: Files,
  dataDir: string,
  device: Device,
  journal: DeviceJournal,
  quarantine: Quarantine,
): JournalWriter {
  const loose = journal.looseEnd;
  const keepLoose = () =>
    loose === null ||
    quarantine.put('unfinished', `journal/${journal.covered.device}/${loose.file}/${loose.offset}`, loose.bytes);
  let isKept = keepLoose();
  const firm = () => {
    isKept ||= keepLoose();
    if (!isKept) throw Object.assign(new Error('what is to be cut off the journal can not be kept'), { code: 'EIO' });
    keepDevice(files, dataDir, device);
    makeLastingFolder(files, dataDir, journal.folder);
    files.syncFolder(journal.folder);
  };
  const newest = journal.newest;
  const writer = new JournalWriter(
    files,
    journal.folder,
    newest?.name ?? '',
    loose?.offset ?? newest?.end ?? 0,
    loose?.bytes ?? null,
    firm,
  );
  writer.tidy();
  return writer;
}

/** What was read of a data folder; nothing in it was changed but that damaged snapshots went to the quarantine. */
export interface DataRead {
  readonly snapshot: Snapshot | null;
  /** Generations of the snapshot that could not be read. */
  readonly damaged: number;
  readonly journals: Journals;
  readonly history: History;
  readonly replayed: number;
  readonly bad: readonly BadPiece[];
}

/**
 * Reads the newest good snapshot and the journals behind it; without a snapshot, the journals from their begin.
 * @param own id of this device: its journal has a place, however many others there are
 * @param isMoved the journals' files changed: the places in the snapshot do not hold
 * @throws AppError `data-too-new`
 */
export async function readData(
  files: Files,
  dataDir: string,
  snapshots: SnapshotFile,
  quarantine: Quarantine,
  own: string,
  isMoved: boolean,
): Promise<DataRead> {
  clearLeftovers(files, dataDir);
  const db = new Low<Snapshot | null>(snapshots, null);
  await db.read();
  const snapshot = db.data;
  const damaged = snapshots.damaged.length;
  quarantineDamaged(files, dataDir, snapshots, quarantine);
  const bad: BadPiece[] = [];
  const covered = snapshot?.covered ?? [];
  const journals = new Journals(
    files,
    join(dataDir, 'journal'),
    isMoved ? covered.map((known) => ({ ...known, files: [] })) : covered,
    (piece) => void bad.push(piece),
  );
  journals.of(own);
  const known = snapshot ? restoreHistory(snapshot, journals) : new History(journals);
  const { history, replayed } = catchUp(known, journals);
  if (snapshot) history.learnSettings(snapshot.unknownSettings);
  return { snapshot, damaged, journals, history, replayed, bad };
}

/**
 * Makes what was read ready for the next answer: what can not be used goes to the quarantine, a torn end is cut off.
 * @param loss what of files that came in could not be brought to its place
 */
export function start(
  files: Files,
  dataDir: string,
  device: Device,
  read: DataRead,
  quarantine: Quarantine,
  loss: StagedLoss,
): OpenedFolder {
  const { journals, history, replayed } = read;
  for (const { device: from, file, offset, bytes, why } of read.bad)
    quarantine.put(why, `journal/${from}/${file}/${offset}`, bytes);
  const writer = writerFor(files, dataDir, device, journals.of(device.id), quarantine);
  return { device, journals, history, writer, found: () => startNotices(read, quarantine, loss), replayed };
}
