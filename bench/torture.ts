import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killMany } from '../core/services/backups/torture/kills.ts';

/** `npm run torture -- 5000 [SEED]`: kills in the middle of everything; the last line is the report as JSON. Exit status 1 when anything was lost. */
const [kills = '500', seed = String(Date.now() % 100_000)] = process.argv.slice(2);
if (!/^\d+$/.test(kills) || !/^\d+$/.test(seed)) {
  console.error('usage: npm run torture -- KILLS [SEED]');
  process.exit(2);
}
console.log(`${kills} kills, seed ${seed}`);
const report = await killMany(
  join(fileURLToPath(new URL('.', import.meta.url)), 'torture-child.js'),
  Number(kills),
  Number(seed),
);
console.log(JSON.stringify(report));
process.exitCode =
  report.kills === Number(kills) &&
  report.lost.length + report.failedStarts.length + report.wrongStates.length + report.badBackups.length === 0
    ? 0
    : 1;
