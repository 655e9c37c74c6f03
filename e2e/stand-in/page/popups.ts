import type { BrowserContext, Page } from '@playwright/test';

/**
 * Closes every window a page opens, unless `isAllowed`. Heard of from the browser itself: Playwright tells of a window only
 * when it has loaded something, and one that is refused never does.
 */
export async function closePopups(context: BrowserContext, page: Page, isAllowed: (url: string) => Promise<boolean>) {
  const { targetInfo: opener } = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
  const browser = await context.browser()!.newBrowserCDPSession();
  browser.on('Target.targetCreated', ({ targetInfo: { targetId, openerId, url } }) => {
    if (openerId !== opener.targetId) return;
    // Refused windows may have gone by themselves, and the test may be over.
    void isAllowed(url)
      .then((allowed) => (allowed ? undefined : browser.send('Target.closeTarget', { targetId })))
      .catch(() => undefined);
  });
  await browser.send('Target.setDiscoverTargets', { discover: true });
  page.on('close', () => void browser.detach().catch(() => undefined));
}
