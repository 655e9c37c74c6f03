import { join } from 'node:path';
import type { Files } from '../../disk/files.ts';
import { inSlices } from '../../jobs/slices.ts';
import { makeMarkedFolder } from '../../disk/marked-folder.ts';
import { writeAll } from '../../disk/whole-file.ts';
import { gathering } from '../../store/journal/gather.ts';
import { laidOut } from '../../store/journal/layout.ts';
import { strayFiles } from '../../store/journal/strays.ts';
import type { FolderReading } from './read-folder.ts';

/** Where data from elsewhere is put for the time it is read, in the data folder, with the name of a marked folder. */
export const UNPACKED = 'unpacked';

/**
 * Writes the journals of a folder that is only read, and whose lines are mixed up or in copies beside them, into a folder of
 * ours as they belong. Returns that folder, and the one to remove when it is done with; null where all is in order.
 */
export async function orderedCopy(
  files: Files,
  dataDir: string,
  { dir, journals }: Pick<FolderReading, 'dir' | 'journals'>,
): Promise<{ readonly dir: string; readonly marked: string } | null> {
  const journalDir = join(dir, 'journal');
  const strays = strayFiles(files, journalDir);
  if (strays.length + journals.disordered.size === 0) return null;
  const devices = journals.covered.map(({ device }) => device);
  const gathered = await inSlices(gathering(files, journalDir, devices, strays, () => undefined));
  const marked = makeMarkedFolder(files, join(dataDir, UNPACKED));
  const copy = join(marked, 'data');
  for (const [device, lines] of gathered.devices) {
    files.makeFolder(join(copy, 'journal', device));
    for (const [file, pieces] of laidOut(lines)) {
      const fd = files.open(join(copy, 'journal', device, file), 'wx');
      try {
        writeAll(files, fd, Buffer.concat(pieces), 0);
      } finally {
        files.close(fd);
      }
    }
  }
  return { dir: copy, marked };
}
