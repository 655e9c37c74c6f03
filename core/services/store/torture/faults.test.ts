import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import { AppError } from '../../../domain/errors.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { ProgressStore } from '../../ports.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from './answering.ts';
import { FaultyFiles, type Fault } from '../../disk/torture/faulty-files.ts';
import { copyOf } from '../fold/copy-of-progress.fixture.ts';

const DISK = ['disk-full', 'disk-refused'];

interface Told {
  /** What the learner was told is kept, in words that a progress can be asked for. */
  reviews: number;
  refused: number;
  live: Progress | null;
}

/** A short story on a disk that may fail at any call. Refused steps are tried again once, as a learner would. */
async function story(dataDir: string, files: Files): Promise<Told> {
  let now = Date.parse('2026-11-28T10:00Z');
  const clock = { now: () => now, utcOffsetMin: () => 420 };
  const told: Told = { reviews: 0, refused: 0, live: null };
  const refusable = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || !DISK.includes(error.code)) throw error;
      told.refused++;
      return null;
    }
  };
  const open = () => openStore({ dataDir, clock, files, snapshots: { everyEvents: 1_000, idleMs: 0 } });
  for (let run = 0; run < 2; run++) {
    const store = (await refusable(open)) ?? (await refusable(open));
    if (!store) continue;
    const step = async (work: (store: ProgressStore) => Promise<unknown>, change: number) => {
      for (let again = 0; again < 2; again++) {
        const before = copyOf(store.progress);
        const done = await refusable(() => work(store));
        if (done === null) expect(copyOf(store.progress)).toEqual(before);
        else told.reviews += change;
        if (done !== null) return;
      }
    };
    for (let i = 0; i < 3; i++) {
      now += 36 * 3_600_000; // From November into December: a new journal file on the way.
      await step((store) => store.append(answerTo(store, clock, parseCardId(`a${i}`), 3)), 1);
    }
    await step((store) => store.appendBatch([1, 2, 3].map((i) => answerTo(store, clock, parseCardId(`b${i}`), 3))), 3);
    if (told.reviews > 0) await step((store) => store.append({ type: 'setting', set: { newPerDay: 5 } }), 0);
    await step((store) => store.append(answerTo(store, clock, parseCardId('last'), 1)), 1);
    told.live = copyOf(store.progress);
    await refusable(() => store.close());
  }
  return told;
}

async function fails(fault: Fault, at: number, length: number): Promise<{ calls: number; failed: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jamdai-fault-'));
  try {
    const disk = new FaultyFiles(fault, at, at + length - 1);
    const told = await story(dataDir, disk.files);
    const clock = { now: () => Date.parse('2026-12-20T10:00Z'), utcOffsetMin: () => 420 };
    const healthy = await openStore({ dataDir, clock, files: nodeFiles });
    const where = `${fault} at call ${at}`;
    if (length === 1) expect(healthy.progress.reviewsTotal, where).toBe(told.reviews);
    // A disk that refuses to cut a refused line off, to the very end, leaves it there: kept is more than promised, never less.
    expect(healthy.progress.reviewsTotal, where).toBeGreaterThanOrEqual(told.reviews);
    expect(healthy.progress.reviewsTotal - told.reviews, where).toBeLessThanOrEqual(told.refused);
    if (told.live && healthy.progress.reviewsTotal === told.reviews)
      expect(copyOf(healthy.progress), where).toEqual(told.live);
    await healthy.close();
    for (const name of nodeFiles.list(dataDir)) if (/^progress/.test(name)) rmSync(join(dataDir, name));
    const replayed = await openStore({ dataDir, clock, files: nodeFiles });
    expect(copyOf(replayed.progress), `${where}, from the journal alone`).toEqual(copyOf(healthy.progress));
    await replayed.close();
    return disk;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

describe.each(['ENOSPC', 'EIO', 'EACCES', 'short'] as const)('a disk that says %s', (fault) => {
  it('at any one call loses nothing that was accepted and keeps nothing that was refused', async () => {
    let at = 1;
    for (; ; at++) if ((await fails(fault, at, 1)).failed === 0) break;
    expect(at).toBeGreaterThan(50);
  }, 60_000);

  it('for a while is survived too: the store goes on when the disk does', async () => {
    for (let at = 1; ; at += 3) if ((await fails(fault, at, 7)).failed === 0) break;
  }, 60_000);
});
