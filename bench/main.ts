import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgressStore } from '../core/services/ports.ts';
import type { Collection } from './collection.ts';
import { measure } from './measure.ts';
import { measureMerge } from './merge.ts';
import { startOnly } from './start.ts';

/** `--json`: the last line is one JSON object. `--small`: without the big collections. `--start <folder>`: for its own use. */
const args = process.argv.slice(2);
const isSmall = args.includes('--small');
const SIZES: Collection[] = [
  { cards: 1_000, reviews: 10_000 },
  { cards: 10_000, reviews: 100_000 },
  { cards: 100_000, reviews: 1_000_000 },
  { cards: 300_000, reviews: 1_000_000 },
];
const MERGED: Collection = isSmall ? { cards: 1_000, reviews: 20_000 } : { cards: 50_000, reviews: 1_000_000 };

const say = (text: string) => process.stdout.write(`${text}\n`);
function sayAll(figures: object): void {
  for (const [name, value] of Object.entries(figures)) say(`  ${name.padEnd(24)} ${JSON.stringify(value)}`);
  say('');
}

/** All collections and the merge, in a folder that is taken away again. */
async function runAll(root: string): Promise<object> {
  let small: ProgressStore | null = null;
  const results: ({ cards: number } & object)[] = [];
  for (const size of isSmall ? SIZES.slice(0, 2) : SIZES) {
    const { store, figures } = await measure(fileURLToPath(import.meta.url), root, size, small);
    if (small) await store.close();
    else small = store;
    results.push(figures);
    sayAll(figures);
  }
  await small?.close();
  const { mergeMs, blockMs, reviews } = await measureMerge(root, MERGED);
  const merge = { mergeMs: Math.round(mergeMs), mergeBlockMs: Math.round(blockMs), mergedReviews: reviews };
  sayAll(merge);
  const main = results.find(({ cards }) => cards === 100_000) ?? results.at(-1)!;
  return { ...main, ...merge, collections: results };
}

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'jamdai-bench-'));
  say(`${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, Node ${process.version}`);
  try {
    const result = await runAll(root);
    if (args.includes('--json')) say(JSON.stringify(result));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (args[0] === '--start') await startOnly(args[1] ?? '');
else await main();
