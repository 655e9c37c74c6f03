import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { chooseLook } from './pages/choose-look.ts';
import { expect, test } from './year/fixtures.ts';

test.use({ locale: 'en-GB' });

const SIZES = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
];

async function look(page: Page, name: string, language: 'th' | 'en', theme: 'light' | 'dark'): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `test-results/memory/${name}-${language}-${theme}-${size.width}.png` });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${size.width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations, `${name} ${language} ${theme}`).toEqual([]);
}

test('the memory map shows a year of study, and leads to what is known of a question', async ({ open }) => {
  test.setTimeout(400_000);
  const page = await open();
  for (const [language, theme] of [
    ['en', 'light'],
    ['th', 'dark'],
  ] as const) {
    await chooseLook(page, language, theme);
    await page.evaluate(() => (location.hash = '#/course/csto'));
    const marks = page.locator('[data-item]');
    await expect(marks).toHaveCount(443);
    await marks.nth(4).hover();
    await look(page, 'map', language, theme);
    await marks.nth(4).click();
    await expect(page.getByRole('table')).toBeVisible();
    await look(page, 'card', language, theme);
  }
});
