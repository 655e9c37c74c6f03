import type { Output } from '../../api/contract.ts';
import { refOf, type EventBody } from '../../domain/history/events.ts';
import type { EventRef } from '../../domain/ids.ts';
import { REFS_AN_UNDO } from '../../domain/history/limits.ts';
import { isLook } from '../../domain/settings.ts';
import { UNTOUCHED, type CardState, type Progress } from '../../domain/progress.ts';
import { AppError } from '../../domain/errors.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { DataStore } from '../store/data-store.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { openOther } from './other-data.ts';
import { readFolder, replayFolder } from './folder/read-folder.ts';
import { missingHere, missingLibrary, takeIn } from './take-in.ts';
import { unionOf, type Union } from './union.ts';
import { breathe, inSlices } from '../jobs/slices.ts';
import type { Step } from '../jobs/work.ts';

/** Events between two chances to give the loop free. */
const GROUP = 500;

/** How far a backup reaches, once copies of a device that went their own ways have their own names. */
function reachedAfter(reached: Readonly<Record<string, number>>, { forks }: Pick<Union, 'forks'>): Map<string, number> {
  const all = new Map(Object.entries(reached));
  for (const { device, from, fork, ours } of forks) {
    const end = all.get(device);
    if (end === undefined || ours) continue;
    all.set(device, Math.min(end, from - 1));
    all.set(fork, end);
  }
  return all;
}

/**
 * Everything that happened after a backup, newest first; a batch by its name. Undos are among it, and what they took back too:
 * once they are taken back it would count again. How another device looks is left to it.
 */
async function eventsSince(
  store: DataStore,
  reached: ReadonlyMap<string, number>,
): Promise<{ refs: EventRef[]; counting: number }> {
  const refs = new Set<EventRef>();
  let counting = 0;
  let seen = 0;
  for (const event of store.backwards()) {
    if (++seen % GROUP === 0) await breathe();
    if (event.seq <= (reached.get(event.device) ?? 0) || event.type === 'merge' || event.type === 'place') continue;
    if (event.type === 'setting' && event.device !== store.device && Object.keys(event.set).every(isLook)) continue;
    if (!store.isUndone(event)) counting++;
    refs.add(batchOf(event) ?? refOf(event));
  }
  return { refs: [...refs], counting };
}

const essence = ({ memory, introducedAt, suspended, buriedUntilDay, flag, marked }: CardState) =>
  JSON.stringify([memory, introducedAt, suspended, buriedUntilDay, flag, marked]);

async function cardsApart(a: Progress, b: Progress): Promise<number> {
  let apart = 0;
  let seen = 0;
  for (const id of new Set([...a.cards.keys(), ...b.cards.keys()])) {
    if (++seen % GROUP === 0) await breathe();
    if (essence(a.cards.get(id) ?? UNTOUCHED) !== essence(b.cards.get(id) ?? UNTOUCHED)) apart++;
  }
  return apart;
}

const entries = (value: object) => Object.entries(value).sort();

/** What a state holds beside its cards, and how the backup's device looked. */
const rest = ({ settings, looks, records, lessons, days, reviewsTotal }: Progress, device: string) =>
  JSON.stringify([
    entries(settings),
    entries(looks.get(device) ?? {}),
    [...records].sort(),
    [...lessons].sort(),
    [...days].sort(),
    reviewsTotal,
  ]);

/**
 * How this device looks behind a backup of another one: what it chose stays, what it never chose is as it was there. A backup of
 * its own brings its look back by the undos.
 */
function lookBehind(store: DataStore, { looks }: Progress, from: string): EventBody[] {
  if (from === store.device) return [];
  const set = { ...looks.get(from), ...store.ownLook };
  return Object.keys(set).length > 0 ? [{ type: 'setting', set }] : [];
}

/**
 * Brings back the state of a backup. Events it has and this folder lost return; events since count as never done from here on,
 * by one batch of undos: nothing is deleted, and undoing the batch takes the restore back.
 * @param dryRun only tells what would change
 * @throws AppError as `openOther`, `foreign-data` for a folder; `cancelled` before anything was changed; errors of the disk
 */
export async function restoreFrom(
  { files, dataDir, store }: DataFolder,
  path: string,
  dryRun: boolean,
  step: Step,
): Promise<Omit<Output<'data.restore'>, 'safety'>> {
  const other = await openOther(files, dataDir, path, step, missingHere(files, dataDir));
  try {
    const { manifest } = other;
    if (!manifest) throw new AppError('foreign-data', 'a folder is merged, not restored');
    const { progress } = await replayFolder(other, step);
    const found = await store.changeFiles(async (cut) => {
      const own = await readFolder(files, dataDir, null, step);
      const union = await inSlices(
        unionOf(other.files, own.journals, other.journals, { id: store.device, name: store.deviceName(store.device) }),
      );
      const reached = reachedAfter(manifest.reached, union);
      const added = [...union.events.values()].reduce((sum, events) => sum + events, 0);
      const media = missingLibrary(other.files, dataDir, other.dir).length;
      const known = {
        reviewsBefore: store.progress.reviewsTotal,
        cards: await cardsApart(store.progress, progress),
        since: (await eventsSince(store, reached)).counting,
      };
      const change = dryRun ? 'none' : await takeIn(files, dataDir, other, union, cut, step);
      return { result: { ...known, added, media, reached }, change };
    });
    const { reviewsBefore, cards, added, media } = found;
    const changes = { at: manifest.at, added, cards, media, reviewsBefore, reviewsAfter: progress.reviewsTotal };
    if (dryRun) return { ...changes, takenBack: found.since };
    const isThere =
      added === 0 && cards === 0 && rest(store.progress, manifest.device.id) === rest(progress, manifest.device.id);
    const { refs, counting } = isThere ? { refs: [], counting: 0 } : await eventsSince(store, found.reached);
    if (refs.length === 0 && added === 0) return { ...changes, takenBack: 0 };
    const undos: EventBody[] = [];
    for (let i = 0; i < refs.length; i += REFS_AN_UNDO)
      undos.push({ type: 'undo', of: refs.slice(i, i + REFS_AN_UNDO) });
    const look = lookBehind(store, progress, manifest.device.id);
    await store.appendBatch(
      [{ type: 'restore', from: other.name, backupAt: manifest.at, takenBack: counting }, ...undos, ...look],
      refs.length + 1 + look.length,
    );
    return { ...changes, takenBack: counting };
  } finally {
    other.close();
  }
}
