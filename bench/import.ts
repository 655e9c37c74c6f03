import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createClient } from '../core/api/client.ts';
import { createApp } from '../core/services/app.ts';
import { fixedClock } from '../core/services/clock.ts';
import { formatOf } from '../core/services/transfer/formats.ts';
import { sourceFile } from '../core/services/import/source-file.ts';
import { BENCH_NOW } from './collection.ts';
import { blocksOf as watched, cpuMs, epochMs, millis } from './timing.ts';

export interface Imported {
  readonly importMs: number;
  readonly importCpuMs: number;
  /** The longest the loop was not free while it was taken in, ms; below while it was taken back, and the app closed. */
  readonly blockMs: number;
  readonly undoMs: number;
  readonly undoBlockMs: number;
  readonly closeBlockMs: number;
  /** Resident memory before it, and the most up to its end, MB (10⁶ bytes). */
  readonly residentMb: number;
  readonly peakMb: number;
  readonly cards: number;
  readonly reviews: number;
}

/** The reader has a thread of its own: the loop is looked at without a processor for that. */
const blocksOf = (work: () => Promise<unknown>) => watched(work, () => 0, 1);

/** The app over the compiled courses, as a shell opens it. */
const openApp = (dataDir: string) =>
  createApp({
    dataDir,
    coursesDir: join(dirname(import.meta.dirname), 'courses'),
    clock: fixedClock(BENCH_NOW, 420),
    ...{ shell: 'cli', version: 'bench', log: console.error },
  });

/** Takes a package in through the router, as the interface does, and takes it back. @param isKept brings it back again, for what is measured next */
export async function importOnce(dataDir: string, path: string, isKept: boolean): Promise<Imported> {
  mkdirSync(dataDir, { recursive: true });
  const app = await openApp(dataDir);
  const call = createClient((method, input) => app.router(method, input));
  const residentMb = process.memoryUsage.rss() / 1e6;
  const before = cpuMs();
  let [importMs, undoMs, importId] = [0, 0, ''];
  const took = await blocksOf(async () => {
    const [ms, report] = await millis(() => call('library.import', { path, options: {} }));
    [importMs, importId] = [ms, report.importId];
  });
  const importCpuMs = cpuMs() - before;
  const peakMb = process.resourceUsage().maxRSS / 1e3;
  const { reviewsTotal } = await call('stats.summary', {});
  const { courses } = await call('library.list', {});
  // A deck counts those below it, too.
  const cards = Math.max(0, ...courses.flatMap(({ kind, counts }) => (kind === 'deck' ? [counts.cards] : [])));
  const undone = await blocksOf(async () => {
    [undoMs] = await millis(() => call('library.undoImport', { importId }));
  });
  if (isKept) await call('library.undoImport', { importId });
  const closed = await blocksOf(() => app.close());
  return {
    ...{ importMs, importCpuMs, blockMs: took.longest, undoMs, undoBlockMs: undone.longest },
    ...{ closeBlockMs: closed.longest, residentMb, peakMb, cards, reviews: reviewsTotal },
  };
}

/** Opens the app on a folder with decks, and tells the first card of a review of them all: what a shell does before its window shows anything. */
export async function firstDeckCard(dataDir: string) {
  const app = await openApp(dataDir);
  const openedMb = Math.round(process.memoryUsage.rss() / 1e6);
  const call = createClient((method, input) => app.router(method, input));
  const { courses } = await call('library.list', {});
  const deck = courses.find(({ kind }) => kind === 'deck');
  if (!deck) throw new Error('no deck was brought in');
  const { sessionId } = await call('study.start', { mode: 'review', courseId: deck.id });
  const card = await call('study.next', { sessionId });
  return {
    card: card?.cardId ?? null,
    at: epochMs(),
    openedMb,
    residentMb: Math.round(process.memoryUsage.rss() / 1e6),
    startCpuMs: Math.round(cpuMs()),
  };
}

/** Unzips a package and reads every row of it by the app's own reader, and does nothing with them: what taking it in can be compared with. */
export async function readPackage(path: string): Promise<{ readonly readMs: number; readonly readCpuMs: number }> {
  const before = cpuMs();
  const [readMs] = await millis(async () => {
    const { signal } = new AbortController();
    const source = await sourceFile(path, undefined, signal);
    const reading = await (await formatOf(source, { signal })).open(source, { signal });
    for await (const note of reading.notes()) void note;
    for await (const review of reading.reviews()) void review;
    await reading.close();
  });
  return { readMs, readCpuMs: cpuMs() - before };
}
