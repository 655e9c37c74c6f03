import { AppError } from '../../domain/errors.ts';
import { readDevice } from '../store/journal/device.ts';
import { inSlices } from '../jobs/slices.ts';
import type { Snapshot } from '../store/snapshot/snapshot.ts';
import { writeArchive } from './archive/archive.ts';
import { partsOfFolder } from './folder/folder-parts.ts';
import type { Manifest } from './archive/manifest.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { openOther } from './other-data.ts';
import { readFolder, reachedIn, replayFolder, type FolderReading } from './folder/read-folder.ts';
import { digesting, stateOf } from './folder/state-digest.ts';
import { share, type Step } from '../jobs/work.ts';

const digestOf = async (reading: FolderReading, step: Step): Promise<string> =>
  inSlices(digesting(stateOf((await replayFolder(reading, step)).progress)));

/**
 * Writes this moment of the data folder as an archive and proves it: opened again, every file compared by its hash, events
 * counted, and the state its journals make compared with ours.
 * @throws AppError `data-corrupt` when the proof fails (the archive is removed); `cancelled`; errors of the disk
 */
export async function makeArchive(
  { files, dataDir, store }: DataFolder,
  path: string,
  reason: Manifest['reason'],
  step: Step,
): Promise<Manifest> {
  const cut: Snapshot = await store.cut();
  const digest = await inSlices(digesting(cut));
  const own = await readFolder(files, dataDir, reachedIn(cut.covered), share(step, 0, 0.1));
  const { id, name } = readDevice(files, dataDir) ?? { id: store.device, name: store.deviceName(store.device) };
  const label = {
    at: cut.at,
    reason,
    device: { id, name },
    reached: reachedIn(cut.covered),
    events: own.events,
    reviews: cut.reviewsTotal,
    digest,
  };
  const manifest = await writeArchive(
    files,
    dataDir,
    path,
    partsOfFolder(files, dataDir, cut.covered),
    label,
    share(step, 0.1, 0.5),
  );
  try {
    const again = await openOther(files, dataDir, path, share(step, 0.5, 0.8));
    try {
      const found = await digestOf(again, share(step, 0.8, 1));
      // A journal that lost lines makes less than the state we know; then the archive must make what our journal makes.
      if (found !== digest && found !== (await digestOf(own, step)))
        throw new AppError('data-corrupt', 'the archive does not make the state it was made from');
    } finally {
      again.close();
    }
  } catch (error) {
    files.remove(path);
    throw error;
  }
  return manifest;
}
