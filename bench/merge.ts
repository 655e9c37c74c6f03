import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles } from '../core/services/store/files.ts';
import { Quarantine } from '../core/services/store/quarantine.ts';
import { SnapshotFile } from '../core/services/store/snapshot-file.ts';
import { start } from '../core/services/store/start.ts';
import { clock } from './clock.ts';
import { writeCollection, type Collection } from './collection.ts';
import { breathe, longestBlock, millis } from './timing.ts';

const OURS = 'benchdevice';
const THEIRS = 'otherdevice';

export interface Merge {
  readonly mergeMs: number;
  /** The longest the loop was not free meanwhile, ms. */
  readonly blockMs: number;
  /** Reviews the merged history holds, to see that none is missing. */
  readonly reviews: number;
}

/** Two devices that answered the same cards in turn, half of the reviews each: what taking in the other one's journal costs. */
export async function measureMerge(root: string, size: Collection): Promise<Merge> {
  const dataDir = join(root, 'merge');
  const aside = join(root, 'merge-other');
  mkdirSync(aside);
  writeCollection(dataDir, size, [OURS, THEIRS]);
  const place = join(dataDir, 'journal', THEIRS);
  renameSync(place, join(aside, THEIRS));
  const quarantine = new Quarantine(nodeFiles, dataDir, () => clock.now());
  const { journals, history } = start(nodeFiles, dataDir, { id: OURS, name: '' }, new SnapshotFile(nodeFiles, dataDir), quarantine);
  renameSync(join(aside, THEIRS), place);
  const takeIn = async () => {
    journals.lookForDevices();
    for (const _ of history.absorbing(journals.unread())) await breathe();
  };
  let mergeMs = 0;
  const blockMs = await longestBlock(async () => {
    [mergeMs] = await millis(takeIn);
  });
  return { mergeMs, blockMs, reviews: history.progress.reviewsTotal };
}
