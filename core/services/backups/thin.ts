import { join } from 'node:path';
import { backupsToDrop } from '../../domain/backup-thinning.ts';
import type { Files } from '../disk/files.ts';
import type { BackupPlace } from './kept/backup-place.ts';
import { readBackups } from './read-backups.ts';

/** In a shared folder another computer may have copied objects already that its backup is going to name. */
const BEING_COPIED_MS = 86_400_000;

/**
 * Drops backups of this device that are not needed any more, and then the objects that no backup names, of any device.
 * @param now epoch ms
 * @param newest the backup that was just made
 * @param isShared other computers keep backups in the folder too
 */
export async function thin(
  files: Files,
  place: BackupPlace,
  ours: string,
  now: number,
  newest: string,
  isShared: boolean,
): Promise<void> {
  // One of another device, or one that lacks something, is neither counted nor dropped.
  const candidates = (await readBackups(files, place)).good.filter(({ device }) => device === ours);
  const drop = new Set(
    backupsToDrop(
      candidates.map(({ at }) => at),
      now,
    ),
  );
  const dropped = candidates.filter(({ at, name }) => drop.has(at) && name !== newest);
  for (const { name } of dropped) files.remove(join(place.folder, name));
  if (dropped.length > 0) await files.syncFolderAsync(place.folder);
  const diskNow = files.found(join(place.folder, newest))?.writtenAt ?? 0;
  await place.sweep(isShared ? diskNow - BEING_COPIED_MS : Infinity);
}
