import type { Page, PageScreenshotOptions } from '@playwright/test';

/** Language and theme. To look at every view takes minutes: the short run sees each language and each theme once. */
export const LOOKS: readonly (readonly ['th' | 'en', 'light' | 'dark'])[] = process.env['JAMDAI_LONG']
  ? [
      ['th', 'light'],
      ['th', 'dark'],
      ['en', 'light'],
      ['en', 'dark'],
    ]
  : [
      ['th', 'light'],
      ['en', 'dark'],
    ];

/**
 * Waits until a new size is drawn, and keeps a picture to look at under `test-results`: in the long run, and where
 * `JAMDAI_PICTURES` asks for it. Nothing compares them, and they are half the time of a view.
 */
export async function keepPicture(page: Page, path: string, options: PageScreenshotOptions = {}): Promise<void> {
  if (process.env['JAMDAI_LONG'] || process.env['JAMDAI_PICTURES'])
    await page.screenshot({ ...options, path: `test-results/${path}.png` });
  else await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
