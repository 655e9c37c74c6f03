import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Files } from '../disk/files.ts';
import { writeAll } from '../disk/whole-file.ts';
import type { SourceMedia } from '../transfer/format.ts';
import { MEDIA, mediaPath } from './places.ts';
import type { PackMedia } from './pack-lines.ts';

/**
 * Writes a file of the media below a folder in the form of the data folder, under its hash; what is there already is not written twice.
 * @throws AppError `import-unreadable` where it can not be read, `cancelled`; errors of the disk. Nothing of it is left then.
 */
export async function writeMedia(files: Files, folder: string, medium: SourceMedia): Promise<PackMedia> {
  const temp = join(folder, MEDIA, 'unfinished');
  files.makeFolder(dirname(temp));
  const fd = files.open(temp, 'wx');
  let isOpen = true;
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of medium.open()) {
      hash.update(piece);
      writeAll(files, fd, piece, bytes);
      bytes += piece.length;
    }
    await files.sync(fd);
    files.close(fd);
    isOpen = false;
    const sha256 = hash.digest('hex');
    const path = join(folder, mediaPath(sha256));
    files.makeFolder(dirname(path));
    if (files.found(path) === null) files.rename(temp, path);
    return { name: medium.name, sha256, bytes };
  } finally {
    if (isOpen) files.close(fd);
    files.remove(temp);
  }
}
