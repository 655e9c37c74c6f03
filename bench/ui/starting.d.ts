import type { Browser } from '@playwright/test';
export interface Start {
  /** From starting the process to the address it prints, ms. */
  readonly hostMs: number;
  /** From asking for the page, by a browser that has none of it, to Today on the screen, ms. */
  readonly pageMs: number;
}
/** Starts the web shell and opens it in a fresh profile. */
export declare function timeStart(browser: Browser, dataDir: string): Promise<Start>;
