import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import { fixedClock } from '../../clock.ts';
import type { DataStore } from '../../store/data-store.ts';
import { diskError } from '../../disk/disk-error.ts';
import { nodeFiles } from '../../disk/files.ts';
import { openStore } from '../../store/open-store.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { FaultyFiles, type Fault } from '../../disk/torture/faulty-files.ts';
import { namesIn } from '../../store/torture/names-in.ts';
import { Backups } from '../backups.ts';
import { checkData } from '../check.ts';
import { digestOf, START } from '../data-folder.fixture.ts';
import { mergeFrom } from '../merge.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { restoreFrom } from '../restore.ts';
import { unwatched } from '../../jobs/work.ts';

const DISK = ['disk-full', 'disk-refused'];
/** Syncing for real would only take time here: what is tried is what the store does when a call fails. */
const quick = { ...nodeFiles, datasync: () => undefined, sync: () => Promise.resolve(), syncFolder: () => undefined };

const isLeftover = (name: string | Buffer) => String(name).endsWith('.tmp');

let root: string;
let otherDir: string;
let otherNames: Set<string>;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-faults-'));
  otherDir = join(root, 'other');
  const clock = fixedClock(START, 420);
  const other = await openStore({ dataDir: otherDir, clock, files: quick });
  for (let i = 0; i < 4; i++) await other.append(answerTo(other, clock, parseCardId(`b${i}`), 3));
  await other.close();
  mkdirSync(join(otherDir, 'library/deck'), { recursive: true });
  cpSync(join(otherDir, 'device.json'), join(otherDir, 'library/deck/notes.json'));
  otherNames = namesIn(otherDir);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Everything that works on the data as a whole, on a disk that may fail at any call; what is refused is tried once more. */
async function story(
  dataDir: string,
  files: FaultyFiles['files'],
): Promise<{ acknowledged: string[]; merged: boolean }> {
  const clock = fixedClock(START, 420);
  const acknowledged: string[] = [];
  let merged = false;
  const refusable = async <T>(work: () => Promise<T>): Promise<T | null> => {
    for (let again = 0; again < 2; again++) {
      try {
        return await work();
      } catch (error) {
        // As the data service names it.
        if (!DISK.includes(diskError(error, '').code)) throw error;
      }
    }
    return null;
  };
  const store = await refusable(() => openStore({ dataDir, clock, files, snapshots: { everyEvents: 2, idleMs: 0 } }));
  if (!store) return { acknowledged, merged };
  const data: DataFolder = { files, dataDir, store };
  const backups = new Backups(data, clock);
  const answer = async (of: DataStore, card: string) => {
    clock.advance(61_000);
    const ref = await refusable(() => of.append(answerTo(of, clock, parseCardId(card), 3)));
    if (ref !== null) acknowledged.push(ref);
  };
  await answer(store, 'a1');
  const backup = await refusable(() => backups.make('asked', unwatched));
  await answer(store, 'a2');
  merged = (await refusable(() => mergeFrom(data, otherDir, false, unwatched))) !== null;
  await answer(store, 'a3');
  if (backup) await refusable(() => restoreFrom(data, join(backups.folder, backup.name), false, unwatched));
  await answer(store, 'a4');
  await refusable(() => checkData(data, backups, () => clock.now(), unwatched));
  await answer(store, 'a5');
  await refusable(() => store.close());
  return { acknowledged, merged };
}

async function fails(fault: Fault, call: number): Promise<number> {
  const dataDir = mkdtempSync(join(root, 'data-'));
  try {
    const disk = new FaultyFiles(fault, call, call, quick);
    const told = await story(dataDir, disk.files).catch((error: unknown) =>
      expect.fail(`${fault} at call ${call}: ${String(error)} ${String((error as Error).stack)}`),
    );
    const where = `${fault} at call ${call}`;
    const clock = fixedClock(START + 3_600_000, 420);
    const healthy = await openStore({ dataDir, clock, files: quick });
    const names = namesIn(dataDir);
    for (const name of told.acknowledged) expect(names.has(name), `${where}: ${name}`).toBe(true);
    if (disk.failed === 0) expect(told).toMatchObject({ merged: true, acknowledged: { length: 5 } });
    if (told.merged)
      for (const name of otherNames) expect(names.has(name), `${where}: ${name} of the other device`).toBe(true);
    // All of the other device or nothing of it.
    expect([0, otherNames.size], where).toContain([...otherNames].filter((name) => names.has(name)).length);
    const state = digestOf(healthy.progress);
    const backups = new Backups({ files: quick, dataDir, store: healthy }, clock);
    expect(await backups.damaged(unwatched), where).toEqual([]);
    await backups.make('asked', unwatched);
    expect(readdirSync(join(dataDir, 'backups'), { recursive: true }).filter(isLeftover), where).toEqual([]);
    await healthy.append(answerTo(healthy, clock, parseCardId('after'), 3));
    await healthy.undo();
    await healthy.close();
    for (const name of nodeFiles.list(dataDir)) if (/^progress/.test(name)) rmSync(join(dataDir, name));
    const replayed = await openStore({ dataDir, clock, files: quick });
    const seen = [...replayed.progress.cards].filter(([id]) => id !== 'after');
    expect(seen.sort(), where).toEqual([...healthy.progress.cards].filter(([id]) => id !== 'after').sort());
    expect(state, where).toMatch(/^[0-9a-f]{64}$/);
    await replayed.close();
    return disk.failed;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

// Every call fails by being full; what else a disk may say differs in the name alone, so the short run tries that of every fourth.
const STEP = process.env['JAMDAI_LONG'] ? 1 : 4;

describe.each([
  ['ENOSPC', 1, 1],
  ['EIO', 1, STEP],
  ['EACCES', 2, STEP],
  ['short', 3, STEP],
] as const)('a disk that says %s', (fault, first, step) => {
  it('at any one call of a backup, merge, restore or check loses nothing and leaves nothing by half', async () => {
    let call: number = first;
    while ((await fails(fault, call)) > 0) call += step;
    expect(call).toBeGreaterThan(150);
  });
});
