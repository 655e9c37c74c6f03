import { dirname, resolve } from 'node:path';
import type { Files } from './files.ts';

/** Folders above a data folder that may not be opened, or whose disk knows no such sync, are not ours to care for. */
const NOT_OURS = new Set(['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EROFS', 'EISDIR']);

/**
 * Makes a folder below `root` so that it is still there after a power cut: every folder above it, `root` included, is synced,
 * also where nothing was made, since a program that was killed may have made it and gone no further.
 */
export function makeLastingFolder(files: Files, root: string, folder: string): void {
  files.makeFolder(folder);
  for (const above of foldersAbove(root, folder)) files.syncFolder(above);
}

/** Makes a folder whose own name is to last too, up to the root of the disk. */
export function makeLastingRoot(files: Files, folder: string): void {
  files.makeFolder(folder);
  for (let path = resolve(folder); dirname(path) !== path; path = dirname(path)) {
    try {
      files.syncFolder(dirname(path));
    } catch (error) {
      if (!NOT_OURS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

/** The folders that hold the names on the way from `root` down to `path`, the nearest first, `root` last. */
export function foldersAbove(root: string, path: string): string[] {
  const end = resolve(root);
  const above: string[] = [];
  for (let below = resolve(path); below !== end && dirname(below) !== below; below = dirname(below))
    above.push(dirname(below));
  return above;
}
