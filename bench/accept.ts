import { closeSync, fdatasyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { ProgressStore } from '../core/services/ports.ts';
import { encodeLine } from '../core/services/store/journal-line.ts';
import { answerTo } from '../core/services/store/torture/answering.ts';
import { BENCH_NOW, cardName } from './collection.ts';
import { spreadOf, type Spread } from './timing.ts';

let now = BENCH_NOW;
export const clock = { now: () => (now += 1000), utcOffsetMin: () => 420 };

/** A way to make something durable: does it once and returns. */
type Way = (i: number) => Promise<unknown> | void;

/** Takes turns between the ways, so that all of them meet the same disk; times in ms. */
async function inTurns(rounds: number, ways: Readonly<Record<string, Way>>): Promise<Record<string, Spread>> {
  const times: Record<string, number[]> = {};
  const names = Object.keys(ways);
  for (let i = -50; i < rounds; i++) {
    for (let k = 0; k < names.length; k++) {
      const name = names[(i + 50 + k) % names.length]!;
      const began = performance.now();
      const pending = ways[name]!(i + 50);
      if (pending) await pending;
      if (i >= 0) (times[name] ??= []).push(performance.now() - began);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, spreadOf(all)]));
}

/** An append of bytes as long as a journal line, and fdatasync: the least that durable can cost. */
function bare(folder: string, line: Uint8Array): Way {
  const path = join(folder, 'bare.log');
  writeFileSync(path, '');
  const fd = openSync(path, 'r+');
  process.once('exit', () => closeSync(fd));
  let end = 0;
  return () => {
    end += writeSync(fd, line, 0, line.length, end);
    fdatasyncSync(fd);
  };
}

const answering = (store: ProgressStore, cards: number): Way => {
  return async (i) => {
    const event = answerTo(store, clock, cardName((i * 7919) % cards), ((i % 4) + 1) as 1 | 2 | 3 | 4);
    const began = performance.now();
    await store.append(event);
    return began;
  };
};

export interface Accepting {
  readonly name: string;
  readonly store: ProgressStore;
  readonly cards: number;
}

/** Accepting an answer in each store against a bare append of as many bytes, all in one loop. */
export async function compareAccepting(folder: string, stores: readonly Accepting[], rounds: number): Promise<Record<string, Spread>> {
  const sample = encodeLine({ v: 1, device: 'benchdevice', seq: 1_000_000, at: now, order: now, utcOffsetMin: 420, ...answerTo(stores.at(-1)!.store, clock, cardName(1), 3) });
  const ways: Record<string, Way> = { bare: bare(folder, sample) };
  for (const { name, store, cards } of stores) ways[name] = answering(store, cards);
  return inTurns(rounds, ways);
}

/** Plain lowdb: all cards in one JSON file, written whole for every answer (and not synced). */
export async function plainLowdb(folder: string, store: ProgressStore, rounds: number): Promise<Spread> {
  const db = new Low(new JSONFile<{ cards: unknown[] }>(join(folder, 'plain.json')), { cards: [...store.progress.cards] });
  return (await inTurns(rounds, { lowdb: () => db.write() }))['lowdb']!;
}
