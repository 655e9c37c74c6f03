import type { Files } from '../disk/files.ts';
import { readPart } from '../disk/whole-file.ts';
import { isArchive } from './archive/archive.ts';
import { beginsAsKept } from './kept/kept-manifest.ts';

/** Is it an export or a backup of this app: nothing to be taken in as a deck, but to be merged or restored? */
export async function isOwnArchive(files: Files, path: string): Promise<boolean> {
  if (files.facts(path)?.folder !== false) return false;
  if (beginsAsKept(files, path)) return true;
  return readPart(files, path, 0, 2).toString('latin1') === 'PK' && isArchive(files, path);
}
