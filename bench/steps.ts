import { execFileSync } from 'node:child_process';
import type { Collection } from './collection.ts';
import type { DeckPackage } from './deck-package.ts';

/** What is measured, each in a process of its own, which loads no more than that: what one step leaves in memory does not slow the next one down. */
const STEPS = {
  write: async (dataDir: string, cards: number, reviews: number) =>
    (await import('./collection.ts')).writeCollection(dataDir, { cards, reviews }),
  rebuild: async (dataDir: string) => (await import('./rebuild.ts')).rebuildOnce(dataDir),
  start: async (dataDir: string) => (await import('./start.ts')).firstCard(dataDir),
  behind: async (dataDir: string, cards: number, answers: number, snapshots: boolean) =>
    (await import('./snapshot.ts')).blockWhileAnswering(dataDir, cards, answers, snapshots),
  accept: async (root: string, cards: number, besideCards: number) =>
    (await import('./compare.ts')).compareAccepting(root, cards, besideCards),
  stats: async (dataDir: string, cards: number) => (await import('./stats.ts')).measureStats(dataDir, cards),
  cards: async (root: string, cards: number) => (await import('./cards.ts')).measureCards(root, cards),
  training: async (dataDir: string) => (await import('./training.ts')).measureTraining(dataDir),
  search: async (root: string, notes: number) => (await import('./search.ts')).measureSearch(root, notes),
  media: async (dataDir: string, bytes: number) => (await import('./backup.ts')).writeMedia(dataDir, bytes),
  backup: async (dataDir: string, cards: number) => (await import('./backup.ts')).backUp(dataDir, cards),
  plain: async (dataDir: string) => (await import('./yardsticks.ts')).writePlain(dataDir),
  parse: async (dataDir: string) => (await import('./yardsticks.ts')).parseJournals(dataDir),
  package: async (path: string, what: DeckPackage) => (await import('./deck-package.ts')).writeDeckPackage(path, what),
  import: async (dataDir: string, path: string, isKept: boolean) =>
    (await import('./import.ts')).importOnce(dataDir, path, isKept),
  open: async (dataDir: string) => (await import('./import.ts')).firstDeckCard(dataDir),
  today: async (dataDir: string) => (await import('./today.ts')).measureToday(dataDir),
  read: async (path: string) => (await import('./import.ts')).readPackage(path),
  sync: async (root: string, dataDir: string, cards: number) =>
    (await import('./sync.ts')).measureSync(root, dataDir, cards),
  merge: async (root: string, size: Collection) => (await import('./merge.ts')).measureMerge(root, size),
};
type Steps = typeof STEPS;
type StepName = keyof Steps;

/** Runs a step in a process of its own and waits for it. `program` is this bench. */
export function inOwnProcess(program: string) {
  return <N extends StepName>(name: N, ...args: Parameters<Steps[N]>): Awaited<ReturnType<Steps[N]>> => {
    const out = execFileSync(process.execPath, [program, '--step', name, JSON.stringify(args)], { encoding: 'utf8' });
    return JSON.parse(out) as Awaited<ReturnType<Steps[N]>>;
  };
}
export type Step = ReturnType<typeof inOwnProcess>;

/** The other side of it: runs the step, tells its figures as JSON, and ends the process. */
export async function runStep(name: string, args: string): Promise<void> {
  const step = STEPS[name as StepName] as (...args: unknown[]) => Promise<unknown>;
  const figures = await step(...(JSON.parse(args) as unknown[]));
  process.stdout.write(`${JSON.stringify(figures ?? null)}\n`, () => process.exit(0));
}
