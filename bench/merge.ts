import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeFrom } from '../core/services/backups/merge.ts';
import { unwatched } from '../core/services/jobs/work.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { writeCollection, type Collection } from './collection.ts';
import { cpuMs, longestBlock, millis } from './timing.ts';

const OURS = 'benchdevice';
const THEIRS = 'otherdevice';

/** Where the merged folder stands among those of the bench. */
export const mergedDir = (root: string): string => join(root, 'merge');

export interface Merge {
  readonly mergeMs: number;
  /** Processor time of it, all threads, ms. */
  readonly mergeCpuMs: number;
  /** The longest the loop was not free meanwhile, ms. */
  readonly blockMs: number;
  /** Reviews the merged history holds, to see that none is missing. */
  readonly reviews: number;
}

/**
 * Two devices that answered the same cards in turn, half of the reviews each: what `data.merge` costs, from reading both
 * folders to the merged state; without the backup that is made before it.
 */
export async function measureMerge(root: string, size: Collection): Promise<Merge> {
  const dataDir = mergedDir(root);
  const otherDir = join(root, 'merge-other');
  mkdirSync(join(otherDir, 'journal'), { recursive: true });
  writeCollection(dataDir, size, [OURS, THEIRS]);
  renameSync(join(dataDir, 'journal', THEIRS), join(otherDir, 'journal', THEIRS));
  writeFileSync(join(dataDir, 'device.json'), JSON.stringify({ id: OURS, name: 'ours' }));
  writeFileSync(join(otherDir, 'device.json'), JSON.stringify({ id: THEIRS, name: 'theirs' }));
  // A learner's app has its snapshot.
  await (await openStore({ dataDir, clock })).close();
  const store = await openStore({ dataDir, clock });
  let mergeMs = 0;
  const before = cpuMs();
  let mergeCpuMs = 0;
  const blockMs = await longestBlock(async () => {
    [mergeMs] = await millis(() => mergeFrom({ files: nodeFiles, dataDir, store }, otherDir, false, unwatched));
    mergeCpuMs = cpuMs() - before;
  });
  const reviews = store.progress.reviewsTotal;
  await store.close();
  return { mergeMs, mergeCpuMs, blockMs, reviews };
}
