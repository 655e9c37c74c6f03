import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataStore } from '../core/services/store/data-store.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { PACE, SyncClock } from '../core/services/sync/sync-clock.ts';
import { Syncing } from '../core/services/sync/syncing.ts';
import { answer } from './accept.ts';
import { clock } from './clock.ts';
import { cpuMs, blocksOf, longestBlock, millis, rounded } from './timing.ts';

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
  const setting = { folder, seal: 'plain' as const, device: store.device, runs: [], left: [], partedAt: null };
  const steady = { ...clock, steadyMs: () => performance.now() };
  const data = { files: nodeFiles, dataDir, store };
  const onTaken = async () => undefined;
  return { store, syncing: new Syncing({ data, clock: steady, onTaken, log: console.error }, setting) };
}

/** The middle of some times, ms. */
const middleOf = (times: number[]): number => rounded(times.sort((a, b) => a - b)[times.length >> 1]!);

/**
 * Two devices over one folder on one disk: the one has everything, the other is new.
 * @param dataDir a data folder with `cards` cards; it is changed
 */
export async function measureSync(root: string, dataDir: string, cards: number) {
  const folder = join(root, 'sync-folder');
  if (!existsSync(join(dataDir, 'device.json')))
    writeFileSync(join(dataDir, 'device.json'), JSON.stringify({ id: OURS, name: 'bench' }));
  const one = await open(dataDir, folder);
  let firstPushMs = 0;
  const pushed = await blocksOf(async () => {
    [firstPushMs] = await millis(() => one.syncing.round());
  });
  const other = await open(join(root, 'sync-other'), folder);
  let firstPullMs = 0;
  const pulled = await blocksOf(async () => {
    [firstPullMs] = await millis(() => other.syncing.round());
  });
  const [push, pull, blocks]: number[][] = [[], [], []];
  for (let turn = 0; turn < TURNS; turn++) {
    for (let i = 0; i < ANSWERS; i++) await one.store.append(answer({ store: one.store, cards }, turn * ANSWERS + i));
    const block = await longestBlock(async () => {
      push!.push((await millis(() => one.syncing.writeOn()))[0]);
      pull!.push((await millis(() => other.syncing.round()))[0]);
    });
    blocks!.push(block);
  }
  const reviews = [one.store.progress.reviewsTotal, other.store.progress.reviewsTotal];
  const clocks = [one, other].map(({ syncing }) => new SyncClock(syncing, PACE));
  for (const each of clocks) each.begin();
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const before = cpuMs();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const syncIdleCpuMs = rounded(((cpuMs() - before) / 2) * (60_000 / IDLE_MS));
  const syncRoundMs = rounded((await millis(() => other.syncing.round()))[0]);
  for (const each of clocks) await each.end();
  const trouble = [one, other].map(({ syncing }) => syncing.trouble?.what ?? null);
  await one.store.close();
  await other.store.close();
  return {
    ...{ syncFirstPushMs: Math.round(firstPushMs), syncFirstPullMs: Math.round(firstPullMs) },
    ...{ syncFirstPushBlockMs: rounded(pushed.longest), syncFirstPullBlockMs: rounded(pulled.longest) },
    ...{ syncPushMs: middleOf(push!), syncPullMs: middleOf(pull!), syncBlockMs: rounded(Math.max(...blocks!)) },
    ...{ syncIdleCpuMs, syncRoundMs, syncReviews: reviews, syncTrouble: trouble },
  };
}
