import type { Page } from '@playwright/test';

/** Chooses language and theme in the settings, whatever they are. */
export async function chooseLook(page: Page, language: 'th' | 'en', theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('radio', { name: language === 'th' ? 'ไทย' : 'English' }).check();
  await page
    .getByRole('radio', {
      name: { th: { light: 'สว่าง', dark: 'มืด' }, en: { light: 'light', dark: 'dark' } }[language][theme],
      exact: true,
    })
    .check();
}
