import { join } from 'node:path';
import type { StoreNotice } from '../ports.ts';
import { DeviceJournal } from './journal/device-journal.ts';
import type { Device } from './journal/device.ts';
import type { Files } from '../disk/files.ts';
import { History } from './fold/history.ts';
import { JournalWriter } from './journal/journal-writer.ts';
import { Journals } from './journal/journals.ts';
import type { Quarantine } from '../disk/quarantine.ts';
import type { SnapshotFile } from './snapshot/snapshot-file.ts';
import { restoreHistory } from './snapshot/snapshot.ts';
import { readWhole } from '../disk/whole-file.ts';

export interface Started {
  readonly journals: Journals;
  readonly history: History;
  readonly writer: JournalWriter;
  /** What was found and mended so far. */
  readonly found: () => StoreNotice[];
  /** Events that came after the snapshot. */
  readonly replayed: number;
}

/** Temp files of writes that a crash cut short hold nothing that was promised. */
function clearTemps(files: Files, dataDir: string): void {
  for (const name of files.list(dataDir)) {
    if (!name.endsWith('.tmp')) continue;
    try {
      files.remove(join(dataDir, name));
    } catch {
      // A folder that can not be written is still read; the name says that it may go.
    }
  }
}

/** Damaged generations go to the quarantine, so that the next snapshot does not push a good one out. */
function setAside(files: Files, dataDir: string, snapshots: SnapshotFile, quarantine: Quarantine): void {
  for (const { name } of snapshots.damaged) {
    const path = join(dataDir, name);
    try {
      const bytes = readWhole(files, path);
      if (bytes) quarantine.put('snapshot', name, bytes);
      files.remove(path);
    } catch {
      // Unreadable or not removable: the next snapshot goes over it.
    }
  }
}

function writerFor(files: Files, journal: DeviceJournal, quarantine: Quarantine): JournalWriter {
  const loose = journal.looseEnd;
  if (loose)
    quarantine.put('unfinished', `journal/${journal.covered.device}/${loose.file}/${loose.offset}`, loose.bytes);
  const newest = journal.newest;
  const writer = new JournalWriter(files, journal.folder, newest?.name ?? '', loose?.offset ?? newest?.end ?? 0);
  writer.tidy();
  return writer;
}

function noticesOf(journals: Journals, quarantine: Quarantine, snapshots: SnapshotFile): StoreNotice[] {
  const count = (...reasons: Parameters<typeof quarantine.counts.get>[0][]) =>
    reasons.reduce((sum, reason) => sum + (quarantine.counts.get(reason) ?? 0), 0);
  const all: StoreNotice[] = [
    { code: 'torn-line-cut', count: count('unfinished') },
    { code: 'lines-quarantined', count: count('damaged', 'refused', 'out-of-sequence', 'other-device') },
    { code: 'snapshot-rebuilt', count: snapshots.damaged.length },
    { code: 'device-mended', count: count('device') },
    { code: 'devices-left-out', count: journals.leftOut },
    { code: 'journal-missing', count: journals.all.reduce((sum, { missing }) => sum + missing.length, 0) },
  ];
  return all.filter((notice) => notice.count > 0);
}

/**
 * Reads the newest good snapshot and the journals behind it; without a snapshot, the journals from their begin.
 * @throws AppError `data-too-new`
 */
export function start(
  files: Files,
  dataDir: string,
  device: Device,
  snapshots: SnapshotFile,
  quarantine: Quarantine,
): Started {
  clearTemps(files, dataDir);
  const snapshot = snapshots.readNow();
  setAside(files, dataDir, snapshots, quarantine);
  const journals = new Journals(
    files,
    join(dataDir, 'journal'),
    snapshot?.covered ?? [],
    ({ device: from, file, offset, bytes, why }) => quarantine.put(why, `journal/${from}/${file}/${offset}`, bytes),
  );
  // Its own place, however many devices stand before it.
  journals.of(device.id);
  const history = snapshot ? restoreHistory(snapshot, journals) : new History(journals);
  const replayed = history.absorb(journals.unread());
  const writer = writerFor(files, journals.of(device.id), quarantine);
  return { journals, history, writer, found: () => noticesOf(journals, quarantine, snapshots), replayed };
}
