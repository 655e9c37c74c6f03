import { hostname } from 'node:os';
import { join } from 'node:path';
import { MAX_NAME } from '../../domain/history/limits.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import { replaceFile, writeAll } from '../disk/whole-file.ts';
import { newDeviceId, readDevice, writeDevice } from '../store/journal/device.ts';
import type { FoundPart } from './look.ts';
import type { SyncSetting } from './sync-setting.ts';

/** Did a copy of this data folder write as this device? Every run has a name of its own, and the folder knows those that were its own. */
export const wroteAsUs = (
  found: readonly FoundPart[],
  { device, runs }: Pick<SyncSetting, 'device' | 'runs'>,
): boolean =>
  found
    .flatMap(({ card, others }) => (card ? [card, ...others] : others))
    .some((card) => card.device === device && !runs.includes(card.run));

/** Names that this data folder left, and whose part nobody else has written since: they are no device any more. */
export const namesOfBefore = (
  found: readonly FoundPart[],
  { left, leftRuns }: Pick<SyncSetting, 'left' | 'leftRuns'>,
): string[] => left.filter((name) => found.some(({ card }) => card?.device === name && leftRuns.includes(card.run)));

/**
 * Gives this data folder a device of its own from here on: what it did until now keeps its name, which a copy of it goes on with.
 * What both did under one number since is sorted out when their lines meet (docs/data.md, "A folder that was copied").
 */
export async function becomeAnother({ files, dataDir, store }: DataFolder): Promise<void> {
  const before = readDevice(files, dataDir) ?? { id: store.device, name: store.deviceName(store.device) };
  const look = store.ownLook;
  await store.changeFiles(async () => {
    await nameDevice({ files, dataDir }, before.id, before.name);
    await writeDevice(files, dataDir, { ...before, id: newDeviceId(), name: otherName(before.name), look });
    return { result: undefined, change: 'rewritten' };
  });
}

/** What a copy is called: by its computer where that is another one. */
function otherName(name: string): string {
  const own = hostname();
  return own !== name && own !== '' ? own.slice(0, MAX_NAME) : `${name.slice(0, MAX_NAME - 4)} (2)`;
}

/** Writes down what another device is called, beside its journal. */
export async function nameDevice(
  { files, dataDir }: Pick<DataFolder, 'files' | 'dataDir'>,
  id: string,
  name: string,
): Promise<void> {
  const folder = join(dataDir, 'journal', id);
  if (name === '' || files.facts(folder)?.folder !== true || readDevice(files, folder)?.name === name) return;
  const bytes = Buffer.from(`${JSON.stringify({ id, name })}\n`);
  await replaceFile(files, join(folder, 'device.json'), (fd) => writeAll(files, fd, bytes, 0));
}
