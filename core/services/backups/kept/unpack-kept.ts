import { dirname, join } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import type { Files } from '../../disk/files.ts';
import { writeAllAsync } from '../../disk/whole-file.ts';
import { MAX_TOTAL_BYTES } from '../archive/manifest-shapes.ts';
import { mediaOf, refuseTwins } from '../archive/manifest.ts';
import type { Wanted } from '../archive/manifest.ts';
import type { Step } from '../../jobs/work.ts';
import { keptContent, type KeptFile } from './kept-file.ts';
import type { BackupPlace } from './backup-place.ts';
import type { KeptManifest } from './kept-manifest.ts';
import { MAX_RATIO } from '../archive/zip-limits.ts';

/** What its files take on the disk, each object once. */
function storedBytes(place: BackupPlace, files: readonly KeptFile[]): number {
  const hashes = new Set(files.flatMap(({ objects }) => objects));
  let bytes = 0;
  for (const hash of hashes) bytes += place.objects.bytesOf(hash);
  return bytes;
}

function refuseBombs(place: BackupPlace, files: readonly KeptFile[]): void {
  const declared = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const most = Math.min(MAX_TOTAL_BYTES, MAX_RATIO * (storedBytes(place, files) + 4_096));
  if (declared > most) throw new AppError('data-corrupt', 'the backup is too large to be ours', { bytes: declared });
}

function refuseLies(files: readonly KeptFile[], manifest: KeptManifest): void {
  const wrong = (field: string) =>
    new AppError('data-corrupt', `the backup holds other ${field} than it says`, { field });
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) !== manifest.bytes) throw wrong('bytes');
  if (mediaOf({ files }) !== manifest.media) throw wrong('media');
}

/**
 * Brings the files of a backup into a folder that is not there yet; every object is proved by its hash on the way.
 * @throws AppError `foreign-data`, `data-too-new`, `data-corrupt`, `cancelled`
 */
export async function unpackKept(
  files: Files,
  place: BackupPlace,
  manifest: KeptManifest,
  into: string,
  wanted: Wanted,
  step: Step,
): Promise<void> {
  const all = [...manifest.files, ...(await place.lists.read(manifest.list))];
  refuseTwins(all);
  refuseLies(all, manifest);
  const parts = all.filter(wanted);
  refuseBombs(place, parts);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const part of parts) {
    const target = join(into, part.path);
    files.makeFolder(dirname(target));
    const fd = files.open(target, 'wx');
    let bytes = 0;
    try {
      for await (const piece of keptContent(place.objects, part)) {
        if (bytes + piece.length > part.bytes) break;
        await writeAllAsync(files, fd, piece, bytes);
        bytes += piece.length;
        step(done + bytes, total);
      }
    } finally {
      files.close(fd);
    }
    if (bytes !== part.bytes)
      throw new AppError('data-corrupt', `${part.path} is damaged in the backup`, { file: part.path });
    done += bytes;
  }
}
