import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Collection } from './collection.ts';
import { measure, measureRebuild } from './measure.ts';
import { mergedDir } from './merge.ts';
import { scheduledAsUsual } from './scheduling.ts';
import { inOwnProcess, runStep } from './steps.ts';
import { rounded } from './timing.ts';
import { measureImport, measureMedia } from './measure-import.ts';

/** `--json`: the last line is one JSON object. `--small`: without the big collections. `--step <name> <arguments>`: for its own use. */
/** Packages that are taken in. */
const DECKS = [
  { notes: 10_000, reviews: 100_000, media: 0 },
  { notes: 100_000, reviews: 1_000_000, media: 0 },
];
const args = process.argv.slice(2);
const isSmall = args.includes('--small');
const SIZES: Collection[] = [
  { cards: 1_000, reviews: 10_000 },
  { cards: 10_000, reviews: 100_000 },
  { cards: 100_000, reviews: 1_000_000 },
  { cards: 300_000, reviews: 1_000_000 },
];
/** Backups are measured here, with media beside it. */
const BACKED_UP = SIZES[2];
const MERGED: Collection = isSmall ? { cards: 1_000, reviews: 20_000 } : { cards: 50_000, reviews: 1_000_000 };

const say = (text: string) => process.stdout.write(`${text}\n`);
function sayAll(figures: object): void {
  for (const [name, value] of Object.entries(figures)) say(`  ${name.padEnd(24)} ${JSON.stringify(value)}`);
  say('');
}

/** All collections and the merge, in a folder that is taken away again. */
function runAll(root: string): object {
  const step = inOwnProcess(fileURLToPath(import.meta.url));
  const sizes = isSmall ? SIZES.slice(0, 2) : SIZES;
  const results = sizes.map((size, i) => {
    const figures = measure(step, root, size, i === 0 ? 0 : sizes[0]!.cards, size === BACKED_UP ? 2e9 : 0);
    sayAll(figures);
    return figures;
  });
  const { mergeMs, mergeCpuMs, blockMs, reviews } = step('merge', root, MERGED);
  const again = measureRebuild(step, mergedDir(root));
  const merge = {
    mergeMs: Math.round(mergeMs),
    mergeCpuMs: Math.round(mergeCpuMs),
    mergedRebuildMs: again.rebuildMs,
    mergeRatio: rounded(mergeMs / again.rebuildMs),
    mergeCpuRatio: rounded(mergeCpuMs / again.rebuildCpuMs),
    mergeBlockMs: Math.round(blockMs),
    mergedReviews: reviews,
  };
  sayAll(merge);
  const synced = isSmall ? SIZES[1]! : SIZES[2]!;
  step('write', join(root, 'synced'), synced.cards, synced.reviews);
  const sync = step('sync', root, join(root, 'synced'), synced.cards);
  sayAll(sync);
  const search = step('search', root, isSmall ? 10_000 : 100_000);
  sayAll(search);
  const main = results.find(({ cards }) => cards === 100_000) ?? results.at(-1)!;
  const start300kRatio = results.find(({ cards }) => cards === 300_000)?.startRatio ?? null;
  const imports = (isSmall ? DECKS.slice(0, 1) : DECKS).map((size) => {
    const figures = measureImport(step, root, size);
    sayAll(figures);
    return figures;
  });
  const media = isSmall ? {} : measureMedia(step, root);
  sayAll(media);
  const { notes: _, reviews: __, ...imported } = imports.at(-1)!;
  return {
    ...main,
    start300kRatio,
    ...merge,
    ...sync,
    ...search,
    ...imported,
    ...media,
    imports,
    collections: results,
  };
}

function main(): void {
  const root = mkdtempSync(join(tmpdir(), 'jamdai-bench-'));
  say(
    `${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, Node ${process.version}`,
  );
  try {
    const result = runAll(root);
    if (args.includes('--json')) say(JSON.stringify(result));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const scheduling = scheduledAsUsual();
if (args[0] === '--step') await runStep(args[1] ?? '', args[2] ?? '[]');
else {
  if (scheduling) say(scheduling);
  main();
}
