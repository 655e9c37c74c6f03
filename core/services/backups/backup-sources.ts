import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import type { Backups } from './backups.ts';
import { BackupPlace } from './kept/backup-place.ts';
import type { Reached } from './folder/read-folder.ts';
import { readBackups } from './read-backups.ts';

/** A backup that lost events can be looked for in. */
export interface BackupSource {
  readonly path: string;
  readonly at: number;
  /** Last number of each device in it. */
  readonly reached: Reached;
}

/** All backups that lack nothing, in the data folder and the second one, newest first. */
export async function backupSources(files: Files, backups: Backups): Promise<BackupSource[]> {
  const found: BackupSource[] = [];
  for (const folder of [backups.folder, backups.secondFolder]) {
    if (folder === null) continue;
    const { good } = await readBackups(files, new BackupPlace(files, folder));
    for (const { name, at, reached } of good) found.push({ path: join(folder, name), at, reached });
  }
  return found.sort((a, b) => b.at - a.at);
}
