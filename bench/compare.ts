import { join } from 'node:path';
import { openStore } from '../core/services/store/open-store.ts';
import { accepting, bare, choosingAndAccepting, withPreset, type Accepting } from './accept.ts';
import { clock } from './clock.ts';
import { timesOfNext } from './first-card.ts';
import { inTurns } from './in-turns.ts';
import { plainLowdb, sqlite } from './rivals.ts';
import { AT_CLOSE_ONLY } from './snapshot.ts';
import { rounded, roundedSpread, spreadOf, type Spread } from './timing.ts';

const ANSWERS = 4000;
/** Writing all cards takes longer the more there are: fewer rounds, about the same time. */
const lowdbRounds = (cards: number) => Math.max(4, Math.min(50, Math.round(500_000 / cards)));

const folderOf = (root: string, cards: number) => join(root, `cards-${cards}`);

async function opened(root: string, cards: number): Promise<Accepting> {
  return { store: await openStore({ dataDir: folderOf(root, cards), clock, snapshots: AT_CLOSE_ONLY }), cards };
}

/**
 * Accepting in the collection of `cards` cards, alone and with the choice of the day in it, against a bare append, against SQLite where it is, and against the collection
 * of `besideCards` (0: none), all in one loop; then plain lowdb, and choosing the next card.
 */
export async function compareAccepting(root: string, cards: number, besideCards: number) {
  const one = await opened(root, cards);
  const small = besideCards > 0 ? await opened(root, besideCards) : null;
  const rival = await sqlite(root, one);
  await withPreset(one.store);
  const ways = {
    bare: bare(root, one),
    store: accepting(one),
    choosing: choosingAndAccepting(one),
    ...(small && { small: accepting(small) }),
    ...(rival && { sqlite: rival }),
  };
  type Times = { bare: Spread; store: Spread; choosing: Spread; small?: Spread; sqlite?: Spread };
  const times = (await inTurns(ANSWERS, ways)) as Times;
  const slow = (await inTurns(lowdbRounds(cards), { bare: bare(root, one), lowdb: plainLowdb(root, one) })) as {
    bare: Spread;
    lowdb: Spread;
  };
  const next = spreadOf(timesOfNext(one.store, 2000));
  await one.store.close();
  await small?.store.close();
  return {
    acceptMs: roundedSpread(times.store),
    bareMs: roundedSpread(times.bare),
    sqliteMs: times.sqlite ? roundedSpread(times.sqlite) : 'no SQLite here',
    lowdbMs: roundedSpread(slow.lowdb),
    acceptP50Ratio: rounded(times.store.p50 / times.bare.p50),
    acceptP99Ratio: rounded(times.store.p99 / times.bare.p99),
    choosingMs: roundedSpread(times.choosing),
    choosingP50Ratio: rounded(times.choosing.p50 / times.bare.p50),
    choosingP99Ratio: rounded(times.choosing.p99 / times.bare.p99),
    acceptGrowth: times.small ? rounded(times.store.p50 / times.small.p50) : 1,
    sqliteP50Ratio: times.sqlite ? rounded(times.sqlite.p50 / times.bare.p50) : null,
    sqliteP99Ratio: times.sqlite ? rounded(times.sqlite.p99 / times.bare.p99) : null,
    lowdbP50Ratio: rounded(slow.lowdb.p50 / slow.bare.p50),
    nextP99Ms: rounded(next.p99),
  };
}
