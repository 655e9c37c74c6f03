import { execFileSync } from 'node:child_process';
import { DAY_MS } from '../../core/domain/study/study-day.ts';

export interface Seeded {
  readonly days: number;
  /** Answers given in them. */
  readonly reviewsTotal: number;
}

/**
 * Fills a data folder with the made-up year of a learner who has studied up to yesterday, whatever the hour is: noon in UTC is the
 * same study day here and in Bangkok, where the learner is. So something is due today.
 */
export function seedFolder(dataDir: string, days: number): Seeded {
  const noon = Math.floor((Date.now() - DAY_MS / 2) / DAY_MS) * DAY_MS + DAY_MS / 2;
  const args = ['build/run.mjs', 'seed', '--data', dataDir, '--days', String(days), '--until', String(noon)];
  const out = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Seeded;
}
