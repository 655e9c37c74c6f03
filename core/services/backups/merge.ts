import type { Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { MAX_DEVICES } from '../../domain/history/limits.ts';
import { isBrought } from '../../domain/history/brought-device.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import { readDevice } from '../store/journal/device.ts';
import { inSlices } from '../jobs/slices.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { openOther, type OtherData } from './other-data.ts';
import { ownJournals } from './folder/read-folder.ts';
import { missingHere, missingLibrary, takeIn } from './take-in.ts';
import { unionOf } from './union.ts';
import type { Step } from '../jobs/work.ts';

/**
 * Takes in another device's folder or an archive: the union of all events. The same result whichever way round; again it
 * changes nothing. What came is told by an event of its own.
 * @param dryRun only tells what would come
 * @throws AppError as `openOther`; `cancelled` before anything was changed; errors of the disk
 */
export async function mergeFrom(
  { files, dataDir, store }: DataFolder,
  path: string,
  dryRun: boolean,
  step: Step,
): Promise<Merged> {
  const { name, merged } = await unite({ files, dataDir, store }, path, dryRun, step);
  if (!dryRun && merged.added > 0) await store.appendBatch([{ type: 'merge', from: name, events: merged.added }]);
  return merged;
}

/**
 * Takes in a folder that an import was written into, of which nothing is known but what is read of it. Again it changes nothing.
 * @throws as `mergeFrom`; `import-unreadable` where there is no place for another device, with nothing changed
 */
export const bringInRead = async (folder: DataFolder, path: string, step: Step): Promise<Merged> =>
  (await unite(folder, path, false, step, MAX_DEVICES - 1)).merged;

type Merged = Omit<Output<'data.merge'>, 'safety'>;

async function unite(
  { files, dataDir, store }: DataFolder,
  path: string,
  dryRun: boolean,
  step: Step,
  mostDevices = Infinity,
): Promise<{ name: string; merged: Merged }> {
  const other = await openOther(files, dataDir, path, step, missingHere(files, dataDir), store.journal.highestOrder);
  try {
    const merged = await store.changeFiles(async (cut) => {
      const own = await ownJournals(files, dataDir, cut.covered);
      const union = await inSlices(
        unionOf(other.files, own, other.journals, { id: store.device, name: store.deviceName(store.device) }),
      );
      if (own.all.length > mostDevices)
        throw new AppError('import-unreadable', 'no place for another device', { why: 'too-many', place: 'imports' });
      const media = missingLibrary(other.files, dataDir, other.dir).length;
      const names = new Map(other.journals.all.map(({ covered }) => [covered.device, nameIn(other, covered.device)]));
      const devices = [...union.events].map(([id, events]) => ({ name: names.get(id) ?? other.name, events }));
      const added = devices.reduce((sum, { events }) => sum + events, 0);
      const change = dryRun ? 'none' : await takeIn(files, dataDir, other, union, cut, step);
      return {
        result: { devices, added, reviews: union.reviews, media },
        change,
        added: { events: added, negations: other.negations },
      };
    });
    return { name: other.name, merged };
  } finally {
    other.close();
  }
}

/** What was brought in is no device: it goes by the name of its file. */
const fileBrought = (told: JournalEvent | null): string => (told?.type === 'import' ? told.set.name : null) ?? '';

function nameIn({ files, dir, journals }: OtherData, device: string): string {
  const first = readDevice(files, dir);
  if (first?.id === device) return first.name;
  if (isBrought(device)) return fileBrought(journals.of(device).find(1));
  return readDevice(files, `${dir}/journal/${device}`)?.name ?? '';
}
