import { join } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import { inSlices } from '../../jobs/slices.ts';
import { readDevice } from '../../store/journal/device.ts';
import type { Snapshot } from '../../store/snapshot/snapshot.ts';
import type { BackupReason } from '../archive/backup-names.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { reachedBy, reachedIn, readFolder, replayFolder } from '../folder/read-folder.ts';
import { digesting, stateOf } from '../folder/state-digest.ts';
import { share, type Step } from '../../jobs/work.ts';
import { eventsBehind } from './continue-base.ts';
import type { BackupPlace } from './backup-place.ts';
import { keepFolder, type KeptBefore, type KeptFolder } from './keep-folder.ts';
import { keptManifest, type KeptManifest } from './kept-manifest.ts';
import { keepRest, readRest } from './kept-rest.ts';
import { digestAfter } from './prove-tail.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../../disk/marked-folder.ts';
import { UNPACKED } from '../folder/ordered-copy.ts';
import { unpackKept } from './unpack-kept.ts';

/** A backup that was proved against another is proved whole again after so long. */
const WHOLE_EVERY_MS = 7 * 86_400_000;

/** The backup of this device that holds most, of those that hold no more than this moment and lack nothing. */
async function baseOf(place: BackupPlace, cut: Snapshot, device: string): Promise<KeptManifest | null> {
  const reached = reachedIn(cut.covered);
  let best: KeptManifest | null = null;
  for (const name of place.names) {
    try {
      const manifest = place.read(name);
      const isOurs = manifest.device.id === device;
      const isBefore = Object.entries(manifest.reached).every(([id, seq]) => seq <= reachedBy(reached, id));
      if (!isOurs || !isBefore || manifest.events <= (best?.events ?? -1)) continue;
      best = await place.readWhole(name);
    } catch (error) {
      // One that can not be read is told by data.check; another will do.
      if (!(error instanceof AppError)) throw error;
    }
  }
  return best;
}

/** A clock that was ahead once must not put the next whole proof off. */
const isWholeDue = ({ provedWholeAt }: KeptManifest, now: number): boolean =>
  now < provedWholeAt || now - provedWholeAt > WHOLE_EVERY_MS;

/** Objects that were damaged since are set aside; what has their content keeps it anew. */
async function lookAgain(place: BackupPlace, base: KeptManifest, step: Step): Promise<void> {
  const hashes = [...(await place.objectsOf(base))];
  for (const [i, hash] of hashes.entries()) {
    await place.objects.isWhole(hash);
    step(i, hashes.length);
  }
}

interface Proof {
  readonly digest: string;
  readonly events: number;
  readonly reviews: number;
  readonly provedWholeAt: number;
}

/** The proof by what came since a backup that is proved; null where there is none, or it does not make the state we have. */
async function provedBehind(
  { store }: DataFolder,
  place: BackupPlace,
  base: KeptManifest,
  kept: KeptFolder,
  cut: Snapshot,
  digest: string,
): Promise<Proof | null> {
  const { reached, provedWholeAt } = base;
  if (isWholeDue(base, cut.at)) return null;
  const tail = await eventsBehind(place.objects, base.files, kept.files, reached, reachedIn(cut.covered));
  if (tail === null) return null;
  const rest = await readRest(place.objects, base.rest);
  const found = await digestAfter(store, { digest: base.digest, reached, lastOrder: base.lastOrder, rest }, tail);
  if (found !== digest) return null;
  return {
    digest,
    reviews: cut.reviewsTotal,
    events: base.events + tail.reduce((sum, { length }) => sum + length, 0),
    provedWholeAt,
  };
}

/** The proof by a replay of all journals in the backup, brought back from its objects. */
async function provedWhole(
  { files, dataDir }: DataFolder,
  place: BackupPlace,
  draft: KeptManifest,
  cut: Snapshot,
  digest: string,
  step: Step,
): Promise<Proof> {
  const marked = makeMarkedFolder(files, join(dataDir, UNPACKED));
  const dir = join(marked, 'data');
  try {
    await unpackKept(files, place, draft, dir, ({ path }) => path.startsWith('journal/'), share(step, 0, 0.2));
    files.makeFolder(join(dir, 'journal'));
    const again = await readFolder(files, dir, null, share(step, 0.2, 0.5));
    const { progress } = await replayFolder(again, share(step, 0.5, 1));
    const found = await inSlices(digesting(stateOf(progress)));
    const proof = { digest: found, events: again.events, reviews: progress.reviewsTotal, provedWholeAt: cut.at };
    if (found === digest) return proof;
    // A journal that lost lines makes less than the state we know; then the backup must make what our journal makes.
    const own = await readFolder(files, dataDir, reachedIn(cut.covered), step);
    if (found === (await inSlices(digesting(stateOf((await replayFolder(own, step)).progress))))) return proof;
    throw new AppError('data-corrupt', 'the backup does not make the state it was made from');
  } finally {
    removeMarkedFolder(files, marked);
  }
}

const NOTHING: KeptBefore = { files: [], library: [] };

export interface KeptBackup {
  readonly manifest: KeptManifest;
  readonly leftOut: readonly string[];
}

/**
 * Keeps this moment of a data folder: what is not kept yet is written as objects, each read again and compared with its hash,
 * and the state the journals make is proved. Only the manifest is left to write.
 * @param onCut called when the moment is frozen: what is accepted later is not in the backup
 * @throws AppError `data-corrupt` when the proof fails; `cancelled`; errors of the disk
 */
export async function keepBackup(
  folder: DataFolder,
  place: BackupPlace,
  reason: BackupReason,
  onCut: () => void,
  step: Step,
): Promise<KeptBackup> {
  const { files, dataDir, store } = folder;
  const cut = await store.cut();
  onCut();
  const digest = await inSlices(digesting(cut));
  const { id, name } = readDevice(files, dataDir) ?? { id: store.device, name: store.deviceName(store.device) };
  const base = await baseOf(place, cut, id);
  const before = base ? { files: base.files, library: await place.lists.read(base.list) } : NOTHING;
  if (base && isWholeDue(base, cut.at)) await lookAgain(place, base, share(step, 0, 0.3));
  const keeping = share(step, 0.3, 0.6);
  const kept = await keepFolder(files, dataDir, cut.covered, place.objects, before, (bytes) =>
    keeping(bytes, bytes + 1),
  );
  const all = [...kept.files, ...kept.library];
  const draft = keptManifest({
    at: cut.at,
    reason,
    device: { id, name },
    reached: reachedIn(cut.covered),
    lastOrder: cut.last.order,
    events: 0,
    reviews: cut.reviewsTotal,
    digest,
    rest: await keepRest(place.objects, cut),
    provedWholeAt: cut.at,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    media: kept.library.filter(({ path }) => path.startsWith('library/')).length,
    files: [...kept.files],
    list: await place.lists.write(kept.library),
  });
  const proof =
    (base && (await provedBehind(folder, place, base, kept, cut, digest))) ??
    (await provedWhole(folder, place, draft, cut, digest, share(step, 0.6, 1)));
  return { manifest: { ...draft, ...proof }, leftOut: kept.leftOut };
}
