import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import { isMarkedByHalf, isMarkedFolder, removeMarkedFolder } from '../disk/marked-folder.ts';
import { nameOfTemp } from '../disk/whole-file.ts';
import { kindAt } from '../disk/kind-at.ts';

/** Files that are written beside and renamed, by the folder below the data folder they stand in. */
const WRITTEN: readonly (readonly [folder: string, name: RegExp])[] = [
  ['', /^(?:device\.json|drafts\.json|sync(?:-taken)?\.json|progress(?:\.[12])?\.json|cards-[0-9a-f]{16}\.bin)$/],
  ['backups', /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[a-z0-9-]+\.jamdai\.(?:json|zip)$/],
  ['library/index', /^answers\.bin$/],
  ['library/media', /^[0-9a-f]{64}$/],
  ['library/packs', /^[0-9a-f]{64}\.ndjson$/],
];
const FOLDERS = /^(?:incoming(?:-\d+)?|unpacked)$/;

/** Is the entry of a data folder the rest of a write of ours that was cut short? A link, or another kind of thing, never is. */
export function isLeftover(files: Files, dataDir: string, folder: string, name: string): boolean {
  const of = nameOfTemp(name);
  if (of === null) return false;
  const path = join(dataDir, folder, name);
  if (WRITTEN.some(([where, written]) => where === folder && written.test(of))) return kindAt(files, path) === 'file';
  return folder === '' && FOLDERS.test(of) && (isMarkedFolder(files, path) || isMarkedByHalf(files, path));
}

/** What a crash cut short holds nothing that was promised. Everything else in the data folder is not ours to remove. */
export function clearLeftovers(files: Files, dataDir: string): void {
  for (const [folder] of WRITTEN) {
    for (const name of files.list(join(dataDir, folder))) {
      if (!isLeftover(files, dataDir, folder, name)) continue;
      try {
        const path = join(dataDir, folder, name);
        if (isMarkedFolder(files, path)) removeMarkedFolder(files, path);
        else files.remove(path);
      } catch {
        // A folder that can not be written is still read; the next start tries again.
      }
    }
  }
}
