import { stat, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { diskError } from '../disk/disk-error.ts';
import { PlainStore } from './plain-store.ts';
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
}

/**
 * Opens what is in a folder; changes nothing. `seal` null: nobody is there yet.
 * @returns null where it is sealed and there is nothing to open it with
 * @throws AppError `passphrase-wrong`, `data-too-new`; errors of the disk
 */
export async function openFound(
  folder: string,
  _opening: Opening,
): Promise<{ readonly store: SyncStore; readonly seal: SyncSetting['seal'] | null; readonly key?: string } | null> {
  const store = new PlainStore(folder);
  return { store, seal: (await store.parts()).length === 0 ? null : 'plain' };
}

/**
 * Opens a folder to write into it; one in which nobody is yet is sealed where there is a passphrase.
 * @throws as `openFound`, and `passphrase-needed`
 */
export async function openToWrite(folder: string, opening: Opening): Promise<SyncFolder> {
  const found = await openFound(folder, opening);
  if (found === null) throw new AppError('passphrase-needed', 'the sync folder is sealed');
  return { ...found, seal: found.seal ?? 'plain' };
}
