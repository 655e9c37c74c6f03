import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { Files } from '../disk/files.ts';
import { foundFiles } from '../disk/found-files.ts';
import { makeMarkedFolder, removeMarkedFolder } from '../disk/marked-folder.ts';
import { inSlices } from '../jobs/slices.ts';
import type { Step } from '../jobs/work.ts';
import { readDevice, type Device } from '../store/journal/device.ts';
import { unpackArchive } from './archive/archive.ts';
import type { Manifest, Wanted } from './archive/manifest.ts';
import { orderedCopy, UNPACKED } from './folder/ordered-copy.ts';
import { reachedBy, readFolder, type FolderReading } from './folder/read-folder.ts';
import { BackupPlace } from './kept/backup-place.ts';
import { beginsAsKept } from './kept/kept-manifest.ts';
import { unpackKept } from './kept/unpack-kept.ts';
import { refusingStrangers } from './strangers.ts';

/** Of journals from elsewhere so much may be unreadable, bytes. */
const MOST_BAD_BYTES = 64 << 20;

/** Data from elsewhere, opened for reading; nothing in it is changed. */
export interface OtherData extends FolderReading {
  /** The disk, on which links and the like are not there where the data lies: everything of it is to be read through this. */
  readonly files: Files;
  /** Name of the device it comes from. */
  readonly name: string;
  /** Null for a folder. */
  readonly manifest: OtherManifest | null;
  close(): void;
}
type OtherManifest = Pick<Manifest, 'at' | 'device' | 'reached' | 'events'>;

/** What is not true of the journals is not believed of anything else. */
function refuseLies({ events, bad, journals }: FolderReading, device: Device | null, manifest: OtherManifest): void {
  // Lines that are no events any more may have been events to the app that counted them.
  if (events > manifest.events || events + bad.length < manifest.events)
    throw new AppError('data-corrupt', 'it holds another number of events than it says', {
      field: 'events',
      expected: manifest.events,
      found: events,
    });
  if (device !== null && device.id !== manifest.device.id)
    throw new AppError('data-corrupt', 'it names another device than its files', { field: 'device.id' });
  const covered = journals.covered.filter(({ seq }) => seq > 0);
  // Lines that were lost may have been known when it was made, so it may reach further than its journals.
  const lie = covered.find(({ device, seq }) => reachedBy(manifest.reached, device) < seq);
  if (lie) throw new AppError('data-corrupt', 'it reaches less far than its journals', { field: 'reached' });
}

async function openFolder(
  files: Files,
  dataDir: string,
  path: string,
  step: Step,
  highest: number,
): Promise<OtherData> {
  if (resolve(path) === resolve(dataDir))
    throw new AppError('bad-input', 'this is the data folder itself', { method: 'data.merge', field: 'path' });
  await inSlices(refusingStrangers(files, path), () => step(0, 1));
  const found = foundFiles(files, path);
  if (!found.facts(join(path, 'journal'))?.folder) throw new AppError('foreign-data', 'no journal in this folder');
  const reading = await readFolder(found, path, null, step, MOST_BAD_BYTES, highest);
  const name = readDevice(found, path)?.name ?? '';
  const other = { ...reading, files: found, name, manifest: null, close: () => undefined };
  return inOrder(found, dataDir, other, step, highest);
}

/** What the system says of a pipe, a socket or a device. */
const NO_FILE = new Set(['EINVAL', 'ENXIO', 'ENODEV']);

function isKept(files: Files, path: string): boolean {
  try {
    return beginsAsKept(files, path);
  } catch (cause) {
    if (!NO_FILE.has(String((cause as NodeJS.ErrnoException).code))) throw cause;
    throw new AppError('foreign-data', 'a pipe, a socket or a device', { reason: 'no-file' }, { cause });
  }
}

/** Unpacks the files that are wanted of a backup or an archive. */
async function unpack(files: Files, path: string, into: string, wanted: Wanted, step: Step): Promise<OtherManifest> {
  if (!isKept(files, path)) return unpackArchive(files, path, into, wanted, step);
  const place = new BackupPlace(foundFiles(files, dirname(path)), dirname(path));
  const manifest = place.read(basename(path));
  await unpackKept(files, place, manifest, into, wanted, step);
  return manifest;
}

/**
 * Opens another data folder, an archive or a backup.
 * @param wanted of an archive or backup: which library files are needed; the journals always are
 * @param highest the largest order that is here: an event of theirs may follow one that only we have
 * @throws AppError `not-found`, `foreign-data`, `bad-input` for our own folder, `data-too-new`, `data-corrupt`, `cancelled`
 */
export async function openOther(
  files: Files,
  dataDir: string,
  path: string,
  step: Step,
  wanted: Wanted = () => true,
  highest = 0,
): Promise<OtherData> {
  const facts = files.facts(path);
  if (facts === null) throw new AppError('not-found', 'nothing is there', { what: 'file' });
  if (facts.folder) return openFolder(files, dataDir, path, step, highest);
  const marked = makeMarkedFolder(files, join(dataDir, UNPACKED));
  const dir = join(marked, 'data');
  const close = () => removeMarkedFolder(files, marked);
  try {
    const isNeeded: Wanted = (file) =>
      file.path === 'device.json' ||
      file.path.startsWith('journal/') ||
      (file.path.startsWith('library/') && wanted(file));
    const manifest = await unpack(files, path, dir, isNeeded, step);
    files.makeFolder(join(dir, 'journal'));
    const reading = await readFolder(files, dir, null, step, MOST_BAD_BYTES, highest);
    refuseLies(reading, readDevice(files, dir), manifest);
    return await inOrder(
      files,
      dataDir,
      { ...reading, files, name: manifest.device.name, manifest, close },
      step,
      highest,
    );
  } catch (error) {
    close();
    throw error;
  }
}

/** The same data; where its journals are mixed up, as they belong. */
async function inOrder(
  files: Files,
  dataDir: string,
  other: OtherData,
  step: Step,
  highest: number,
): Promise<OtherData> {
  const copy = await orderedCopy(files, dataDir, other);
  if (copy === null) return other;
  const close = () => {
    removeMarkedFolder(files, copy.marked);
    other.close();
  };
  try {
    return { ...other, ...(await readFolder(files, copy.dir, null, step, Infinity, highest)), dir: other.dir, close };
  } catch (error) {
    close();
    throw error;
  }
}
