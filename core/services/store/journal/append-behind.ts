import { join } from 'node:path';
import type { Files } from '../../disk/files.ts';
import { foldersAbove } from '../../disk/lasting-folder.ts';
import type { Quarantine } from '../../disk/quarantine.ts';
import { readPart, writeAllAsync } from '../../disk/whole-file.ts';
import type { DeviceJournal } from './device-journal.ts';
import { fileNameAt } from './journal-file.ts';
import type { RawLine } from './raw-line.ts';

/** Lines in the files in which their device's writer would have put them: a batch in one, and never an older month behind a newer one. */
function byFile(lines: readonly RawLine[], newest: string): Map<string, Buffer[]> {
  const files = new Map<string, Buffer[]>();
  let name = newest;
  let isWithin = false;
  for (const { at, more, bytes } of lines) {
    const own = fileNameAt(at);
    if (!isWithin && own > name) name = own;
    isWithin = more;
    const pieces = files.get(name);
    if (pieces) pieces.push(bytes);
    else files.set(name, [bytes]);
  }
  return files;
}

/**
 * Puts whole lines of another device behind those that are here, beside the loop, and returns when the disk has them. Its journal must be read on
 * afterwards. What a crash leaves of it is lines that were taken, and a torn end, which the next call clears away.
 * @param lines numbers rising, all behind the journal's last
 * @throws errors of the disk
 */
export async function appendBehind(
  files: Files,
  dataDir: string,
  { folder, covered, newest }: DeviceJournal,
  quarantine: Quarantine,
  lines: readonly RawLine[],
): Promise<void> {
  files.makeFolder(folder);
  for (const above of foldersAbove(dataDir, folder)) await files.syncFolderAsync(above);
  for (const [name, pieces] of byFile(lines, newest?.name ?? '')) {
    const path = join(folder, name);
    if (files.facts(path) === null) files.close(files.open(path, 'wx'));
    const end = covered.files.find((file) => file.name === name)?.end ?? 0;
    const fd = files.open(path, 'r+');
    try {
      const size = files.size(fd);
      if (size > end) {
        const loose = readPart(files, path, end, size);
        const from = `journal/${covered.device}/${name}/${end}`;
        if (!quarantine.put('unfinished', from, loose))
          throw Object.assign(new Error('a torn end can not be kept'), { code: 'EIO' });
        files.truncate(fd, end);
      }
      await writeAllAsync(files, fd, Buffer.concat(pieces), end);
      await files.sync(fd);
    } finally {
      files.close(fd);
    }
  }
  await files.syncFolderAsync(folder);
}
