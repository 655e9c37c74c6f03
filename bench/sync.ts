import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataStore } from '../core/services/store/data-store.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { neverSynced } from '../core/services/sync/sync-setting.ts';
import { PACE, SyncClock } from '../core/services/sync/sync-clock.ts';
import { Syncing } from '../core/services/sync/syncing.ts';
import { answer } from './accept.ts';
import { clock } from './clock.ts';
import { notWorking } from './loop-work.ts';
import { cpuMs, blocksOf, millis, rounded, type Blocks } from './timing.ts';

/** Whose the collections of the bench are. */
const OURS = 'benchdevice';
const ANSWERS = 200;
const TURNS = 7;
const IDLE_MS = 20_000;

interface Synced {
  readonly store: DataStore;
  readonly syncing: Syncing;
}

async function open(dataDir: string, folder: string): Promise<Synced> {
  mkdirSync(folder, { recursive: true });
  const store = await openStore({ dataDir, clock });
  const setting = { ...neverSynced(store.device), folder };
  const steady = { ...clock, steadyMs: () => performance.now() };
  const data = { files: nodeFiles, dataDir, store };
  const onTaken = async () => undefined;
  return { store, syncing: new Syncing({ data, clock: steady, onTaken, log: console.error }, setting) };
}

interface Timed {
  readonly ms: number;
  /** Of the processor, all threads. */
  readonly cpuMs: number;
  readonly block: Blocks;
}

/** Looked at each millisecond: looking without a rest takes a core, which the disk's threads want. */
const REST_MS = 1;
const waited = notWorking();

async function timed(work: () => Promise<void>): Promise<Timed> {
  let [ms, cpu] = [0, 0];
  const block = await blocksOf(
    async () => {
      const before = cpuMs();
      [ms] = await millis(work);
      cpu = cpuMs() - before;
    },
    waited,
    REST_MS,
  );
  return { ms, cpuMs: cpu, block };
}

/** The middle of some times, ms. */
const middleOf = (times: number[]): number => rounded(times.sort((a, b) => a - b)[times.length >> 1]!);

/** Of several runs the middle times, and the longest block: by the clock, and what of it the loop worked. */
const told = (runs: readonly Timed[]) => ({
  ms: middleOf(runs.map(({ ms }) => ms)),
  cpuMs: middleOf(runs.map(({ cpuMs }) => cpuMs)),
  blockMs: rounded(Math.max(...runs.map(({ block }) => block.longest))),
  workBlockMs: rounded(Math.max(...runs.map(({ block }) => block.longestOwn))),
});

/**
 * Two devices over one folder on one disk: the one has everything, the other is new.
 * @param dataDir a data folder with `cards` cards; it is changed
 */
export async function measureSync(root: string, dataDir: string, cards: number) {
  const folder = join(root, 'sync-folder');
  if (!existsSync(join(dataDir, 'device.json')))
    writeFileSync(join(dataDir, 'device.json'), JSON.stringify({ id: OURS, name: 'bench' }));
  const one = await open(dataDir, folder);
  const firstPush = await timed(() => one.syncing.round());
  const other = await open(join(root, 'sync-other'), folder);
  const firstPull = await timed(() => other.syncing.round());
  const [push, pull]: Timed[][] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    for (let i = 0; i < ANSWERS; i++) await one.store.append(answer({ store: one.store, cards }, turn * ANSWERS + i));
    push!.push(await timed(() => one.syncing.writeOn()));
    pull!.push(await timed(() => other.syncing.round()));
  }
  const reviews = [one.store.progress.reviewsTotal, other.store.progress.reviewsTotal];
  const clocks = [one, other].map(({ syncing }) => new SyncClock(syncing, PACE));
  for (const each of clocks) each.begin();
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const watching = cpuMs();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const watchCpuMs = ((cpuMs() - watching) / clocks.length) * (60_000 / IDLE_MS);
  for (const each of clocks) await each.end();
  const rounds: Timed[] = [];
  for (let turn = 0; turn < TURNS; turn++) rounds.push(await timed(() => other.syncing.round()));
  const idleRound = told(rounds);
  const syncIdleCpuMs = rounded(watchCpuMs + idleRound.cpuMs * (60_000 / PACE.every));
  const trouble = [one, other].map(({ syncing }) => syncing.trouble?.what ?? null);
  await one.store.close();
  await other.store.close();
  return {
    ...{ syncFirstPush: told([firstPush]), syncFirstPull: told([firstPull]) },
    ...{ syncPush: told(push!), syncPull: told(pull!) },
    ...{ syncIdleRound: idleRound, syncIdleCpuMs, syncReviews: reviews, syncTrouble: trouble },
  };
}
