import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { StagedFiles } from '../disk/staged.ts';
import type { Files } from '../disk/files.ts';
import { inSlices } from '../jobs/slices.ts';
import type { Device } from '../store/journal/device.ts';
import type { Gap } from '../store/journal/gaps.ts';
import { afterChange } from '../store/snapshot/stage-snapshot.ts';
import type { Snapshot } from '../store/snapshot/snapshot.ts';
import type { BackupSource } from './backup-sources.ts';
import { isWhole } from './check-library.ts';
import { piecesOfPart } from './folder/folder-parts.ts';
import { gapsOf } from './missing-events.ts';
import { openOther, type OtherData } from './other-data.ts';
import { readFolder, type FolderReading } from './folder/read-folder.ts';
import { takeIn } from './take-in.ts';
import { unionOf } from './union.ts';
import { deafOnce, unwatched, type Step } from '../jobs/work.ts';

/** What a search in the backups goes out from, and what it found. */
export interface Search {
  readonly own: FolderReading;
  readonly device: Device;
  /** What our snapshot knows, by the names that events have now. */
  readonly known: Snapshot;
  readonly reached: ReadonlyMap<string, number>;
  readonly gaps: readonly Gap[];
  /** Library files that are damaged or missing. */
  readonly media: readonly string[];
  readonly events: number;
  readonly mediaBack: number;
}

const mayHold = ({ reached }: BackupSource, gaps: readonly Gap[]): boolean =>
  gaps.some(({ device, fromSeq }) => (reached[device] ?? 0) >= fromSeq);

/** Looks through backups, newest first, until nothing is lost any more: events and media they have come back. */
export async function bringBack(
  files: Files,
  dataDir: string,
  sources: readonly BackupSource[],
  lost: Search,
  step: Step,
): Promise<Search> {
  let search = lost;
  const watched = deafOnce(() => search.events + search.mediaBack > 0, step);
  for (const source of sources) {
    if (search.media.length === 0 && !mayHold(source, search.gaps)) continue;
    const other = await openOther(files, dataDir, source.path, watched).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'cancelled') throw error;
      return null;
    });
    if (other === null) continue;
    try {
      search = await mediaFrom(files, dataDir, other, search);
      if (search.gaps.length > 0) search = await eventsFrom(files, dataDir, other, search, watched);
    } finally {
      other.close();
    }
  }
  return search;
}

async function eventsFrom(
  files: Files,
  dataDir: string,
  other: OtherData,
  search: Search,
  step: Step,
): Promise<Search> {
  const union = await inSlices(unionOf(files, search.own.journals, other.journals, search.device));
  const events = [...union.events.values()].reduce((sum, count) => sum + count, 0);
  if (events === 0) return search;
  await takeIn(files, dataDir, other, { ...union, isAppended: false }, search.known, step);
  const parted = union.forks.filter(({ ours }) => ours);
  const own = await readFolder(files, dataDir, null, unwatched);
  return {
    ...search,
    own,
    device: union.renamed?.device ?? search.device,
    known: afterChange(search.known, parted),
    gaps: gapsOf(own.journals, search.reached),
    events: search.events + events,
  };
}

async function mediaFrom(files: Files, dataDir: string, other: OtherData, search: Search): Promise<Search> {
  const found: string[] = [];
  for (const path of search.media) if (await inSlices(isWhole(files, other.dir, path))) found.push(path);
  if (found.length === 0) return search;
  const staged = new StagedFiles(files, dataDir);
  for (const path of found) {
    if (files.facts(join(dataDir, path)) !== null) staged.quarantine(path);
    const bytes = files.facts(join(other.dir, path))!.bytes;
    await staged.add(path, piecesOfPart(files, other.dir, { path, bytes }));
  }
  await staged.commit();
  return {
    ...search,
    media: search.media.filter((path) => !found.includes(path)),
    mediaBack: search.mediaBack + found.length,
  };
}
