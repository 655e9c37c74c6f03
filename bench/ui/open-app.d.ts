import type { Browser, Page } from '@playwright/test';
/** Opens the app in a fresh profile, watched. `shownMs`: from asking for the page to Today on the screen. */
export declare function openApp(
  browser: Browser,
  url: string,
): Promise<{
  page: Page;
  shownMs: number;
}>;
