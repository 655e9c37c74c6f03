import { join } from 'node:path';
import type { Output } from '../../api/contract.ts';
import { Quarantine } from '../disk/quarantine.ts';
import { inSlices } from '../disk/slices.ts';
import { GENERATIONS } from '../store/snapshot/snapshot-file.ts';
import type { Snapshot } from '../store/snapshot/snapshot.ts';
import { StagedFiles } from '../disk/staged.ts';
import { readWhole } from '../disk/whole-file.ts';
import { backupsIn } from './backup-names.ts';
import type { Backups } from './backups.ts';
import { damagedMedia, isWhole } from './check-library.ts';
import { partsBelow, piecesOfPart } from './folder-parts.ts';
import type { DataFolder } from './merge.ts';
import { openOther, readFolder, reachedIn, replayFolder, type FolderReading, type OtherData } from './other-data.ts';
import { digesting, stateOf } from './state-digest.ts';
import { takeIn, type Came } from './take-in.ts';
import { unionOf } from './union.ts';
import type { Step } from './work.ts';

/** Backups that are looked through for what is lost, newest first. */
const BACKUPS_ASKED = 10;

type Report = Output<'data.check'>;

/** Events that were known once and are not in the journals any more. */
const lostIn = (cut: Snapshot, own: FolderReading): boolean =>
  cut.covered.some(({ device, seq }) => own.journals.of(device).covered.seq < seq);

/**
 * Reads everything again from the disk, compares the state with a replay, and mends without loss: damaged lines and media are
 * set aside and brought back from backups that have them; a state that does not agree with a whole journal is made again.
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
    const own = await readFolder(files, dataDir, null, step);
    for (const { why, device, file, offset, bytes } of own.bad)
      quarantine.put(why, `journal/${device}/${file}/${offset}`, bytes);
    const broken = damagedMedia(files, dataDir);
    const missing = cut.covered.flatMap(({ device, files: known }) =>
      known.filter(({ name, end }) => (files.facts(join(dataDir, 'journal', device, name))?.bytes ?? 0) < end),
    ).length;
    const isHurt = own.bad.length > 0 || missing > 0 || lostIn(cut, own);
    const brought =
      isHurt || broken.length > 0
        ? await bringBack(
            backups,
            { files, dataDir, store },
            own,
            isHurt,
            broken.map(({ path }) => path),
            step,
          )
        : NOTHING;
    const whole = brought.recovered > 0 ? await readFolder(files, dataDir, null, step) : own;
    const { state, came } = await compareState(cut, whole, { files, dataDir, store }, brought.came, step);
    const result: Report = {
      journal: {
        files: own.journals.covered.reduce((sum, device) => sum + device.files.length, 0),
        events: whole.events,
        damaged: own.bad.length,
        missing,
        recovered: brought.recovered,
      },
      state,
      library: {
        files: partsBelow(files, dataDir, 'library').length,
        damaged: broken.length,
        recovered: brought.media,
      },
      backups: { count: backupsIn(files, backups.folder).length, damaged: await backups.damaged() },
    };
    return { result, came };
  });
}

interface Brought {
  readonly recovered: number;
  readonly media: number;
  readonly came: Came;
}
const NOTHING: Brought = { recovered: 0, media: 0, came: 'nothing' };

/** Looks through the backups for events and media that are lost here. */
async function bringBack(
  backups: Backups,
  at: DataFolder,
  own: FolderReading,
  isHurt: boolean,
  media: readonly string[],
  step: Step,
): Promise<Brought> {
  const { files, dataDir, store } = at;
  let reading = own;
  let all = NOTHING;
  const left = new Set(media);
  for (const { name } of backupsIn(files, backups.folder).slice(0, BACKUPS_ASKED)) {
    const other = await openOther(files, dataDir, join(backups.folder, name), step).catch(() => null);
    if (other === null) continue;
    try {
      const back = await replaceMedia(at, other, left);
      const union = isHurt
        ? await inSlices(unionOf(files, reading.journals, other.journals, { id: store.device, name: '' }))
        : null;
      const events =
        union && union.forks.length === 0 ? [...union.events.values()].reduce((sum, count) => sum + count, 0) : 0;
      if (union && events > 0) {
        await takeIn(files, dataDir, other, { ...union, isAppended: false }, false, step);
        reading = await readFolder(files, dataDir, null, step);
      }
      all = { recovered: all.recovered + events, media: all.media + back, came: events > 0 ? 'rewritten' : all.came };
    } finally {
      other.close();
    }
  }
  return all;
}

async function replaceMedia({ files, dataDir }: DataFolder, other: OtherData, left: Set<string>): Promise<number> {
  const found = [...left].filter((path) => isWhole(files, other.dir, path));
  const staged = new StagedFiles(files, dataDir);
  for (const path of found) {
    staged.setAside(path);
    await staged.add(
      path,
      piecesOfPart(files, other.dir, { path, bytes: readWhole(files, join(other.dir, path))!.length }),
    );
    left.delete(path);
  }
  await staged.commit();
  return found.length;
}

/** Is the state what the journals make? Where they are whole and it is not, it is made again. */
async function compareState(
  cut: Snapshot,
  own: FolderReading,
  { files, dataDir }: DataFolder,
  came: Came,
  step: Step,
): Promise<{ state: Report['state']; came: Came }> {
  const replayed = await inSlices(
    digesting(stateOf((await replayFolder({ ...own, upTo: reachedIn(own.journals.covered) }, step)).progress)),
  );
  if (replayed === (await inSlices(digesting(cut)))) return { state: 'right', came };
  // It knows what the journals have lost: a replay would forget that.
  if (own.bad.length > 0 || own.hasGaps || lostIn(cut, own)) return { state: 'kept', came };
  const staged = new StagedFiles(files, dataDir);
  GENERATIONS.forEach((name) => staged.setAside(name));
  await staged.commit();
  return { state: 'rebuilt', came: 'rewritten' };
}
