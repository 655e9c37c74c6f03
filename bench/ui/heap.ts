import type { Page } from '@playwright/test';
import { showView } from './view-switches.ts';

export interface Heap {
  /** Memory of the page's scripts after two collections, MB (10⁶ bytes). */
  readonly usedMb: number;
  /** Nodes of documents, those that are only still referred to included. */
  readonly nodes: number;
}

/** Looks at the page's memory, in the settings: a place that is the same whatever was asked before. */
export async function readHeap(page: Page): Promise<Heap> {
  await showView(page, 'settings');
  const devtools = await page.context().newCDPSession(page);
  for (let at = 0; at < 2; at += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  await devtools.detach();
  return { usedMb: usedSize / 1e6, nodes };
}
