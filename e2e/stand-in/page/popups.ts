import type { BrowserContext, Page } from '@playwright/test';

/**
 * Closes every window a page has opened. By the browser itself: Playwright tells of a window only when it has loaded
 * something, and one that is refused its address never does. Not before that window asks for something, or the page that
 * opens it waits for ever.
 */
export async function closePopups(context: BrowserContext, page: Page): Promise<void> {
  const own = await context.newCDPSession(page);
  const { targetInfo: opener } = await own.send('Target.getTargetInfo');
  await own.detach();
  const browser = await context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await browser.send('Target.getTargets');
  for (const { targetId, openerId } of targetInfos)
    if (openerId === opener.targetId) await browser.send('Target.closeTarget', { targetId });
  await browser.detach();
}
