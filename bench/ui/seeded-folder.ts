import { execFileSync } from 'node:child_process';

export interface Seeded {
  readonly days: number;
  /** Answers given in them. */
  readonly reviewsTotal: number;
}

/** Fills a data folder with the made-up year of a learner who has studied up to now. */
export function seedFolder(dataDir: string, days: number): Seeded {
  const args = ['build/run.mjs', 'seed', '--data', dataDir, '--days', String(days)];
  const out = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Seeded;
}
