import type { Browser } from '@playwright/test';
import { startWebShell } from '../../e2e/web-shell.ts';
import { epochMs } from '../timing.ts';
import { openApp } from './open-app.ts';

export interface Start {
  /** From starting the process to the address it prints, ms. */
  readonly hostMs: number;
  /** From asking for the page, by a browser that has none of it, to Today on the screen, ms. */
  readonly pageMs: number;
}

/** Starts the web shell and opens it in a fresh profile. */
export async function timeStart(browser: Browser, dataDir: string): Promise<Start> {
  const began = epochMs();
  const shell = await startWebShell(dataDir);
  const hostMs = epochMs() - began;
  try {
    const { page, shownMs } = await openApp(browser, shell.url);
    await page.context().close();
    return { hostMs, pageMs: shownMs };
  } finally {
    await shell.stop();
  }
}
