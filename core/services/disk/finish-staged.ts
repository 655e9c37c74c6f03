import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Files } from './files.ts';
import { makeLastingFolder } from './lasting-folder.ts';
import { isMark, isMarkedFolder, removeMarkedFolder } from './marked-folder.ts';
import { freeQuarantineName, quarantineOf } from './quarantine.ts';
import { COMMIT, parseCommit, type Commit, type StagedFile } from './staged-commit.ts';
import { nameOfTemp, readPart, readWhole } from './whole-file.ts';
import { kindAt } from './kind-at.ts';

const STAGING = /^incoming(?:-\d+)?$/;
const BLOCK = 1 << 20;
/** Something else stands where a staged file belongs. */
const TAKEN = new Set(['EISDIR', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY']);

/** What of committed files could not be brought to its place. */
export interface StagedLoss {
  /** Paths below the data folder. */
  readonly missing: string[];
  /** Commits, or entries of one, that could not be understood. */
  unclear: number;
}

const stagingFolders = (files: Files, dataDir: string): string[] =>
  files.list(dataDir).flatMap((name) => {
    const folder = join(dataDir, name);
    return STAGING.test(name) && kindAt(files, folder) === 'folder' ? [folder] : [];
  });

/** Are committed files still to be moved to their places? */
export const isStagedPending = (files: Files, dataDir: string): boolean =>
  stagingFolders(files, dataDir).some((folder) => kindAt(files, join(folder, COMMIT)) === 'file');

/** `incoming`, or with a number behind where something else has that name. */
export function freeStagingName(files: Files, dataDir: string): string {
  for (let n = 1; ; n++) {
    const folder = join(dataDir, n === 1 ? 'incoming' : `incoming-${n}`);
    if (kindAt(files, folder) === null) return folder;
  }
}

/** Takes away what was staged and never committed; folders of that name that are not ours stay. */
export function clearStaging(files: Files, dataDir: string): void {
  for (const folder of stagingFolders(files, dataDir))
    if (kindAt(files, join(folder, COMMIT)) === null && isMarkedFolder(files, folder))
      removeMarkedFolder(files, folder);
}

/**
 * Moves files that were committed to their places; drops those that were not. Can be called again after a failure. What is
 * missing of a commit is told, and the rest of it kept in the quarantine.
 */
export function finishStaged(files: Files, dataDir: string): StagedLoss {
  const loss: StagedLoss = { missing: [], unclear: 0 };
  for (const folder of stagingFolders(files, dataDir)) {
    if (kindAt(files, join(folder, COMMIT)) !== 'file') continue;
    const commit = parseCommit(readWhole(files, join(folder, COMMIT)) ?? Buffer.alloc(0));
    if (commit === null) {
      loss.unclear++;
      if (isMarkedFolder(files, folder)) quarantineRest(files, dataDir, folder);
      continue;
    }
    const [whole, missing] = sorted(files, dataDir, folder, commit.staged);
    const isHurt = missing.length + commit.unclear > 0;
    const steps = finishingCommit(files, dataDir, folder, { ...commit, staged: whole }, isHurt);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { taken, isLeft } = step.value;
    loss.missing.push(...missing, ...taken);
    loss.unclear += commit.unclear;
    if (isLeft && !isHurt && taken.length === 0) loss.unclear++;
  }
  try {
    clearStaging(files, dataDir);
  } catch {
    // A folder that can not be written is still read; the next start takes it away.
  }
  return loss;
}

/** Staged files that are whole, here or in their places already, and the paths of those that are not. */
function sorted(
  files: Files,
  dataDir: string,
  folder: string,
  staged: readonly StagedFile[],
): [whole: StagedFile[], missing: string[]] {
  const isThere = ({ path, proof }: StagedFile): boolean => {
    const staged = join(folder, path);
    const found = kindAt(files, staged) === null ? join(dataDir, path) : staged;
    return kindAt(files, found) === 'file' && (proof === null || beginsWith(files, found, proof));
  };
  const whole: StagedFile[] = [];
  const missing: string[] = [];
  for (const file of staged) {
    if (isThere(file)) whole.push(file);
    else missing.push(file.path);
  }
  return [whole, missing];
}

/** A journal may have grown since it came to its place. */
function beginsWith(files: Files, path: string, { bytes, sha256 }: { bytes: number; sha256: string }): boolean {
  if ((files.facts(path)?.bytes ?? 0) < bytes) return false;
  const hash = createHash('sha256');
  for (let from = 0; from < bytes; from += BLOCK)
    hash.update(readPart(files, path, from, Math.min(bytes, from + BLOCK)));
  return hash.digest('hex') === sha256;
}

/**
 * Moves the files of one commit and returns when the disk has their names. In steps of one file or folder: an import may bring
 * thousands, and each waits for the disk.
 * @param isHurt something of the commit is known to be missing: then what says so is kept
 * @returns paths whose place is taken by something else, and whether anything was left of the commit: then it is kept
 */
export function* finishingCommit(
  files: Files,
  dataDir: string,
  folder: string,
  { staged, aside }: Pick<Commit, 'staged' | 'aside'>,
  isHurt = false,
): Generator<void, { taken: string[]; isLeft: boolean }> {
  const paths = new Set(staged.map(({ path }) => path));
  for (const path of aside) {
    const old = join(dataDir, path);
    const isReplaced = paths.has(path) && kindAt(files, join(folder, path)) === null;
    if (!isReplaced && kindAt(files, old) === 'file') files.rename(old, freeQuarantineName(files, dataDir, path));
  }
  const changed = new Set<string>();
  const taken: string[] = [];
  for (const path of paths) {
    const [from, place] = [join(folder, path), join(dataDir, path)];
    try {
      if (!changed.has(dirname(place))) makeLastingFolder(files, dataDir, dirname(place));
      changed.add(dirname(place));
      if (kindAt(files, from) !== null) files.rename(from, place);
    } catch (error) {
      if (!TAKEN.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      taken.push(path);
    }
    yield;
  }
  if (aside.length > 0) changed.add(quarantineOf(dataDir));
  for (const holding of changed) {
    if (kindAt(files, holding) !== null) files.syncFolder(holding);
    yield;
  }
  const isLeft = isHurt || !isDone(files, folder, '');
  if (isLeft) quarantineRest(files, dataDir, folder);
  else removeDone(files, folder);
  // A commit that came back after a power cut would be carried out on files that went on since.
  files.syncFolder(dataDir);
  return { taken, isLeft };
}

function quarantineRest(files: Files, dataDir: string, folder: string): void {
  files.rename(folder, freeQuarantineName(files, dataDir, 'incoming'));
  files.syncFolder(quarantineOf(dataDir));
  files.syncFolder(dataDir);
}

function removeDone(files: Files, folder: string): void {
  try {
    removeMarkedFolder(files, folder);
  } catch {
    // A folder that can not be written is still read; the next start takes it away.
  }
}

/** Is nothing left below a staging folder but what says that it is one? */
const isDone = (files: Files, folder: string, below: string): boolean =>
  files.list(join(folder, below)).every((name) => {
    const path = join(below, name);
    return isMark(path) || (nameOfTemp(path) ?? path) === COMMIT || isEmptyFolder(files, folder, path);
  });

const isEmptyFolder = (files: Files, folder: string, below: string): boolean =>
  kindAt(files, join(folder, below)) === 'folder' && isDone(files, folder, below);
