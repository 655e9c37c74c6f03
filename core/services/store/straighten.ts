import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import type { Quarantine } from '../disk/quarantine.ts';
import { inSlices } from '../jobs/slices.ts';
import { freeQuarantineName } from '../disk/quarantine.ts';
import { StagedFiles } from '../disk/staged.ts';
import { readWhole } from '../disk/whole-file.ts';
import { readDevice, type Device } from './journal/device.ts';
import { gathering, type Gathered } from './journal/gather.ts';
import { journalFiles } from './journal/journal-file.ts';
import { laidOut } from './journal/layout.ts';
import { partedDevice } from './snapshot/parted-look.ts';
import { afterChange, stageSnapshot } from './snapshot/stage-snapshot.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What is wrong with the journal folder: events out of place in folders of devices, and copies beside the journals. */
export interface Disorder {
  readonly devices: ReadonlySet<string>;
  readonly strays: readonly string[];
}

export interface Straightened {
  /** Journal files that were written anew. */
  readonly files: number;
  /** Copies whose events were taken in; they are in the quarantine now. */
  readonly copies: number;
  /** What is known afterwards, by its new names. */
  readonly known: Snapshot | null;
}

/** Journal files become what their lines make in order. Returns how many were not so. */
async function stageJournals(files: Files, dataDir: string, staged: StagedFiles, gathered: Gathered): Promise<number> {
  let changed = 0;
  for (const [device, lines] of gathered.devices) {
    const layout = laidOut(lines);
    for (const [file, pieces] of layout) {
      const path = `journal/${device}/${file}`;
      const present = readWhole(files, join(dataDir, path));
      const wanted = Buffer.concat(pieces);
      if (present?.equals(wanted)) continue;
      if (present !== null) staged.quarantine(path);
      await staged.add(path, [wanted]);
      changed++;
    }
    for (const file of journalFiles(files, join(dataDir, 'journal', device))) {
      if (layout.has(file)) continue;
      staged.quarantine(`journal/${device}/${file}`);
      changed++;
    }
  }
  return changed;
}

/**
 * Puts a journal folder in order without losing a line: months that were swapped, renamed or doubled, lines in another
 * device's folder, copies that a synchroniser made. Every whole line counts once; copies that went their own ways become
 * devices of their own, as in a merge; files that were replaced go to the quarantine as they were.
 * @param known what the snapshot knows, lines or not; it stays
 * @throws errors of the disk; then nothing was changed, or all of it is at the next start
 */
export async function straighten(
  files: Files,
  dataDir: string,
  device: Device,
  { devices, strays }: Disorder,
  known: Snapshot | null,
  quarantine: Quarantine,
): Promise<Straightened> {
  const journalDir = join(dataDir, 'journal');
  const gathered = await inSlices(
    gathering(files, journalDir, devices, strays, ({ device: from, file, offset, bytes, why }) =>
      quarantine.put(why, `journal/${from}/${file}/${offset}`, bytes),
    ),
  );
  const staged = new StagedFiles(files, dataDir);
  let changed: number;
  let after = known;
  try {
    changed = await stageJournals(files, dataDir, staged, gathered);
    const left = gathered.forks.filter(({ ours }) => ours);
    const own = readDevice(files, dataDir) ?? device;
    const renamed = partedDevice(own, left, known);
    if (renamed !== own) {
      await staged.add('device.json', [Buffer.from(`${JSON.stringify(renamed)}\n`)]);
    }
    if (known !== null && changed > 0) {
      after = afterChange(known, left);
      await stageSnapshot(files, dataDir, staged, after);
    }
  } catch (error) {
    staged.drop();
    throw error;
  }
  await staged.commit();
  for (const stray of strays)
    files.rename(join(journalDir, stray), freeQuarantineName(files, dataDir, `journal/${stray}`));
  return { files: changed, copies: strays.length, known: after };
}
