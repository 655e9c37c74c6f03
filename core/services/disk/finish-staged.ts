import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Files } from './files.ts';
import { makeLastingFolder } from './lasting-folder.ts';
import { isMark, isMarkedFolder } from './marked-folder.ts';
import { freeQuarantineName, quarantineOf } from './quarantine.ts';
import { COMMIT, parseCommit, type Commit, type StagedFile } from './staged-commit.ts';
import { readPart, readWhole } from './whole-file.ts';
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
    if (kindAt(files, join(folder, COMMIT)) === null && isMarkedFolder(files, folder)) files.remove(folder);
}

/** Are committed files still to be moved to their places? */
export const isStagedPending = (files: Files, dataDir: string): boolean =>
  stagingFolders(files, dataDir).some((folder) => kindAt(files, join(folder, COMMIT)) !== null);

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
      if (isMarkedFolder(files, folder)) keepAside(files, dataDir, folder);
      continue;
    }
    const [whole, missing] = sorted(files, dataDir, folder, commit.staged);
    missing.push(
      ...finishCommit(files, dataDir, folder, { ...commit, staged: whole }, missing.length + commit.unclear),
    );
    loss.missing.push(...missing);
    loss.unclear += commit.unclear;
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
    const aside = join(folder, path);
    const at = kindAt(files, aside) === null ? join(dataDir, path) : aside;
    return kindAt(files, at) === 'file' && (proof === null || beginsWith(files, at, proof));
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
  for (let at = 0; at < bytes; at += BLOCK) hash.update(readPart(files, path, at, Math.min(bytes, at + BLOCK)));
  return hash.digest('hex') === sha256;
}

/**
 * Moves the files of one commit and returns when the disk has their names; returns paths that could not be taken.
 * @param lost how much of the commit is known to be lost: then what is left of it is kept
 */
export function finishCommit(files: Files, dataDir: string, folder: string, commit: Commit, lost = 0): string[] {
  const paths = new Set(commit.staged.map(({ path }) => path));
  for (const path of commit.aside) {
    const old = join(dataDir, path);
    const isReplaced = paths.has(path) && kindAt(files, join(folder, path)) === null;
    if (!isReplaced && kindAt(files, old) === 'file') files.rename(old, freeQuarantineName(files, dataDir, path));
  }
  const changed = new Set([quarantineOf(dataDir)]);
  const taken: string[] = [];
  for (const path of paths) {
    const [staged, place] = [join(folder, path), join(dataDir, path)];
    changed.add(dirname(place));
    if (kindAt(files, staged) === null) continue;
    try {
      makeLastingFolder(files, dataDir, dirname(place));
      files.rename(staged, place);
    } catch (error) {
      if (!TAKEN.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      taken.push(path);
    }
  }
  for (const holding of changed) if (kindAt(files, holding) !== null) files.syncFolder(holding);
  if (lost + taken.length > 0) keepAside(files, dataDir, folder);
  else removeDone(files, folder);
  // A commit that came back after a power cut would be carried out on files that went on since.
  files.syncFolder(dataDir);
  return taken;
}

function keepAside(files: Files, dataDir: string, folder: string): void {
  files.rename(folder, freeQuarantineName(files, dataDir, 'incoming'));
  files.syncFolder(quarantineOf(dataDir));
  files.syncFolder(dataDir);
}

/** What is left holds nothing that was promised, unless somebody put it there who is not us. */
function removeDone(files: Files, folder: string): void {
  try {
    if (isMarkedFolder(files, folder)) return files.remove(folder);
    files.remove(join(folder, COMMIT));
    if (isEmptyBelow(files, folder)) files.remove(folder);
  } catch {
    // A folder that can not be written is still read; the next start takes it away.
  }
}

const isEmptyBelow = (files: Files, folder: string): boolean =>
  files
    .list(folder)
    .every(
      (name) =>
        isMark(name) || (kindAt(files, join(folder, name)) === 'folder' && isEmptyBelow(files, join(folder, name))),
    );
