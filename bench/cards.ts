import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '../core/api/client.ts';
import type { Output, Sent } from '../core/api/contract.ts';
import { DAY_MS } from '../core/domain/study/study-day.ts';
import type { CardId } from '../core/domain/ids.ts';
import { createApp } from '../core/services/app.ts';
import type { NewEvent } from '../core/services/ports.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { BENCH_NOW } from './collection.ts';
import { plainPage, type PlainRow } from './plain-cards.ts';
import { blocksOf, cpuMs, millis, rounded, spreadOf } from './timing.ts';

/** The clock of the bench, with the machine's own time beside it. */
const steady = { ...clock, steadyMs: () => performance.now() };
/** As a shell does between two calls. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));
const ROUNDS = 5;
/** Cards of one event. */
const GROUP = 500;
const TAGGED = 10_000;
const TODAY = Math.floor(BENCH_NOW / DAY_MS);
const WORDS = ['น้ำ', 'บ้าน', 'เรียน', 'ความรู้', 'island', 'river', 'to read', 'memory', 'ทะเล', 'ภูเขา'];

const SORTS = [
  ...(['taught', 'front', 'deck', 'kind', 'tags', 'due', 'interval', 'stability', 'difficulty'] as const),
  ...(['recall', 'lapses', 'reps', 'created', 'edited', 'flag'] as const),
];
const QUERIES = [
  ...['', 'is:due', 'is:new', 'is:suspended', '-is:suspended', 'flag:1..7', 'deck:*::w3', 'tag:t::1*', 'kind:card'],
  ...['prop:s>30', 'prop:d>8', 'prop:r<0.8', 'prop:lapses>3', 'due:0..7', 'added:7', 'edited:7', 'note:basic'],
  ...['(is:due or flag:2) -tag:t::2 prop:ivl>=3', 'is:leech or is:marked or is:buried'],
];

function writeTable(path: string, cards: number): void {
  const word = (i: number) => WORDS[i % WORDS.length]!;
  const rows = Array.from({ length: cards }, (_, i) => {
    const front = `${word(i * 7)} ${word(i * 3 + 1)} ${(i * 7_919) % 100_003}`;
    return `${front}\t${word(i + 2)} ${word(i * 5)} <b>${i}</b>\tt::${i % 40} u${i % 7}\tDecks::w${i % 9}`;
  });
  writeFileSync(path, `#columns:Front\tBack\tTags\tDeck\n#tags column:3\n#deck column:4\n${rows.join('\n')}`);
}

/** Four of five cards were answered, each group at another time with another memory; some are flagged or suspended. */
function standing(cardIds: readonly CardId[]): NewEvent[] {
  const events: NewEvent[] = [];
  for (let from = 0, group = 0; from < cardIds.length; from += GROUP, group++) {
    const cards = cardIds.slice(from, from + GROUP);
    if (group % 5 === 0) continue;
    const [days, intervalDays] = [1 + ((group * 13) % 60), 1 + ((group * 29) % 90)];
    const at = BENCH_NOW - days * DAY_MS;
    const memory = {
      ...{ stabilityDays: 0.5 + ((group * 37) % 200), difficulty: 1 + ((group * 11) % 90) / 10, intervalDays },
      ...{ reps: 1 + (group % 17), lapses: group % 9, phase: 'review' as const, at, lastDay: TODAY - days },
    };
    events.push({ type: 'card', cards, change: { memory } });
    const some = cards.filter((_, i) => i % 11 === 0);
    events.push({ type: 'card', cards: some, change: { flag: group % 8, suspended: group % 3 === 0 } });
  }
  return events;
}

type Page = Sent<'card.list'>;

/** All cards listed by every query in every order, over the contract; and ten thousand notes tagged. */
export async function measureCards(root: string, cards: number) {
  const [dataDir, coursesDir] = [join(root, `list-${cards}`), join(root, 'no-courses')];
  mkdirSync(coursesDir, { recursive: true });
  const open = async () => {
    const app = await createApp({
      dataDir,
      coursesDir,
      clock: steady,
      shell: 'cli',
      version: 'bench',
      log: console.error,
    });
    return { app, call: createClient((method, input) => app.router(method, input)) };
  };
  writeTable(join(root, 'cards.tsv'), cards);
  const first = await open();
  await first.call('library.import', { path: join(root, 'cards.tsv'), options: {} });
  const cardIds: CardId[] = [];
  const sort = { by: 'taught', descending: false } as const;
  for (let offset = 0; offset < cards; offset += 10_000)
    cardIds.push(...(await first.call('card.ids', { query: '', sort, offset, limit: 10_000 })).cardIds);
  await first.app.close();
  const store = await openStore({ dataDir, clock });
  await store.appendBatch(standing(cardIds), cards);
  await store.close();

  const { app, call } = await open();
  const page = (change: Partial<Page> = {}) => call('card.list', { query: '', sort, offset: 0, limit: 100, ...change });
  const [coldMs] = await millis(() => page());
  const [frontMs] = await millis(() => page({ sort: { by: 'front', descending: false } }));
  const rows = await plainRows(call, cards);
  const times: number[] = [];
  const changed: number[] = [];
  const plain: number[] = [];
  const [cpus, plainCpus]: [number[], number[]] = [[], []];
  let worst = { ms: 0, query: '', by: '' };
  const blocks = await blocksOf(async () => {
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, query] of QUERIES.entries())
        for (const by of round === 0 ? SORTS : [SORTS[(i + round * 4) % SORTS.length]!]) {
          const descending = (i + round) % 2 === 0;
          // An answer, or something else that is done to a card, comes before every fourth look.
          const isChanged = i % 4 === 0;
          if (isChanged)
            await call('card.update', { cardId: cardIds[(i * 997 + round) % cards]!, change: { flag: round } });
          await breathe();
          const before = cpuMs();
          const [ms] = await millis(() => page({ query, sort: { by, descending } }));
          cpus.push(cpuMs() - before);
          (isChanged ? changed : times).push(ms);
          if (ms > worst.ms) worst = { ms, query, by };
        }
  });
  for (const by of SORTS) {
    const before = cpuMs();
    plain.push((await millis(async () => plainPage(rows, by)))[0]);
    plainCpus.push(cpuMs() - before);
  }
  const [deepMs] = await millis(() => page({ offset: Math.floor(cards / 2), sort: { by: 'due', descending: true } }));
  const [facetsMs] = await millis(() => call('card.facets', { query: 'is:due' }));
  const some = Math.min(TAGGED, cardIds.length);
  let [tagMs, undoMs] = [0, 0];
  const cpuBefore = cpuMs();
  let tagCpuMs = 0;
  const tagBlocks = await blocksOf(async () => {
    const of = { cardIds: cardIds.slice(0, some) };
    const change = { what: 'tags' as const, add: ['bulk'], remove: [] };
    [tagMs] = await millis(() => call('card.change', { of, change }));
    tagCpuMs = cpuMs() - cpuBefore;
    [undoMs] = await millis(() => call('study.undo', {}));
  });
  await app.close();
  const [list, afterChange, yardstick] = [spreadOf(times), spreadOf(changed), spreadOf(plain)];
  return {
    ...{ listMs: rounded(list.p50), listP95Ms: rounded(list.p95), listAfterChangeMs: rounded(afterChange.p50) },
    ...{ listAfterChangeP95Ms: rounded(afterChange.p95), listWorst: { ...worst, ms: rounded(worst.ms) } },
    ...{ listCpuMs: rounded(spreadOf(cpus).p50), listCpuP95Ms: rounded(spreadOf(cpus).p95) },
    ...{ plainListCpuMs: rounded(spreadOf(plainCpus).p50), tagCpuMs: rounded(tagCpuMs) },
    ...{ listRatio: rounded(list.p50 / yardstick.p50), plainListMs: rounded(yardstick.p50) },
    ...{ listColdMs: rounded(coldMs), listFirstFrontMs: rounded(frontMs), listDeepMs: rounded(deepMs) },
    ...{ facetsMs: rounded(facetsMs), listBlockMs: rounded(blocks.longest) },
    ...{ tagged: some, tagMs: rounded(tagMs), tagUndoMs: rounded(undoMs), tagBlockMs: rounded(tagBlocks.longest) },
  };
}

/** The same cards as objects. */
async function plainRows(call: ReturnType<typeof createClient>, cards: number): Promise<PlainRow[]> {
  const rows: PlainRow[] = [];
  const sort = { by: 'taught', descending: false } as const;
  for (let offset = 0; offset < cards; offset += 500) {
    const page: Output<'card.list'> = await call('card.list', { query: '', sort, offset, limit: 500 });
    rows.push(...page.rows);
  }
  return rows;
}
