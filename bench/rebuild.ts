import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { AT_CLOSE_ONLY } from './snapshot.ts';
import { cpuMs, longestBlock, millis } from './timing.ts';

export interface Rebuild {
  readonly rebuildMs: number;
  /** Processor time of it, all threads, ms. */
  readonly rebuildCpuMs: number;
  /** Writing the snapshot right after it, ms, and the longest the loop was not free meanwhile: the collector still clears the rebuild's garbage away then. */
  readonly snapshotMs: number;
  readonly blockMs: number;
}

/** Opens the store from its journal alone, and writes the snapshot. */
export async function rebuildOnce(dataDir: string): Promise<Rebuild> {
  for (const name of readdirSync(dataDir)) if (/^(progress|cards-)/.test(name)) rmSync(join(dataDir, name));
  const before = cpuMs();
  const [rebuildMs, store] = await millis(() => openStore({ dataDir, clock, snapshots: AT_CLOSE_ONLY }));
  const rebuildCpuMs = cpuMs() - before;
  let snapshotMs = 0;
  const blockMs = await longestBlock(async () => {
    [snapshotMs] = await millis(() => store.close());
  });
  return { rebuildMs, rebuildCpuMs, snapshotMs, blockMs };
}
