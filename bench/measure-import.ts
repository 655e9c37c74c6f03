import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DeckPackage } from './deck-package.ts';
import { inPairs, middle } from './in-pairs.ts';
import type { Step } from './steps.ts';
import { epochMs, rounded } from './timing.ts';
import { readPlainInOwnProcess } from './yardsticks.ts';

const RUNS = 3;
const STARTS = 5;
/** 2 GB. */
const MEDIA: DeckPackage = { notes: 100, reviews: 0, media: 2_000 };

/** Taking a package in, against unzipping it and reading every row; at last what a start with its cards costs. */
export function measureImport(step: Step, root: string, size: DeckPackage) {
  const path = join(root, `deck-${size.notes}.apkg`);
  step('package', path, size);
  let count = 0;
  const folder = () => join(root, `imported-${size.notes}-${count}`);
  const { runs, yardsticks } = inPairs(
    RUNS,
    () => {
      if (count > 0) rmSync(folder(), { recursive: true });
      count += 1;
      return step('import', folder(), path, true);
    },
    () => step('read', path),
  );
  const run = middle(runs, ({ importMs }) => importMs);
  const read = middle(yardsticks, ({ readMs }) => readMs);
  const cpu = (all: readonly number[]) => middle(all, (ms) => ms);
  const most = (figure: (one: (typeof runs)[number]) => number) => rounded(Math.max(...runs.map(figure)));
  return {
    ...{ notes: size.notes, reviews: run.reviews, importMs: Math.round(run.importMs), readMs: Math.round(read.readMs) },
    importRatio: rounded(run.importMs / read.readMs),
    importCpuRatio: rounded(
      cpu(runs.map(({ importCpuMs }) => importCpuMs)) / cpu(yardsticks.map(({ readCpuMs }) => readCpuMs)),
    ),
    importPeakMb: Math.round(most(({ peakMb }) => peakMb)),
    importBlockMs: most(({ blockMs }) => blockMs),
    undoImportMs: Math.round(run.undoMs),
    undoImportBlockMs: most(({ undoBlockMs }) => undoBlockMs),
    ...startWith(step, folder()),
  };
}

function startWith(step: Step, dataDir: string) {
  step('plain', dataDir);
  const { runs, yardsticks } = inPairs(
    STARTS,
    () => {
      const began = epochMs();
      const first = step('open', dataDir);
      return { ...first, openMs: first.at - began };
    },
    () => readPlainInOwnProcess(dataDir),
  );
  const opened = middle(runs, ({ openMs }) => openMs);
  const plainMs = middle(yardsticks, (ms) => ms);
  return {
    openMs: Math.round(opened.openMs),
    openCpuMs: opened.startCpuMs,
    openRatio: rounded(opened.openMs / plainMs),
    openedMb: opened.openedMb,
    openResidentMb: opened.residentMb,
  };
}

/** What a package with 2 GB of pictures takes of memory. */
export function measureMedia(step: Step, root: string) {
  const path = join(root, 'media.apkg');
  step('package', path, MEDIA);
  const { importMs, peakMb, residentMb, blockMs, undoBlockMs } = step('import', join(root, 'media'), path, false);
  rmSync(join(root, 'media'), { recursive: true });
  return {
    mediaImportMs: Math.round(importMs),
    mediaGrowthMb: Math.round(peakMb - residentMb),
    mediaBlockMs: rounded(Math.max(blockMs, undoBlockMs)),
  };
}
