import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { hexOfCrc } from '../disk/crc-hex.ts';
import type { JournalChange } from '../store/data-store.ts';
import { readDevice, type Device } from '../store/journal/device.ts';
import type { Files } from '../disk/files.ts';
import { journalFiles } from '../store/journal/journal-file.ts';
import { partedDevice } from '../store/snapshot/parted-look.ts';
import { afterChange, stageSnapshot } from '../store/snapshot/stage-snapshot.ts';
import type { Snapshot } from '../store/snapshot/snapshot.ts';
import { StagedFiles } from '../disk/staged.ts';
import { readWhole } from '../disk/whole-file.ts';
import { partsBelow, piecesOfPart, type Part } from './folder/folder-parts.ts';
import type { OtherData } from './other-data.ts';
import type { Wanted } from './archive/manifest.ts';
import type { Union } from './union.ts';
import type { Step } from '../jobs/work.ts';

const NAMED_BY_HASH = /\/[0-9a-f]{64}(?:\.[^/]*)?$/;

/** A name that says what is in it is believed where the length is the same: gigabytes of media need not be read again. */
function sameBytes(files: Files, dataDir: string, otherDir: string, { path, bytes }: Part): boolean {
  if (NAMED_BY_HASH.test(path) && files.facts(join(dataDir, path))?.bytes === bytes) return true;
  const own = readWhole(files, join(dataDir, path));
  return own !== null && own.length === bytes && own.equals(readWhole(files, join(otherDir, path)) ?? Buffer.alloc(0));
}

/** Another name for a library file that stands here with other content: both are kept. */
function besidePath(files: Files, otherDir: string, { path }: Part): string {
  const hash = createHash('sha256').update(readWhole(files, join(otherDir, path)) ?? Buffer.alloc(0));
  const dot = path.lastIndexOf('.');
  const end = dot > path.lastIndexOf('/') ? dot : path.length;
  return `${path.slice(0, end)}.${hash.digest('hex').slice(0, 8)}${path.slice(end)}`;
}

/** Library files of another folder that this one has not, with the name they get here. */
export function missingLibrary(files: Files, dataDir: string, otherDir: string): { part: Part; path: string }[] {
  return partsBelow(files, otherDir, 'library').flatMap((part) => {
    if (files.facts(join(dataDir, part.path)) === null) return [{ part, path: part.path }];
    if (sameBytes(files, dataDir, otherDir, part)) return [];
    const path = besidePath(files, otherDir, part);
    return files.facts(join(dataDir, path)) === null ? [{ part, path }] : [];
  });
}

/** Which library files of a backup are needed here: those that are not here under a name that says what is in them. */
export const missingHere =
  (files: Files, dataDir: string): Wanted =>
  ({ path, bytes }) =>
    !NAMED_BY_HASH.test(path) || files.facts(join(dataDir, path))?.bytes !== bytes;

/** Names of devices that came with another folder and are not known here. */
function* namesToKeep(dataDir: string, other: OtherData): Generator<Device> {
  const { files } = other;
  const first = other.manifest?.device ?? readDevice(files, other.dir);
  for (const { covered } of other.journals.all) {
    const device = covered.device === first?.id ? first : readDevice(files, join(other.dir, 'journal', covered.device));
    if (device && device.name !== '' && files.facts(join(dataDir, 'journal', device.id, 'device.json')) === null)
      yield { id: device.id, name: device.name };
  }
}

/** Journal files whose lines stand in other files once a union came in. */
function replacedBy(files: Files, dataDir: string, { whole, incoming: incoming }: Union): string[] {
  const names = new Set(incoming.map(({ device, file }) => `journal/${device}/${file}`));
  return [...whole].flatMap((device) =>
    journalFiles(files, join(dataDir, 'journal', device))
      .map((file) => `journal/${device}/${file}`)
      .filter((path) => !names.has(path)),
  );
}

/**
 * Brings what a union asks for into the data folder, all of it or nothing, together with names of devices and library files.
 * A snapshot that came with it is left where it is: what it says is not proved, and it is made again from the journals.
 * @param known what our snapshot knows, lines or not: it stays
 * @throws AppError `cancelled` before anything was changed; errors of the disk
 */
export async function takeIn(
  files: Files,
  dataDir: string,
  other: OtherData,
  union: Union,
  known: Snapshot,
  step: Step,
): Promise<JournalChange> {
  const staged = new StagedFiles(files, dataDir);
  const parted = union.forks.filter(({ ours }) => ours);
  try {
    const library = missingLibrary(other.files, dataDir, other.dir);
    const total = union.incoming.length + library.length + 1;
    for (const [i, { device, file, pieces }] of union.incoming.entries()) {
      step(i, total);
      await staged.add(`journal/${device}/${file}`, pieces());
    }
    for (const path of replacedBy(files, dataDir, union)) staged.quarantine(path);
    for (const { event, bytes } of union.leftOut)
      await staged.add(`quarantine/journal_${event.device}_${event.seq}.${hexOfCrc(crc32(bytes))}`, [bytes]);
    if (union.incoming.length > 0) {
      for (const device of namesToKeep(dataDir, other))
        await staged.add(`journal/${device.id}/device.json`, [jsonOf(device)]);
      if (union.renamed) {
        const { from, device } = union.renamed;
        const before = { ...readDevice(files, dataDir), ...device, id: from };
        await staged.add('device.json', [jsonOf(partedDevice(before, parted, known))]);
      }
    }
    for (const [i, { part, path }] of library.entries()) {
      step(union.incoming.length + i, total);
      await staged.add(path, piecesOfPart(other.files, other.dir, part));
    }
    if (!union.isAppended) await stageSnapshot(files, dataDir, staged, afterChange(known, parted));
    step(total, total);
  } catch (error) {
    staged.drop();
    throw error;
  }
  await staged.commit();
  if (union.incoming.length === 0) return 'none';
  if (union.forks.length > 0) return 'renamed';
  return union.isAppended ? 'appended' : 'rewritten';
}

const jsonOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
