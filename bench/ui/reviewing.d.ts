import type { Page } from '@playwright/test';
import { type Heap } from './heap.ts';
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
export declare function review(page: Page, answers: number): Promise<Reviewing>;
