import { dirname, join } from 'node:path';
import { createClient } from '../core/api/client.ts';
import { createApp } from '../core/services/app.ts';
import { fixedClock } from '../core/services/clock.ts';
import { BENCH_NOW } from './collection.ts';
import { notWorking } from './loop-work.ts';
import { blocksOf, millis, rounded } from './timing.ts';

export interface Looked {
  readonly ms: number;
  /** The longest the loop was not free meanwhile, ms. */
  readonly blockMs: number;
  /** The same without what others had of the core. */
  readonly workBlockMs: number;
}

/** What a learner's first views after a start ask for, over a folder with decks, once each. */
export async function measureToday(dataDir: string) {
  const app = await createApp({
    dataDir,
    coursesDir: join(dirname(import.meta.dirname), 'courses'),
    clock: fixedClock(BENCH_NOW, 420),
    ...{ shell: 'cli', version: 'bench', log: console.error },
  });
  const call = createClient((method, input) => app.router(method, input));
  const waited = notWorking();
  const looked = async (work: () => Promise<unknown>): Promise<Looked> => {
    let ms = 0;
    const { longest, longestOwn } = await blocksOf(async () => void ([ms] = await millis(work)), waited, 1);
    return { ms: Math.round(ms), blockMs: rounded(longest), workBlockMs: rounded(longestOwn) };
  };
  const summary = await looked(() => call('stats.summary', {}));
  const list = await looked(() => call('library.list', {}));
  const plan = await looked(() => call('plan.day', {}));
  const { courses } = await call('library.list', {});
  const deck = courses.find(({ kind }) => kind === 'deck');
  if (!deck) throw new Error('no deck was brought in');
  const page = await looked(() => call('deck.get', { deckId: deck.id }));
  const session = await looked(() => call('study.start', { mode: 'review', courseId: deck.id }));
  await app.close();
  return { summary, list, plan, page, session };
}
