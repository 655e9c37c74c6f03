import { inPairs, middle } from './in-pairs.ts';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection } from './collection.ts';
import type { FirstCard } from './start.ts';
import type { Step } from './steps.ts';
import { epochMs, rounded } from './timing.ts';
import { readPlainInOwnProcess } from './yardsticks.ts';

/** Own parameters are trained on so many reviews; it changes the collection, so it is one that nothing else is compared with. */
const TRAINED = 100_000;
const REBUILDS = 3;
const STARTS = 5;
/** Answers given while snapshots are written, and as many without. */
const ANSWERS_BEHIND = 600;

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

function measureStart(step: Step, dataDir: string) {
  step('plain', dataDir);
  const { runs, yardsticks } = inPairs(
    STARTS,
    () => timedStart(step, dataDir),
    () => readPlainInOwnProcess(dataDir),
  );
  const started = middle(runs, ({ startMs }) => startMs);
  const plainMs = middle(yardsticks, (ms) => ms);
  return {
    startMs: Math.round(started.startMs),
    startCpuMs: started.startCpuMs,
    plainStartMs: Math.round(plainMs),
    startRatio: rounded(started.startMs / plainMs),
    residentMb: started.residentMb,
  };
}

/** Opening from the journal alone, against parsing its lines. */
export function measureRebuild(step: Step, dataDir: string) {
  const { runs, yardsticks } = inPairs(
    REBUILDS,
    () => step('rebuild', dataDir),
    () => step('parse', dataDir),
  );
  const rebuilt = middle(runs, (run) => run.rebuildMs);
  const parsed = middle(yardsticks, ({ readMs }) => readMs);
  const cpu = middle(runs, (run) => run.rebuildCpuMs).rebuildCpuMs;
  return {
    rebuildMs: Math.round(rebuilt.rebuildMs),
    rebuildCpuMs: Math.round(cpu),
    parseJournalsMs: Math.round(parsed.readMs),
    rebuildRatio: rounded(rebuilt.rebuildMs / parsed.readMs),
    rebuildCpuRatio: rounded(cpu / middle(yardsticks, ({ readCpuMs }) => readCpuMs).readCpuMs),
    snapshotMs: Math.round(rebuilt.snapshotMs),
    blockAfterRebuildMs: rounded(Math.max(...runs.map((run) => run.blockMs))),
  };
}

/** One collection, from its journal alone on. `besideCards`: the collection to compare growth with, 0 for none; `media`: bytes of media for backups, 0 for none. */
export function measure(step: Step, root: string, { cards, reviews }: Collection, besideCards: number, media: number) {
  const dataDir = join(root, `cards-${cards}`);
  mkdirSync(dataDir);
  step('write', dataDir, cards, reviews);
  const rebuilt = measureRebuild(step, dataDir);
  const started = measureStart(step, dataDir);
  const backup = media > 0 ? backUpTwice(step, dataDir, cards, media) : {};
  const quiet = step('behind', dataDir, cards, ANSWERS_BEHIND, false);
  const busy = step('behind', dataDir, cards, ANSWERS_BEHIND, true);
  return {
    ...{ cards, reviews },
    ...step('accept', root, cards, besideCards),
    ...started,
    ...rebuilt,
    longestBlockMs: rounded(Math.max(quiet.closeBlockMs, busy.blockMs)),
    blockAtCloseMs: rounded(quiet.closeBlockMs),
    blockBehindAnswersMs: rounded(busy.blockMs),
    ownBlockBehindAnswersMs: rounded(busy.ownBlockMs),
    snapshotsBehindAnswers: busy.written,
    blockWithoutSnapshotMs: rounded(quiet.blockMs),
    ...backup,
    ...step('stats', dataDir, cards),
    ...step('cards', root, cards),
    ...(reviews === TRAINED ? step('training', dataDir) : {}),
    ownBlockWithoutSnapshotMs: rounded(quiet.ownBlockMs),
  };
}
