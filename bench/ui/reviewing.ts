import type { Page } from '@playwright/test';
import { readHeap, type Heap } from './heap.ts';
import type { Painted } from './paint-watch.ts';
import { showView } from './view-switches.ts';

/** The end of a session. */
const OVER = '.review > h2';
const CARD = '[data-question]';
/** Answers before memory is measured for the first time: until then caches fill. */
const WARM_AFTER = 200;

export interface Reviewing {
  /** From the key to the next question on the screen, ms. */
  readonly nextCard: number[];
  /** From the key to the verdict on the screen, the answer being on the disk, ms. */
  readonly verdict: number[];
  /** Tasks of the page of 50 ms and more while questions were answered, ms. */
  readonly longTasks: number[];
  readonly warm: Heap;
  readonly end: Heap;
}

/** Answers by keys: first what is due, then by practising the whole course over and over. @param answers at least 2 */
export async function review(page: Page, answers: number): Promise<Reviewing> {
  const [nextCard, verdict, longTasks]: number[][] = [[], [], []];
  const takeLongTasks = () => page.evaluate(() => window.paintWatch.takeLongTasks());
  let place: 'review' | 'practice' = 'review';
  let warm: Heap | null = null;
  await showView(page, place);
  await takeLongTasks();
  for (let given = 0; given < answers; given += 1) {
    if (given === Math.min(WARM_AFTER, answers >> 1)) {
      longTasks!.push(...(await takeLongTasks()));
      warm = await readHeap(page);
      await showView(page, place);
      await takeLongTasks();
    }
    const isCard = await page.getByRole('button', { name: /^Show the answer/ }).isVisible();
    if (isCard) await timeKey(page, 'Space', ['.grades']);
    else verdict!.push((await timeKey(page, 'Alt+n', [`${CARD}[data-question="settled"]`])).ms);
    const { shown, ms } = await timeKey(page, isCard ? '3' : 'Space', [CARD, OVER]);
    if (shown === CARD) nextCard!.push(ms);
    else {
      place = 'practice';
      await showView(page, 'today');
      await showView(page, place);
    }
  }
  longTasks!.push(...(await takeLongTasks()));
  const end = await readHeap(page);
  return { nextCard: nextCard!, verdict: verdict!, longTasks: longTasks!, warm: warm ?? end, end };
}

async function timeKey(page: Page, key: string, shows: readonly string[]): Promise<Painted> {
  await page.evaluate((selectors) => window.paintWatch.expect(selectors), shows);
  await page.keyboard.press(key);
  return page.evaluate(() => window.paintWatch.painted());
}
