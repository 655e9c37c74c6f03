import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCardId } from '../../domain/ids.ts';
import { fixedClock } from '../clock.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import { openStore } from '../store/open-store.ts';
import { answerTo } from '../store/torture/answering.ts';
import { Backups } from './backups.ts';
import { mergeFrom } from './merge.ts';
import type { DataFolder } from './folder/data-folder.ts';
import { restoreFrom } from './restore.ts';
import { digesting, stateOf } from './folder/state-digest.ts';
import { unwatched } from '../jobs/work.ts';
import type { DataStore } from '../store/data-store.ts';
import type { Grade } from '../../domain/grade.ts';
import type { Progress } from '../../domain/progress.ts';

export const START = Date.parse('2026-11-20T10:00+07:00');

/** A device with a data folder of its own, its real store and its own clock. */
export interface TestDevice extends DataFolder {
  readonly clock: ReturnType<typeof fixedClock>;
  readonly backups: Backups;
  answer(card: string, grade?: Grade): Promise<string>;
  merge(path: string): Promise<number>;
  restore(path: string): ReturnType<typeof restoreFrom>;
  /** Closes the store and opens it again, as the next start of the app does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openDevice(
  dataDir: string,
  clock = fixedClock(START, 420),
  files: Files = nodeFiles,
): Promise<TestDevice> {
  let store: DataStore = await openStore({ dataDir, clock, files });
  const device = {
    files,
    dataDir,
    clock,
    get store() {
      return store;
    },
    answer: (card: string, grade: Grade = 3) => {
      clock.advance(61_000);
      return store.append(answerTo(store, clock, parseCardId(card), grade));
    },
    merge: async (path: string) => (await mergeFrom(device, path, false, unwatched)).added,
    restore: (path: string) => restoreFrom(device, path, false, unwatched),
    restart: async () => {
      await store.close();
      store = await openStore({ dataDir, clock, files });
    },
    close: () => store.close(),
  };
  // The getter is lost when the object is spread, so what follows is added to the same one.
  return Object.assign(device, { backups: new Backups(device, clock) });
}

/** A folder for tests, and a way to be rid of it. */
export function testRoot(): { root: string; folder(name: string): string; dispose(): void } {
  const root = mkdtempSync(join(tmpdir(), 'jamdai-data-'));
  return {
    root,
    folder: (name) => {
      mkdirSync(join(root, name), { recursive: true });
      return join(root, name);
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

export const digestOf = (progress: Progress): string => {
  const steps = digesting(stateOf(progress));
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
};

/** SHA-256 of a file, null where none is. */
export const sha256Of = (path: string): string | null =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;

/** SHA-256 of every file below a folder, by its path. */
export function hashesBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(names.sort().map((name) => [name, sha256Of(join(folder, name))!]));
}

export const copyFolder = (from: string, to: string): void => cpSync(from, to, { recursive: true });
