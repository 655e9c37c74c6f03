import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** More folders than these are not watched: looking from time to time does as well. */
const MOST_FOLDERS = 64;

/**
 * Watches a folder and those in it, not deeper, by the system's own means (inotify, FSEvents, ReadDirectoryChangesW). Nothing is
 * promised: network drives tell little, and a folder that is missing nothing; who uses it looks from time to time as well.
 * @param above is watched too, as far as `root` comes and goes in it
 * @returns ends it
 */
export function watchFolders(above: string, root: string, changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let isEnded = false;
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const look = () => {
    const wanted = new Set([above, root, ...foldersIn(root)]);
    for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder);
    for (const folder of wanted) if (!watchers.has(folder)) begin(folder);
  };
  const begin = (folder: string) => {
    try {
      const watcher = watch(folder, { persistent: false }, () => {
        if (isEnded) return;
        if (folder === above || folder === root) look();
        changed();
      });
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // Not there, or no more can be watched: it is looked at from time to time.
    }
  };
  look();
  return () => {
    isEnded = true;
    for (const folder of [...watchers.keys()]) drop(folder);
  };
}

function foldersIn(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .slice(0, MOST_FOLDERS)
      .map(({ name }) => join(root, name));
  } catch {
    return [];
  }
}
