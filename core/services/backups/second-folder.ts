import { join, relative, resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { diskError } from '../disk/disk-error.ts';
import type { Files } from '../disk/files.ts';
import { tempName } from '../disk/whole-file.ts';
import { readDevice, writeDevice } from '../store/journal/device.ts';
import { BackupPlace } from './kept/backup-place.ts';
import type { KeptManifest } from './kept/kept-manifest.ts';
import type { DataFolder } from './folder/data-folder.ts';
import type { BackupReason } from './archive/backup-names.ts';

/** @throws AppError `not-found`, `bad-input` for a folder inside the data folder, `disk-refused` where it can not be written */
export async function setSecondFolder({ files, dataDir, store }: DataFolder, path: string): Promise<void> {
  const device = readDevice(files, dataDir) ?? { id: store.device, name: '' };
  const { secondFolder: _, ...bare } = device;
  if (path === '') return writeDevice(files, dataDir, bare);
  if (!files.facts(path)?.folder) throw new AppError('not-found', 'no such folder', { what: 'folder' });
  const way = relative(resolve(dataDir), resolve(path));
  if (!way.startsWith('..') && resolve(way) !== way)
    throw new AppError('bad-input', 'inside the data folder', {
      method: 'data.secondFolder',
      field: 'path',
      reason: 'inside',
    });
  const probe = tempName(join(path, 'jamdai'));
  try {
    files.close(files.open(probe, 'wx'));
    files.remove(probe);
  } catch (cause) {
    throw diskError(cause, 'the second folder can not be written');
  }
  await writeDevice(files, dataDir, { ...bare, secondFolder: resolve(path) });
}

/**
 * Copies a backup to a second folder: the objects that are missing there, each read again, then the manifest. Other computers
 * may keep theirs in the same folder, and share the objects.
 * @throws AppError `data-corrupt`; errors of the disk, also where the folder is not there
 */
export async function copyBackup(
  files: Files,
  own: BackupPlace,
  name: string,
  manifest: KeptManifest,
  reason: BackupReason,
  second: string,
): Promise<BackupPlace> {
  // It may be a disk that is not plugged in: its place must not be filled instead.
  if (!files.facts(second)?.folder) throw Object.assign(new Error('no second folder'), { code: 'ENOENT' });
  const place = new BackupPlace(files, second);
  for (const hash of await own.objectsOf(manifest)) await place.objects.copy(own.objects, hash);
  await place.objects.sync();
  if (!(await place.writeAs(name, manifest))) await place.write(manifest, reason);
  return place;
}
