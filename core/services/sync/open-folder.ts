import { stat, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { LEAST_PASSPHRASE } from '../../domain/passphrase.ts';
import { diskError } from '../disk/disk-error.ts';
import { PlainStore } from './plain-store.ts';
import { keyRingText, readKeyRing, type KeyRing } from './sealed/key-ring.ts';
import { SealedStore } from './sealed/sealed-store.ts';
import { findSeals, unlock } from './sealed/unlock.ts';
import type { SyncSetting } from './sync-setting.ts';
import type { SyncStore } from './sync-store.ts';

/** A sync folder that can be read and written. */
export interface SyncFolder {
  readonly store: SyncStore;
  readonly seal: SyncSetting['seal'];
  /** Opens it again in place of the passphrase. */
  readonly key?: string;
}

const isBelow = (above: string, path: string): boolean => {
  const way = relative(above, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
};

/**
 * A folder that may be used: it is there, takes files, and is neither in the data folder nor around it.
 * @throws AppError `not-found`, `bad-input` with `reason`, `disk-refused`, `disk-full`
 */
export async function usableFolder(dataDir: string, path: string): Promise<string> {
  const folder = resolve(path);
  const facts = await stat(folder).catch(() => null);
  if (!facts?.isDirectory()) throw new AppError('not-found', 'no such folder', { what: 'folder' });
  if (isBelow(resolve(dataDir), folder)) throw wrongPlace('inside');
  if (isBelow(folder, resolve(dataDir))) throw wrongPlace('around');
  const probe = join(folder, `jamdai.${process.pid}-0.tmp`);
  try {
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw diskError(cause, 'the sync folder can not be written');
  }
  return folder;
}

const wrongPlace = (reason: 'inside' | 'around') =>
  new AppError('bad-input', 'a sync folder must not share files with the data folder', {
    method: 'sync.begin',
    field: 'folder',
    reason,
  });

/** What a sealed folder is opened with. */
export interface Opening {
  readonly passphrase?: string | undefined;
  readonly key?: string | undefined;
  /** Of a new key: scrypt's N is two to this power; as usual where left out. */
  readonly cost?: number;
}

const sealedFolder = (disk: SyncStore, keys: KeyRing) =>
  ({ store: new SealedStore(disk, keys), seal: 'sealed', key: keyRingText(keys) }) as const;

/**
 * Opens what is in a folder; changes nothing. `seal` null: nobody is there yet.
 * @returns null where it is sealed and there is nothing to open it with
 * @throws AppError `passphrase-wrong`, `passphrase-needed` where the key can not be read, `data-too-new`; errors of the disk
 */
export async function openFound(
  folder: string,
  { passphrase, key, cost }: Opening,
): Promise<{ readonly store: SyncStore; readonly seal: SyncSetting['seal'] | null; readonly key?: string } | null> {
  const disk = new PlainStore(folder);
  if (key !== undefined) return sealedFolder(disk, readKeyRing(key));
  if ((await findSeals(disk)).length === 0)
    return { store: disk, seal: (await disk.parts()).length === 0 ? null : 'plain' };
  return passphrase === undefined ? null : sealedFolder(disk, await unlock(disk, passphrase, cost));
}

/**
 * Opens a folder to write into it; one in which nobody is yet is sealed where there is a passphrase.
 * @throws as `openFound`, `passphrase-needed`, and `bad-input` with `reason`: `plain` where others write there unsealed, `short`
 */
export async function openToWrite(folder: string, opening: Opening): Promise<SyncFolder> {
  const found = await openFound(folder, opening);
  if (found === null) throw new AppError('passphrase-needed', 'the sync folder is sealed');
  const { passphrase, cost } = opening;
  if (found.seal === 'sealed' || passphrase === undefined) return { ...found, seal: found.seal ?? 'plain' };
  if (found.seal === 'plain') throw wrongPassphrase('plain');
  if (passphrase.length < LEAST_PASSPHRASE) throw wrongPassphrase('short');
  const disk = new PlainStore(folder);
  return sealedFolder(disk, await unlock(disk, passphrase, cost));
}

const wrongPassphrase = (reason: 'plain' | 'short') =>
  new AppError('bad-input', `a passphrase that can not seal this folder: ${reason}`, {
    method: 'sync.begin',
    field: 'passphrase',
    reason,
  });
