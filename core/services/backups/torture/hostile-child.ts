import { parseCardId } from '../../../domain/ids.ts';
import { AppError } from '../../../domain/errors.ts';
import { fixedClock } from '../../clock.ts';
import { nodeFiles } from '../../disk/files.ts';
import { openStore } from '../../store/open-store.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { mergeFrom } from '../merge.ts';
import { unwatched } from '../../jobs/work.ts';

/**
 * `hostile-child <data folder> <path>`: tries to take the path in, answers a card, and prints as one line of JSON how it was
 * refused, how long that took, and the most memory the process ever had.
 */
const [, , dataDir = '', path = ''] = process.argv;
const clock = fixedClock(Date.parse('2026-11-20T10:00+07:00'), 420);
const store = await openStore({ dataDir, clock });
const began = performance.now();
let refused: { code: string; details: object } | null = null;
try {
  await mergeFrom({ files: nodeFiles, dataDir, store }, path, false, unwatched);
} catch (error) {
  const { code, details } = error instanceof AppError ? error : { code: String(error), details: {} };
  refused = { code, details };
}
const ms = performance.now() - began;
await store.append(answerTo(store, clock, parseCardId('after'), 3));
await store.close();
process.stdout.write(`${JSON.stringify({ refused, ms, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`);
