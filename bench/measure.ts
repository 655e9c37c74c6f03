import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgressStore } from '../core/services/ports.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { accepting, bare, type Accepting } from './accept.ts';
import { clock } from './clock.ts';
import { writeCollection, type Collection } from './collection.ts';
import { timesOfNext } from './first-card.ts';
import { inTurns } from './in-turns.ts';
import { plainLowdb, sqlite } from './rivals.ts';
import { AT_CLOSE_ONLY, blockWhileAnswering } from './snapshot.ts';
import { measureStart } from './start.ts';
import { longestBlock, millis, rounded, roundedSpread, spreadOf } from './timing.ts';

const ANSWERS = 4000;
const REBUILDS = 3;
/** Writing all cards takes longer the more there are: fewer rounds, about the same time. */
const lowdbRounds = (cards: number) => Math.max(4, Math.min(50, Math.round(500_000 / cards)));
const ANSWERS_BEHIND = 600;

/** Accepting in this store against a bare append, against SQLite where it is, and against the collection of 1 000 cards, in one loop. */
async function compareAccepting(root: string, one: Accepting, small: Accepting | null) {
  const rival = await sqlite(root, one);
  const ways = { bare: bare(root, one), store: accepting(one), ...(small && { small: accepting(small) }), ...(rival && { sqlite: rival }) };
  const { bare: least, store, small: beside, sqlite: other } = (await inTurns(ANSWERS, ways)) as Record<string, ReturnType<typeof spreadOf>>;
  const slow = await inTurns(lowdbRounds(one.cards), { bare: bare(root, one), lowdb: plainLowdb(root, one) });
  return {
    acceptMs: roundedSpread(store!),
    bareMs: roundedSpread(least!),
    sqliteMs: other ? roundedSpread(other) : 'no SQLite here',
    lowdbMs: roundedSpread(slow['lowdb']!),
    acceptP50Ratio: rounded(store!.p50 / least!.p50),
    acceptP99Ratio: rounded(store!.p99 / least!.p99),
    acceptGrowth: beside ? rounded(store!.p50 / beside.p50) : 1,
    sqliteP50Ratio: other ? rounded(other.p50 / least!.p50) : null,
    sqliteP99Ratio: other ? rounded(other.p99 / least!.p99) : null,
    lowdbP50Ratio: rounded(slow['lowdb']!.p50 / slow['bare']!.p50),
  };
}

function dropSnapshots(dataDir: string): void {
  for (const name of readdirSync(dataDir)) if (name.startsWith('progress.')) rmSync(join(dataDir, name));
}

/** Opening from the journal alone: the middle one of three, and the store of the last. */
async function rebuild(dataDir: string, open: () => Promise<ProgressStore>): Promise<[number, ProgressStore]> {
  const times: number[] = [];
  for (;;) {
    dropSnapshots(dataDir);
    const [ms, store] = await millis(open);
    times.push(ms);
    if (times.length === REBUILDS) return [spreadOf(times).p50, store];
    await store.close();
  }
}

/** One collection, from its journal alone to the last snapshot. `program`: this bench, to be started again. Leaves the store open. */
export async function measure(program: string, root: string, size: Collection, small: ProgressStore | null) {
  const dataDir = join(root, `cards-${size.cards}`);
  mkdirSync(dataDir);
  writeCollection(dataDir, size);
  const open = () => openStore({ dataDir, clock, snapshots: AT_CLOSE_ONLY });
  const [rebuildMs, built] = await rebuild(dataDir, open);
  let snapshotMs = 0;
  const closeBlockMs = await longestBlock(async () => {
    [snapshotMs] = await millis(() => built.close());
  });
  const started = measureStart(program, dataDir);
  const quiet = await blockWhileAnswering(dataDir, clock, size.cards, ANSWERS_BEHIND, false);
  const busy = await blockWhileAnswering(dataDir, clock, size.cards, ANSWERS_BEHIND, true);
  const store = await open();
  const accepted = await compareAccepting(root, { store, cards: size.cards }, small && { store: small, cards: 1_000 });
  const next = spreadOf(timesOfNext(store, 2000));
  return {
    store,
    figures: {
      ...size,
      ...accepted,
      nextP99Ms: rounded(next.p99),
      startMs: Math.round(started.startMs),
      residentMb: started.residentMb,
      rebuildMs: Math.round(rebuildMs),
      snapshotMs: Math.round(snapshotMs),
      longestBlockMs: rounded(Math.max(closeBlockMs, busy.blockMs)),
      blockAtCloseMs: rounded(closeBlockMs),
      blockBehindAnswersMs: rounded(busy.blockMs),
      snapshotsBehindAnswers: busy.written,
      blockWithoutSnapshotMs: rounded(quiet.blockMs),
    },
  };
}
