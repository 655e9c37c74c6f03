import type { Browser, Page } from '@playwright/test';
import { installPaintWatch } from './paint-watch.ts';
import { VIEWS } from './views.ts';

/** Opens the app in a fresh profile, watched. `shownMs`: from asking for the page to Today on the screen. */
export async function openApp(browser: Browser, url: string): Promise<{ page: Page; shownMs: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: 'Asia/Bangkok' });
  const page = await context.newPage();
  await page.addInitScript(installPaintWatch);
  await page.addInitScript((shows) => window.paintWatch.expect([shows], 0), VIEWS.today.shows);
  await page.goto(url);
  const { ms } = await page.evaluate(() => window.paintWatch.painted());
  return { page, shownMs: ms };
}
