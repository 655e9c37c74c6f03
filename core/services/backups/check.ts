import { join } from 'node:path';
import type { Output } from '../../api/contract.ts';
import type { Files } from '../disk/files.ts';
import { Quarantine } from '../disk/quarantine.ts';
import { inSlices } from '../jobs/slices.ts';
import { StagedFiles } from '../disk/staged.ts';
import { readDevice } from '../store/journal/device.ts';
import { strayFiles } from '../store/journal/strays.ts';
import { GENERATIONS } from '../store/snapshot/snapshot-file.ts';
import type { Snapshot } from '../store/snapshot/snapshot.ts';
import { straighten } from '../store/straighten.ts';
import { backupSources } from './backup-sources.ts';
import { backupsIn } from './archive/backup-names.ts';
import type { Backups } from './backups.ts';
import { bringBack, type Search } from './bring-back.ts';
import { libraryFacts } from './check-library.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { gapsOf, missingEvents, reachedByAny } from './missing-events.ts';
import { readFolder, reachedIn, replayFolder, type FolderReading } from './folder/read-folder.ts';
import { digesting, stateOf } from './folder/state-digest.ts';
import type { JournalChange } from '../store/data-store.ts';
import { unwatched, type Step } from '../jobs/work.ts';

type Report = Output<'data.check'>;

/** Journal files that are gone or shorter than what was read of them once. */
const filesLost = (files: Files, dataDir: string, cut: Snapshot): number =>
  cut.covered.flatMap(({ device, files: known }) =>
    known.filter(({ name, end }) => (files.facts(join(dataDir, 'journal', device, name))?.bytes ?? 0) < end),
  ).length;

/**
 * Reads everything again from the disk, puts in order what is mixed up, compares the state with a replay, and mends without
 * loss: what is damaged or missing is brought back from whichever backups have it; a state that does not agree with a whole
 * journal is made again. Nothing that is known before is unknown afterwards.
 * @throws AppError `cancelled`; errors of the disk
 */
export async function checkData(
  { files, dataDir, store }: DataFolder,
  backups: Backups,
  now: () => number,
  step: Step,
): Promise<Report> {
  const quarantine = new Quarantine(files, dataDir, now);
  return store.changeFiles(async (cut) => {
    const missing = filesLost(files, dataDir, cut);
    const sources = await backupSources(files, backups);
    const { own, known, isSorted, damaged } = await readInOrder(files, dataDir, store.device, cut, quarantine, step);
    const library = await inSlices(libraryFacts(files, dataDir, store.progress), () => step(0, 1));
    const reached = reachedByAny([reachedIn(known.covered), ...sources.map((source) => source.reached)]);
    const device = readDevice(files, dataDir) ?? { id: store.device, name: '' };
    const lost: Search = {
      ...{ own, known, device, reached, gaps: gapsOf(own.journals, reached) },
      ...{ media: library.broken, events: 0, mediaBack: 0 },
    };
    const found = await bringBack(files, dataDir, sources, lost, isSorted ? unwatched : step);
    const isChanged = isSorted || found.events > 0;
    const watched = isChanged ? unwatched : step;
    const { progress } = await replayFolder({ ...found.own, upTo: reachedIn(found.own.journals.covered) }, watched);
    const agrees = (await inSlices(digesting(stateOf(progress)))) === (await inSlices(digesting(found.known)));
    const isWhole = found.gaps.length === 0;
    // What came back is taken into the state as it stands. Where nothing did, a whole journal has the word, unless the state
    // knows more than it.
    const isWrong = !agrees && isWhole && !isChanged && progress.reviewsTotal >= found.known.reviewsTotal;
    if (isWrong) await quarantineSnapshots(files, dataDir);
    const result: Report = {
      journal: {
        files: found.own.journals.covered.reduce((sum, journal) => sum + journal.files.length, 0),
        events: found.own.events,
        damaged,
        missing,
        recovered: found.events,
      },
      missing: missingEvents(found.gaps, {
        known: new Map(found.known.days),
        read: progress.days,
        rolloverHour: found.known.settings.rolloverHour,
        latest: Math.max(cut.at, ...sources.map(({ at }) => at)),
      }),
      state: agrees || (isWhole && isChanged) ? 'right' : isWrong ? 'rebuilt' : 'kept',
      library: {
        files: library.files,
        damaged: library.broken.length,
        recovered: found.mediaBack,
        orphans: library.orphans.length,
      },
      backups: { count: backupsIn(files, backups.folder).length, damaged: await backups.damaged(step) },
    };
    const change: JournalChange = isChanged || isWrong ? 'rewritten' : 'none';
    return { result, change };
  });
}

/** Reads the folder, and again when its journals had to be put in order. */
async function readInOrder(
  files: Files,
  dataDir: string,
  id: string,
  cut: Snapshot,
  quarantine: Quarantine,
  step: Step,
): Promise<{ own: FolderReading; known: Snapshot; isSorted: boolean; damaged: number }> {
  let own = await readFolder(files, dataDir, null, step);
  let known = cut;
  const damaged = own.bad.filter(({ why }) => why === 'damaged').length;
  const disorder = { devices: own.journals.disordered, strays: strayFiles(files, join(dataDir, 'journal')) };
  const isSorted = disorder.devices.size + disorder.strays.length > 0;
  if (isSorted) {
    const device = readDevice(files, dataDir) ?? { id, name: '' };
    const sorted = await straighten(files, dataDir, device, disorder, cut, quarantine);
    known = sorted.known ?? cut;
    own = await readFolder(files, dataDir, null, step);
  }
  for (const { why, device, file, offset, bytes } of own.bad)
    quarantine.put(why, `journal/${device}/${file}/${offset}`, bytes);
  return { own, known, isSorted, damaged };
}

/** From here on the state is made from the journals. */
async function quarantineSnapshots(files: Files, dataDir: string): Promise<void> {
  const staged = new StagedFiles(files, dataDir);
  GENERATIONS.forEach((name) => staged.quarantine(name));
  await staged.commit();
}
