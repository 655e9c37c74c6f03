import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import { inSlices } from '../disk/slices.ts';
import { tempName, writeAll } from '../disk/whole-file.ts';
import { gathering } from '../store/journal/gather.ts';
import { laidOut } from '../store/journal/layout.ts';
import { strayFiles } from '../store/journal/strays.ts';
import type { FolderReading } from './other-data.ts';

/**
 * Writes the journals of a folder that is only read, and whose lines are mixed up or in copies beside them, into a folder of
 * ours as they belong. Returns that folder; null where all is in order.
 */
export async function orderedCopy(
  files: Files,
  dataDir: string,
  { dir, journals }: Pick<FolderReading, 'dir' | 'journals'>,
): Promise<string | null> {
  const journalDir = join(dir, 'journal');
  const strays = strayFiles(files, journalDir);
  if (strays.length + journals.disordered.size === 0) return null;
  const devices = journals.covered.map(({ device }) => device);
  const gathered = await inSlices(gathering(files, journalDir, devices, strays, () => undefined));
  const copy = tempName(join(dataDir, 'unpacked'));
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
  return copy;
}
