import type { Files } from '../disk/files.ts';
import { readManifest } from './archive.ts';
import type { Backups } from './backups.ts';
import type { Reached } from './other-data.ts';

/** A backup that lost events can be looked for in. */
export interface BackupSource {
  readonly path: string;
  readonly at: number;
  /** Last number of each device in it. */
  readonly reached: Reached;
}

/** All backups that can be read, in the data folder and the second one, newest first. */
export async function backupSources(files: Files, backups: Backups): Promise<BackupSource[]> {
  const found: BackupSource[] = [];
  for (const { name, at } of await backups.list()) {
    const path = backups.pathOf(name);
    const manifest = await readManifest(files, path).catch(() => null);
    if (manifest) found.push({ path, at, reached: manifest.reached });
  }
  return found;
}
