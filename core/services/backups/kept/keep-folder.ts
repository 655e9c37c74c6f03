import { basename } from 'node:path';
import { breathe } from '../../jobs/slices.ts';
import type { Files } from '../../disk/files.ts';
import type { Covered } from '../../store/journal/journal-index.ts';
import { journalParts, KEPT_FOLDERS, partsIn, type Part } from '../folder/folder-parts.ts';
import { keepFile, type KeptFile } from './kept-file.ts';
import type { ObjectStore } from './object-store.ts';

/** Media and packs are named by the SHA-256 of their content. */
const NAMED_BY_HASH = /^([0-9a-f]{64})(?:\.|$)/;
const PARTS_A_STEP = 100;

/** Files of a backup: journals and names of devices, and all others. */
export interface KeptBefore {
  readonly files: readonly KeptFile[];
  readonly library: readonly KeptFile[];
}

export interface KeptFolder extends KeptBefore {
  /** Names that are no files, or could be none on another system. */
  readonly leftOut: readonly string[];
}

/** A file named by its hash whose content is kept already; a copy here that was damaged meanwhile does not replace it. */
function isKept(objects: ObjectStore, { path }: Part, before: KeptFile | undefined): boolean {
  const [, hash] = NAMED_BY_HASH.exec(basename(path)) ?? [];
  return hash !== undefined && before?.objects.length === 1 && before.objects[0] === hash && objects.has(hash);
}

/**
 * Keeps everything of a data folder as far as a moment goes: only what is not kept yet is written.
 * @param before files of the backup before this one
 * @param onBytes called with the bytes gone through; may throw to end the work
 */
export async function keepFolder(
  files: Files,
  dataDir: string,
  covered: readonly Covered[],
  objects: ObjectStore,
  before: KeptBefore,
  onBytes: (bytes: number) => void,
): Promise<KeptFolder> {
  const known = new Map([...before.files, ...before.library].map((file) => [file.path, file]));
  let done = 0;
  const keep = async (part: Part): Promise<KeptFile> => {
    const old = known.get(part.path);
    const isOld = old !== undefined && isKept(objects, part, old);
    const file = isOld ? old : await keepFile(files, dataDir, objects, part, old, () => onBytes(done));
    onBytes((done += part.bytes));
    return file;
  };
  const journals: KeptFile[] = [];
  for (const part of journalParts(files, dataDir, covered)) journals.push(await keep(part));
  const leftOut: string[] = [];
  const library = new Map<string, KeptFile>();
  let seen = 0;
  for (const folder of KEPT_FOLDERS)
    for (const part of partsIn(files, dataDir, folder, (path) => void leftOut.push(path))) {
      if (++seen % PARTS_A_STEP === 0) await breathe();
      library.set(part.path, await keep(part));
    }
  return { files: journals, library: inOrderOf(before.library, library), leftOut };
}

/** What is as it was keeps its place; what is new or changed comes behind. */
function inOrderOf(before: readonly KeptFile[], current: ReadonlyMap<string, KeptFile>): KeptFile[] {
  const kept = before.filter(({ path, objects }) => current.get(path)?.objects.join() === objects.join());
  const places = new Set(kept.map(({ path }) => path));
  return [
    ...kept.map(({ path }) => current.get(path)!),
    ...[...current.values()].filter(({ path }) => !places.has(path)),
  ];
}
