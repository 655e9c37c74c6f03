import { setTimeout as pause } from 'node:timers/promises';
import { nodeFiles, type Files } from '../core/services/disk/files.ts';
import { openStore } from '../core/services/store/open-store.ts';
import type { SnapshotPlan } from '../core/services/store/snapshot/snapshot-keeper.ts';
import { accepting } from './accept.ts';
import { clock } from './clock.ts';
import { blocksOf, longestBlock } from './timing.ts';

/** No snapshot but the one at close. */
export const AT_CLOSE_ONLY: SnapshotPlan = { everyEvents: Infinity, idleMs: 0 };
/** A snapshot as soon as the last one is written, whoever answers meanwhile. */
const ALWAYS: SnapshotPlan = { everyEvents: 1, idleMs: 0 };
/** Between two answers, ms: many more than a learner gives, so that they meet every part of a snapshot's writing. */
const PAUSE_MS = 5;

export interface Behind {
  /** The longest the loop was not free, ms. */
  readonly blockMs: number;
  /** The same without the time of its own fdatasync calls, ms. */
  readonly ownBlockMs: number;
  /** Snapshots that were finished meanwhile. */
  readonly written: number;
  /** The same while the store was closed afterwards, which writes one where answers came since the last, ms. */
  readonly closeBlockMs: number;
}

/** Answers that go on for `answers` rounds, with snapshots behind them all the time or with none. */
export async function blockWhileAnswering(
  dataDir: string,
  cards: number,
  answers: number,
  snapshots: boolean,
): Promise<Behind> {
  let written = 0;
  let waited = 0;
  const files: Files = {
    ...nodeFiles,
    datasync: (fd) => {
      const began = performance.now();
      nodeFiles.datasync(fd);
      waited += performance.now() - began;
    },
    renameAsync: async (from, to) => {
      await nodeFiles.renameAsync(from, to);
      if (to.endsWith('progress.json')) written++;
    },
  };
  const store = await openStore({ dataDir, clock, files, snapshots: snapshots ? ALWAYS : AT_CLOSE_ONLY });
  const give = accepting({ store, cards });
  let finished = 0;
  const blocks = await blocksOf(
    async () => {
      for (let i = 0; i < answers; i++) {
        await give(i)();
        await pause(PAUSE_MS);
      }
      finished = written;
    },
    () => waited,
  );
  const closeBlockMs = await longestBlock(() => store.close());
  return { blockMs: blocks.longest, ownBlockMs: blocks.longestOwn, written: finished, closeBlockMs };
}
