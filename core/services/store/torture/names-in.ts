import { join } from 'node:path';
import { nodeFiles } from '../../disk/files.ts';
import { journalFiles, readJournalFile } from '../journal/journal-file.ts';

/** Names of all events in a data folder, read line by line and not through the store. */
export function namesIn(dataDir: string): Set<string> {
  const names = new Set<string>();
  const journal = join(dataDir, 'journal');
  for (const device of nodeFiles.list(journal)) {
    for (const file of journalFiles(nodeFiles, join(journal, device))) {
      for (const { event } of readJournalFile(nodeFiles, join(journal, device, file), 0))
        if (event) names.add(`${event.device}:${event.seq}`);
    }
  }
  return names;
}

/** Names of the events that were set aside. */
export function quarantinedNames(dataDir: string): Set<string> {
  const names = new Set<string>();
  const folder = join(dataDir, 'quarantine');
  for (const file of nodeFiles.list(folder)) {
    for (const { event } of readJournalFile(nodeFiles, join(folder, file), 0))
      if (event) names.add(`${event.device}:${event.seq}`);
  }
  return names;
}
