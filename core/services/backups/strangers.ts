import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { Files } from '../disk/files.ts';
import { foldedPath, pathFault } from '../disk/portable-path.ts';
import { MAX_ENTRIES } from './archive/zip-limits.ts';
import { isDerived } from './folder/folder-parts.ts';

/** What is read of another data folder; the rest of it may be as it likes. */
const READ = ['device.json', 'journal', 'library'] as const;
const NAMES_A_STEP = 200;
/** A month in which every second was answered takes less. */
const MAX_JOURNAL_BYTES = 2 ** 30;

const stranger = (file: string, reason: string) =>
  new AppError('foreign-data', `${file}: ${reason}`, { file: file.slice(0, 300), reason });

/**
 * Looks through another data folder, in steps, before anything of it is read: what we read of it must be files and folders,
 * under names that every system can have.
 * @throws AppError `foreign-data` with the name and what is wrong with it
 */
export function* refusingStrangers(files: Files, root: string): Generator<void> {
  const seen = new Set<string>();
  const left: string[] = [...READ];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (isDerived(path)) continue;
    const found = files.found(join(root, path));
    if (found === null) continue;
    const fault = pathFault(path);
    if (fault !== null) throw stranger(path, fault);
    if (found.kind === 'link') throw stranger(path, 'link');
    if (found.kind === 'other') throw stranger(path, 'no-file');
    if (found.kind === 'file' && path.startsWith('journal/') && found.bytes > MAX_JOURNAL_BYTES)
      throw stranger(path, 'too-large');
    const folded = foldedPath(path);
    if (seen.has(folded)) throw stranger(path, 'same-name');
    seen.add(folded);
    if (seen.size > MAX_ENTRIES) throw stranger(path, 'too-many');
    if (found.kind === 'folder') for (const name of files.list(join(root, path))) left.push(`${path}/${name}`);
    if (seen.size % NAMES_A_STEP === 0) yield;
  }
}
