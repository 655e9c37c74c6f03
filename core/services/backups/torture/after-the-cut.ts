import { join } from 'node:path';
import { expect } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import { fixedClock } from '../../clock.ts';
import type { Files } from '../../disk/files.ts';
import { inSlices } from '../../jobs/slices.ts';
import { openStore } from '../../store/open-store.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { namesIn } from '../../store/torture/names-in.ts';
import { digestOf, sha256Of } from '../data-folder.fixture.ts';
import { readFolder, replayFolder } from '../folder/read-folder.ts';
import { digesting, stateOf } from '../folder/state-digest.ts';
import { unwatched } from '../../jobs/work.ts';

/** What the learner was told is kept, and behind which call to the disk. */
export interface Promised {
  readonly entries: number;
  /** Of one batch or merge: all of them come or none. */
  readonly events?: readonly string[];
  /** SHA-256 of files by their path from the data folder: media, backups, exports. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The next start, and its first answer. Returns the names of what was acknowledged. */
export async function studyOn(dataDir: string, files: Files, now: number): Promise<string[]> {
  const clock = fixedClock(now, 420);
  const store = await openStore({ dataDir, clock, files });
  const ref = await store.append(answerTo(store, clock, parseCardId('after'), 3));
  await store.close();
  return [ref];
}

/**
 * Starts on what a power cut left: everything promised is there, what was not promised yet is there as a whole or not at
 * all, the state is what the journals make, and study goes on.
 */
export async function lookAt(
  dataDir: string,
  files: Files,
  promised: readonly Promised[],
  open: readonly Promised[],
  now: number,
  where: string,
): Promise<void> {
  const clock = fixedClock(now, 420);
  const store = await openStore({ dataDir, clock, files }).catch((error: unknown) =>
    expect.fail(`${where}: ${String(error)} ${String((error as Error).cause)}`),
  );
  try {
    const names = namesIn(dataDir);
    const lost = promised.flatMap(({ events = [] }) => events.filter((name) => !names.has(name)));
    expect(lost, `${where}: lost`).toEqual([]);
    for (const { events = [] } of open)
      expect([0, events.length], `${where}: by half`).toContain(events.filter((name) => names.has(name)).length);
    const told = store.notices.map(({ code }) => code).filter((code) => code !== 'torn-line-cut');
    expect(told, `${where}: told`).toEqual([]);
    for (const { files: brought = {} } of promised)
      for (const [path, sha256] of Object.entries(brought))
        expect(sha256Of(join(dataDir, path)), `${where}: ${path}`).toBe(sha256);
    const state = digestOf(store.progress);
    const { progress } = await replayFolder(await readFolder(files, dataDir, null, unwatched), unwatched);
    expect(await inSlices(digesting(stateOf(progress))), `${where}: state`).toBe(state);
    const ref = await store.append(answerTo(store, clock, parseCardId('after'), 3));
    expect(names.has(ref), `${where}: a number given twice`).toBe(false);
    expect(namesIn(dataDir).has(ref), `${where}: an answer after it`).toBe(true);
  } finally {
    await store.close();
  }
}
