import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseCardId } from '../../../domain/ids.ts';
import { fixedClock } from '../../clock.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import type { Grade } from '../../../domain/grade.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from './answering.ts';

const DAY_MS = 86_400_000;

/** The real disk without its syncs: nothing in these tests is about power cuts. */
export const quickFiles: Files = {
  ...nodeFiles,
  datasync: () => undefined,
  sync: () => Promise.resolve(),
  syncFolder: () => undefined,
  syncFolderAsync: () => Promise.resolve(),
};

/** A clock at the begin of 1 September 2026 in Bangkok. */
export const september = () => fixedClock(Date.parse('2026-09-01T10:00+07:00'), 420);

/** A data folder with an answer a day in September, October and November 2026 (30 a month), closed. Returns the device. */
export async function threeMonths(dataDir: string, clock = september()): Promise<string> {
  mkdirSync(dataDir, { recursive: true });
  const store = await openStore({ dataDir, clock, files: quickFiles });
  for (const [month, first] of ['2026-09-01', '2026-10-01', '2026-11-01'].entries()) {
    for (let i = 0; i < 30; i++) {
      clock.advance(Date.parse(`${first}T10:00+07:00`) + i * DAY_MS - clock.now());
      await store.append(answerTo(store, clock, parseCardId(`card/${(i + month) % 7}`), ((i % 4) + 1) as Grade));
    }
  }
  const { device } = store;
  await store.close();
  return device;
}

/** Journal files of a device. */
export const journalOf = (dataDir: string, device: string) => ({
  path: (name: string) => join(dataDir, 'journal', device, name),
  names: () => readdirSync(join(dataDir, 'journal', device)).filter((name) => name.endsWith('.ndjson')),
  swap(a: string, b: string): void {
    renameSync(this.path(a), this.path('aside'));
    renameSync(this.path(b), this.path(a));
    renameSync(this.path('aside'), this.path(b));
  },
});

/** Files of snapshots in a data folder. */
export const snapshotsIn = (dataDir: string): string[] =>
  readdirSync(dataDir)
    .filter((name) => /^(?:progress|cards)/.test(name))
    .map((name) => join(dataDir, name));
