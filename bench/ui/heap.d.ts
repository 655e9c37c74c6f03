import type { Page } from '@playwright/test';
export interface Heap {
  /** Memory of the page's scripts after two collections, MB (10⁶ bytes). */
  readonly usedMb: number;
  /** Nodes of documents, those that are only still referred to included. */
  readonly nodes: number;
}
/** Looks at the page's memory, in the settings: a place that is the same whatever was asked before. */
export declare function readHeap(page: Page): Promise<Heap>;
