import { join } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { DEVICE_ID } from '../../../domain/history/limits.ts';
import { isJournalFile, readJournalFile } from './journal-file.ts';

const DEVICE_FILE = 'device.json';

function holdsEvents(files: Files, path: string): boolean {
  try {
    for (const { event } of readJournalFile(files, path, 0))
      if (event !== null && DEVICE_ID.test(event.device)) return true;
    return false;
  } catch (cause) {
    // Written by a newer app, or not to be read: it is left to who can.
    if (cause instanceof AppError || (cause as NodeJS.ErrnoException).code !== undefined) return false;
    throw cause;
  }
}

/**
 * Files below the journal folder that are no journal file by their name or place, but hold lines of ours: what a synchroniser
 * makes of a file that was changed on two computers (`2026-11 (conflicted copy).ndjson`, `2026-11.sync-conflict-….ndjson`,
 * `2026-11 2.ndjson`, `<device> (1)/2026-11.ndjson`, in any language). Paths below the folder, with forward slashes.
 */
export function strayFiles(files: Files, journalDir: string): string[] {
  const found: string[] = [];
  const look = (path: string) => {
    const facts = files.facts(join(journalDir, path));
    if (facts !== null && !facts.folder && facts.bytes > 0 && holdsEvents(files, join(journalDir, path)))
      found.push(path);
  };
  for (const name of files.list(journalDir)) {
    const facts = files.facts(join(journalDir, name));
    if (facts === null) continue;
    if (!facts.folder) look(name);
    else
      for (const file of files.list(join(journalDir, name)))
        if (!DEVICE_ID.test(name) || (file !== DEVICE_FILE && !isJournalFile(file))) look(`${name}/${file}`);
  }
  return found;
}
