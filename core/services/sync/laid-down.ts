import { join } from 'node:path';
import { bringInRead } from '../backups/merge.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../disk/marked-folder.ts';
import { writeAll } from '../disk/whole-file.ts';
import { breathe } from '../jobs/slices.ts';
import { unwatched } from '../jobs/work.ts';
import { fileNameAt } from '../store/journal/journal-file.ts';
import type { RawLine } from '../store/journal/raw-line.ts';

const GROUP = 2_000;

/**
 * Takes in lines that do not simply go on from those that are here: they fill a gap, are our own from before this folder was set back,
 * or say something else under a number of ours. They are laid down as a data folder that knows nothing else, and merged: the same door,
 * the same rules.
 * @param lines of one device, numbers rising; the first should be one that is here, which proves them to be of a copy of us
 */
export async function uniteLines(data: DataFolder, device: string, lines: readonly RawLine[]): Promise<void> {
  const { files, dataDir } = data;
  const marked = makeMarkedFolder(files, join(dataDir, 'unpacked'));
  try {
    const folder = join(marked, 'data');
    files.makeFolder(join(folder, 'journal', device));
    let name = '';
    let isWithin = false;
    for (let from = 0; from < lines.length;) {
      const own = fileNameAt(lines[from]!.at);
      if (!isWithin && own > name) name = own;
      const begin = from;
      do isWithin = lines[from++]!.more;
      while (from < lines.length && from - begin < GROUP && (isWithin || fileNameAt(lines[from]!.at) <= name));
      const path = join(folder, 'journal', device, name);
      const fd = files.open(path, files.facts(path) === null ? 'wx' : 'r+');
      try {
        writeAll(files, fd, Buffer.concat(lines.slice(begin, from).map(({ bytes }) => bytes)), files.size(fd));
      } finally {
        files.close(fd);
      }
      await breathe();
    }
    await bringInRead(data, folder, unwatched);
  } finally {
    removeMarkedFolder(files, marked);
  }
}
