import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgressStore } from '../core/services/ports.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { clock, compareAccepting, plainLowdb } from './accept.ts';
import { writeCollection, type Collection } from './collection.ts';
import { queueOf, timesOfNext } from './first-card.ts';
import { longestBlock, millis, spreadOf } from './timing.ts';

/** `--json`: the last line is one JSON object. `--small`: without the big collections. `--start <folder>`: for its own use. */
const args = process.argv.slice(2);
const SIZES: Collection[] = [
  { cards: 1_000, reviews: 10_000 },
  { cards: 10_000, reviews: 100_000 },
  { cards: 100_000, reviews: 1_000_000 },
  { cards: 300_000, reviews: 1_000_000 },
];
const quiet = { everyEvents: Infinity, idleMs: 0 };
const say = (text: string) => process.stdout.write(`${text}\n`);
const round = (value: number) => Math.round(value * 1000) / 1000;

async function startOnly(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, clock, snapshots: quiet });
  const card = queueOf(store).next(clock.now(), () => true);
  say(JSON.stringify({ card, residentMb: Math.round(process.memoryUsage().rss / 1e6) }));
  process.exit(0);
}

/** Process start to first card, as the one who starts it sees it. */
function measureStart(dataDir: string): { startMs: number; residentMb: number } {
  const runs = Array.from({ length: 5 }, () => {
    const began = performance.now();
    const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--start', dataDir], { encoding: 'utf8' });
    return { startMs: performance.now() - began, residentMb: (JSON.parse(out) as { residentMb: number }).residentMb };
  });
  return runs.sort((a, b) => a.startMs - b.startMs)[2]!;
}

async function measure(root: string, size: Collection, small: ProgressStore | null) {
  const dataDir = join(root, `cards-${size.cards}`);
  mkdirSync(dataDir);
  writeCollection(dataDir, size);
  const [rebuildMs, built] = await millis(() => openStore({ dataDir, clock, snapshots: quiet }));
  const longestBlockMs = await longestBlock(() => built.close());
  for (const name of readdirSync(dataDir)) if (name.startsWith('progress.') && name !== 'progress.json') rmSync(join(dataDir, name));
  const started = measureStart(dataDir);
  const store = await openStore({ dataDir, clock, snapshots: quiet });
  const stores = small ? [{ name: 'small', store: small, cards: 1_000 }] : [];
  const times = await compareAccepting(root, [...stores, { name: 'store', store, cards: size.cards }], 3000);
  const next = spreadOf(timesOfNext(store, 2000));
  const lowdb = size.cards <= 10_000 ? await plainLowdb(root, store, 50) : null;
  const { bare, store: accept } = times as { bare: (typeof next); store: (typeof next) };
  return {
    store,
    figures: {
      ...size,
      acceptMs: { p50: round(accept.p50), p95: round(accept.p95), p99: round(accept.p99) },
      bareMs: { p50: round(bare.p50), p95: round(bare.p95), p99: round(bare.p99) },
      lowdbP50Ms: lowdb ? round(lowdb.p50) : null,
      acceptP50Ratio: round(accept.p50 / bare.p50),
      acceptP99Ratio: round(accept.p99 / bare.p99),
      acceptGrowth: times['small'] ? round(accept.p50 / times['small'].p50) : 1,
      nextP99Ms: round(next.p99),
      startMs: Math.round(started.startMs),
      residentMb: started.residentMb,
      rebuildMs: Math.round(rebuildMs),
      longestBlockMs: round(longestBlockMs),
    },
  };
}

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'jamdai-bench-'));
  say(`${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, Node ${process.version}`);
  let small: ProgressStore | null = null;
  const results: Record<string, unknown>[] = [];
  for (const size of args.includes('--small') ? SIZES.slice(0, 2) : SIZES) {
    const { store, figures } = await measure(root, size, small);
    if (small) await store.close();
    else small = store;
    results.push(figures);
    for (const [name, value] of Object.entries(figures)) say(`  ${name.padEnd(18)} ${JSON.stringify(value)}`);
    say('');
  }
  await small?.close();
  rmSync(root, { recursive: true, force: true });
  const main = results.find(({ cards }) => cards === 100_000) ?? results.at(-1)!;
  if (args.includes('--json')) say(JSON.stringify({ ...main, collections: results }));
}

if (args[0] === '--start') await startOnly(args[1] ?? '');
else await main();
