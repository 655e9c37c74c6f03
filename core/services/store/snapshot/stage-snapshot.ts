import { join } from 'node:path';
import type { Files } from '../../disk/files.ts';
import type { StagedFiles } from '../../disk/staged.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../../disk/marked-folder.ts';
import { readWhole } from '../../disk/whole-file.ts';
import { forkedSnapshot, withoutPlaces } from './moved-snapshot.ts';
import { GENERATIONS, SnapshotFile } from './snapshot-file.ts';
import type { Snapshot } from './snapshot.ts';
import type { Fork } from '../journal/forks.ts';

/**
 * What is known when files of the journals change under it: the knowledge stays, also of events whose lines are lost, under
 * the names they get; the places in the files do not hold any more.
 */
export const afterChange = (known: Snapshot, forks: readonly Fork[]): Snapshot =>
  withoutPlaces(forks.reduce(forkedSnapshot, known));

/** Lets a snapshot come in with the files it belongs to, and the older generations go aside. @throws errors of the disk */
export async function stageSnapshot(
  files: Files,
  dataDir: string,
  staged: StagedFiles,
  snapshot: Snapshot,
): Promise<void> {
  const marked = makeMarkedFolder(files, join(dataDir, 'unpacked'));
  const dir = join(marked, 'data');
  files.makeFolder(dir);
  try {
    await new SnapshotFile(files, dir).write(snapshot);
    for (const name of files.list(dir)) await staged.add(name, [readWhole(files, join(dir, name))!]);
  } finally {
    removeMarkedFolder(files, marked);
  }
  GENERATIONS.forEach((name) => staged.quarantine(name));
}
