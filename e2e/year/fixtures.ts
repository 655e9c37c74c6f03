import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, MONDAY, test as base } from '../fixtures.ts';

/** Many small writes, each on the disk before the next: in memory it takes seconds. */
const TEMP = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A test's data folder holds the year of a made-up learner, who studied up to the evening before `MONDAY`. */
export const test = base.extend<object, { readonly yearFolder: string }>({
  yearFolder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(TEMP, 'jamdai-year-'));
      const dataDir = join(folder, 'data');
      execFileSync(process.execPath, ['build/run.mjs', 'year', '--data', dataDir, '--until', String(MONDAY)]);
      await use(dataDir);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  dataDir: async ({ yearFolder }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jamdai-e2e-'));
    const dataDir = join(folder, 'data');
    cpSync(yearFolder, dataDir, { recursive: true });
    await use(dataDir);
    rmSync(folder, { recursive: true, force: true });
  },
});
export { expect };
