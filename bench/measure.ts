import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection } from './collection.ts';
import type { FirstCard } from './start.ts';
import type { Step } from './steps.ts';
import { epochMs, rounded } from './timing.ts';

const REBUILDS = 3;
const STARTS = 5;
/** Answers given while snapshots are written, and as many without. */
const ANSWERS_BEHIND = 600;

/** The middle one of some runs by one of their figures. */
function middle<T>(runs: readonly T[], by: (run: T) => number): T {
  return [...runs].sort((a, b) => by(a) - by(b))[runs.length >> 1]!;
}

/** From starting the process to its first card, ms. */
function timedStart(step: Step, dataDir: string): FirstCard & { startMs: number } {
  const began = epochMs();
  const first = step('start', dataDir);
  return { ...first, startMs: first.at - began };
}

/** The first backup keeps everything; the second, in a process of its own as after a restart, what 200 answers made new. */
function backUpTwice(step: Step, dataDir: string, cards: number, media: number) {
  step('media', dataDir, media);
  const first = step('backup', dataDir, cards);
  const { backupMs, backupCpuMs, backupBlockMs, backupBareMs } = step('backup', dataDir, cards);
  for (const folder of ['backups', 'library']) rmSync(join(dataDir, folder), { recursive: true });
  return {
    firstBackupMs: Math.round(first.backupMs),
    backupMs: Math.round(backupMs),
    backupCpuMs: Math.round(backupCpuMs),
    backupBlockMs: rounded(backupBlockMs),
    backupRatio: rounded(backupMs / backupBareMs),
  };
}

/** One collection, from its journal alone on. `besideCards`: the collection to compare growth with, 0 for none; `media`: bytes of media for backups, 0 for none. */
export function measure(step: Step, root: string, { cards, reviews }: Collection, besideCards: number, media: number) {
  const dataDir = join(root, `cards-${cards}`);
  mkdirSync(dataDir);
  step('write', dataDir, cards, reviews);
  const rebuilds = Array.from({ length: REBUILDS }, () => step('rebuild', dataDir));
  const rebuilt = middle(rebuilds, (run) => run.rebuildMs);
  const started = middle(
    Array.from({ length: STARTS }, () => timedStart(step, dataDir)),
    (run) => run.startMs,
  );
  const backup = media > 0 ? backUpTwice(step, dataDir, cards, media) : {};
  const quiet = step('behind', dataDir, cards, ANSWERS_BEHIND, false);
  const busy = step('behind', dataDir, cards, ANSWERS_BEHIND, true);
  return {
    ...{ cards, reviews },
    ...step('accept', root, cards, besideCards),
    startMs: Math.round(started.startMs),
    startCpuMs: started.startCpuMs,
    residentMb: started.residentMb,
    rebuildMs: Math.round(rebuilt.rebuildMs),
    rebuildCpuMs: Math.round(rebuilt.rebuildCpuMs),
    snapshotMs: Math.round(rebuilt.snapshotMs),
    longestBlockMs: rounded(Math.max(quiet.closeBlockMs, busy.blockMs)),
    blockAtCloseMs: rounded(quiet.closeBlockMs),
    blockAfterRebuildMs: rounded(Math.max(...rebuilds.map((run) => run.blockMs))),
    blockBehindAnswersMs: rounded(busy.blockMs),
    snapshotsBehindAnswers: busy.written,
    blockWithoutSnapshotMs: rounded(quiet.blockMs),
    ...backup,
  };
}
