import { expect, type Locator, type Page } from '@playwright/test';

/** Again where the page moved under the pointer: a language changes the length of everything above. */
const choose = (radio: Locator) => expect(() => radio.check({ timeout: 3_000 })).toPass();

/** Chooses language and theme in the settings; the page is there afterwards. */
export async function chooseLook(page: Page, language: 'th' | 'en', theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await choose(page.getByRole('radio', { name: language === 'th' ? 'ไทย' : 'English' }));
  const name = { th: { light: 'สว่าง', dark: 'มืด' }, en: { light: 'light', dark: 'dark' } }[language][theme];
  await choose(page.getByRole('radio', { name, exact: true }));
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}
