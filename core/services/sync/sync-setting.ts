import { join } from 'node:path';
import { z } from 'zod';
import { SYNC_SEALS } from '../../api/sync-methods.ts';
import { DEVICE_ID } from '../../domain/history/limits.ts';
import type { Files } from '../disk/files.ts';
import { readWhole, replaceFile, writeAll } from '../disk/whole-file.ts';

const FILE = 'sync.json';
/** Runs that are remembered: an old version of our part that comes back is one of these. */
export const MOST_RUNS = 500;

const Setting = z.object({
  /** Null once it was left: what is known of our part stays, should it be taken up again. */
  folder: z.string().min(1).max(4_096).nullable(),
  seal: z.enum(SYNC_SEALS),
  /** Opens a sealed folder in place of the passphrase. */
  key: z.string().max(1_000).optional(),
  /** The device whose part is written, and the runs of this data folder that wrote it, newest last. */
  device: z.string().regex(DEVICE_ID),
  runs: z.array(z.string().max(40)).max(MOST_RUNS),
  /** The names this data folder went by before: what it did under them, nobody else may have. */
  left: z.array(z.string().regex(DEVICE_ID)).max(MOST_RUNS).default([]),
  /** The runs that wrote their parts. */
  leftRuns: z.array(z.string().max(40)).max(MOST_RUNS).default([]),
  /** When another copy of this data folder was noticed, epoch ms. */
  partedAt: z.int().nullable(),
});

/**
 * Where a data folder syncs to. It stays with the device, in a file of its own that is in no backup and no export: what opens a
 * sealed folder must not lie in one.
 */
export type SyncSetting = Readonly<z.infer<typeof Setting>>;

/** Of a device that has written nothing anywhere yet. */
export const neverSynced = (device: string): SyncSetting => ({
  ...{ folder: null, seal: 'plain', device, runs: [], left: [], leftRuns: [], partedAt: null },
});

/** What a data folder went by before it went by `device`. */
export const leaving = (
  { device: before, left, leftRuns, runs }: SyncSetting,
  device: string,
): Pick<SyncSetting, 'left' | 'leftRuns'> =>
  before === device
    ? { left, leftRuns }
    : {
        left: [...new Set([...left, before])].slice(-MOST_RUNS),
        leftRuns: [...leftRuns, ...runs].slice(-MOST_RUNS),
      };

/** Null where there is none, or it can not be read: then nothing is synced until it is set up again. */
export function readSetting(files: Files, dataDir: string): SyncSetting | null {
  const bytes = readWhole(files, join(dataDir, FILE));
  if (bytes === null) return null;
  try {
    return Setting.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

export async function writeSetting(files: Files, dataDir: string, setting: SyncSetting): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(setting)}\n`);
  await replaceFile(files, join(dataDir, FILE), (fd) => writeAll(files, fd, bytes, 0));
}
