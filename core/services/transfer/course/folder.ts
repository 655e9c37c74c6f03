import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stopIfCancelled } from '../cancellation.ts';
import type { Source } from '../format.ts';
import { unreadable } from '../unreadable.ts';
import { isText, type OpenCourse } from './zip-files.ts';

const MAX_BYTES = 4 * 2 ** 30;

/** A folder of the disk that holds a course, as what material comes from. @throws AppError `import-unreadable`, `cancelled`; errors of the disk */
export async function folderSource(path: string, signal: AbortSignal): Promise<Source> {
  const name = basename(path).normalize('NFC');
  if (!existsSync(join(path, 'course.yaml'))) throw unreadable('no-collection', name, 'course.yaml');
  const { files } = await openCourseFolder({ name, path, bytes: 0, sha256: '' });
  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of [...files.paths].sort()) {
    const size = lstatSync(join(path, file)).size;
    bytes += size;
    if (bytes > MAX_BYTES) throw unreadable('too-large', name, file);
    hash.update(JSON.stringify([file, size]));
    for await (const piece of createReadStream(join(path, file))) {
      stopIfCancelled(signal);
      hash.update(piece as Buffer);
    }
  }
  return { name, path, bytes, sha256: hash.digest('hex'), isFolder: true };
}

/** @throws AppError `import-unreadable`; errors of the disk */
export async function openCourseFolder(source: Source): Promise<OpenCourse> {
  const { folderFiles } = await import('../../../compiler/folder-files.ts');
  try {
    const files = folderFiles(source.path);
    return {
      files,
      media: files.paths
        .filter((path) => !isText(path))
        .map((path) => ({
          name: path,
          bytes: lstatSync(join(source.path, path)).size,
          open: () => createReadStream(join(source.path, path)),
        })),
      close: () => undefined,
    };
  } catch (cause) {
    if (cause instanceof RangeError) throw unreadable('too-many', source.name, 'files', cause);
    throw cause;
  }
}
