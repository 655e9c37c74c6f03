import { AppError } from '../../../domain/errors.ts';
import type { SyncStore } from '../sync-store.ts';
import type { KeyRing } from './key-ring.ts';
import { areFair, checkOf, keyOf, newParameters, type SealKey, type SealParameters } from './seal-key.ts';
import { readHead } from './read-head.ts';
import { readOpenPart, type OpenPart } from './sealed-layout.ts';

/** Keys that are made for one passphrase at most: each takes half a second, and a folder holds one, rarely two. */
const MOST_SEALS = 12;
/** Files that are looked at in each part; all of a device's are sealed by one key. */
const FILES_OF_PART = 50;

/** How files of a folder are sealed, each way once, the most frequent first. */
type FoundSeal = Omit<OpenPart, 'nonce'>;

/**
 * How the files of a folder are sealed; none where nothing is.
 * @param store the folder as it is on the disk
 * @throws AppError `data-too-new` where all that is sealed was sealed by a newer version; errors of the store
 */
export async function findSeals(store: SyncStore): Promise<readonly FoundSeal[]> {
  const seals = new Map<string, FoundSeal & { files: number }>();
  let newer = 0;
  for (const part of await store.parts())
    for (const { name } of (await store.list(part)).slice(0, FILES_OF_PART)) {
      const open = readOpenPart(await readHead(store, part, name));
      if (open === 'too-new') newer += 1;
      if (typeof open === 'string' || !areFair(open.parameters)) continue;
      const { parameters, check } = open;
      const id = Buffer.concat([parameters.salt, check]).toString('hex');
      const files = (seals.get(id)?.files ?? 0) + 1;
      seals.set(id, { parameters, check, files });
    }
  if (seals.size === 0 && newer > 0) throw new AppError('data-too-new', 'sealed by a newer version', { what: 'sync' });
  return [...seals.values()].sort((a, b) => b.files - a.files);
}

/**
 * What a passphrase opens of a folder; of one in which nothing is sealed, a new key. Beside the loop, half a second for each key.
 * @param cost of a new key: scrypt's N is two to this power
 * @throws AppError `passphrase-wrong` where it opens nothing of what is there, `data-too-new`; errors of the store
 */
export async function unlock(store: SyncStore, passphrase: string, cost?: number): Promise<KeyRing> {
  const fresh: SealParameters = newParameters(cost);
  const seals = await findSeals(store);
  const keys: SealKey[] = [];
  for (const { parameters, check } of seals.slice(0, MOST_SEALS)) {
    const key = await keyOf(passphrase, parameters);
    if (checkOf(key).equals(check)) keys.push(key);
  }
  if (seals.length > 0 && keys.length === 0)
    throw new AppError('passphrase-wrong', 'the passphrase opens nothing in this folder');
  // Whoever can write there must not make us seal with a key that is cheap to guess.
  const sound = keys.findIndex(({ parameters }) => parameters.log2N >= fresh.log2N);
  if (sound < 0) return [await keyOf(passphrase, fresh), ...keys];
  return [keys[sound]!, ...keys.slice(0, sound), ...keys.slice(sound + 1)];
}
