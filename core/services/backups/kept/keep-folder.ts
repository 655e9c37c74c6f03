import { basename } from 'node:path';
import { breathe } from '../../disk/slices.ts';
import type { Files } from '../../disk/files.ts';
import type { Covered } from '../../store/journal/journal-index.ts';
import { journalParts, KEPT_FOLDERS, partsIn, piecesOfPart, type Part } from '../folder-parts.ts';
import { keepFile, keepInPieces, type KeptFile } from './kept-file.ts';
import type { ObjectStore } from './object-store.ts';

/** Media and packs are named by the SHA-256 of their content. */
const NAMED_BY_HASH = /^([0-9a-f]{64})(?:\.|$)/;
/** Made from the rest whenever it is missing. */
const INDEX = 'library/index/';
const PARTS_A_STEP = 100;

export interface KeptFolder {
  readonly files: readonly KeptFile[];
  readonly library: readonly KeptFile[];
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
 * @param before library files of the backup before this one
 * @param told called with the bytes gone through; may throw to end the work
 */
export async function keepFolder(
  files: Files,
  dataDir: string,
  covered: readonly Covered[],
  objects: ObjectStore,
  before: readonly KeptFile[],
  told: (bytes: number) => void,
): Promise<KeptFolder> {
  let done = 0;
  const journals: KeptFile[] = [];
  for (const part of journalParts(files, dataDir, covered)) {
    const pieces = piecesOfPart(files, dataDir, part);
    journals.push(await keepInPieces(objects, part.path, pieces, part.bytes, () => told(done)));
    told((done += part.bytes));
  }
  const leftOut: string[] = [];
  const known = new Map(before.map((file) => [file.path, file]));
  const now = new Map<string, KeptFile>();
  let seen = 0;
  for (const folder of KEPT_FOLDERS)
    for (const part of partsIn(files, dataDir, folder, (path) => void leftOut.push(path))) {
      if (++seen % PARTS_A_STEP === 0) await breathe();
      if (part.path.startsWith(INDEX)) continue;
      const old = known.get(part.path);
      const isOld = old !== undefined && isKept(objects, part, old);
      now.set(part.path, isOld ? old : await keepFile(files, dataDir, objects, part, () => told(done)));
      told((done += part.bytes));
    }
  return { files: journals, library: inOrderOf(before, now), leftOut };
}

const isSame = (a: KeptFile | undefined, b: KeptFile): boolean =>
  a?.bytes === b.bytes && a.objects.join() === b.objects.join();

/** What is as it was keeps its place; what is new or changed comes behind. */
function inOrderOf(before: readonly KeptFile[], now: ReadonlyMap<string, KeptFile>): KeptFile[] {
  const kept = before.filter((file) => isSame(now.get(file.path), file));
  const places = new Set(kept.map(({ path }) => path));
  return [...kept, ...[...now.values()].filter(({ path }) => !places.has(path))];
}
