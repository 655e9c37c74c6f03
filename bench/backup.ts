import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Backups } from '../core/services/backups/backups.ts';
import { unwatched } from '../core/services/jobs/work.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { accepting } from './accept.ts';
import { clock } from './clock.ts';
import { AT_CLOSE_ONLY } from './snapshot.ts';
import { cpuMs, longestBlock, millis } from './timing.ts';

const ANSWERS = 200;
const MEDIUM_BYTES = 4 << 20;

export interface BackedUp {
  readonly backupMs: number;
  /** Processor time of it, all threads. */
  readonly backupCpuMs: number;
  readonly backupBlockMs: number;
  /** Reading and hashing the same journals, and putting the new bytes of them on the disk. */
  readonly backupBareMs: number;
}

/** Media that do not compress, `bytes` of them altogether. */
export function writeMedia(dataDir: string, bytes: number): void {
  const folder = join(dataDir, 'library', 'media');
  mkdirSync(folder, { recursive: true });
  const content = randomBytes(MEDIUM_BYTES);
  for (let i = 0; i * MEDIUM_BYTES < bytes; i++) {
    content.writeUInt32LE(i, 0);
    writeFileSync(join(folder, `${createHash('sha256').update(content).digest('hex')}.jpg`), content);
  }
}

/** The least that a backup which looks at all journals can cost. */
function bare(dataDir: string, fresh: number): void {
  const journal = join(dataDir, 'journal');
  const last = Buffer.alloc(fresh);
  for (const device of readdirSync(journal))
    for (const name of readdirSync(join(journal, device)))
      createHash('sha256')
        .update(readFileSync(join(journal, device, name)))
        .digest();
  const fd = openSync(join(dataDir, '..', 'bare-backup'), 'w');
  writeSync(fd, last);
  fsyncSync(fd);
  closeSync(fd);
}

/** Answers some cards and makes a backup: the first of a folder keeps everything, a later one what is new. */
export async function backUp(dataDir: string, cards: number): Promise<BackedUp> {
  const store = await openStore({ dataDir, clock, snapshots: AT_CLOSE_ONLY });
  const give = accepting({ store, cards });
  for (let i = 0; i < ANSWERS; i++) await give(i)();
  const backups = new Backups({ files: nodeFiles, dataDir, store }, clock);
  let backupMs = 0;
  const before = cpuMs();
  const backupBlockMs = await longestBlock(async () => {
    [backupMs] = await millis(() => backups.make('automatic', unwatched));
  });
  const backupCpuMs = cpuMs() - before;
  const [backupBareMs] = await millis(async () => bare(dataDir, ANSWERS * 350));
  await store.close();
  return { backupMs, backupCpuMs, backupBlockMs, backupBareMs };
}
