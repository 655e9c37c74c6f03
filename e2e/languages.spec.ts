import { expect, test } from './fixtures.ts';

test.use({ locale: 'en-GB' });

test('Thai and English switch at once, everywhere, and stay after a restart', async ({ open }) => {
  let page = await open();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'ไทย' }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ตั้งค่า');
  await expect(page.getByRole('link', { name: 'วันนี้' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'th');

  page = await open();
  await expect(page.getByRole('link', { name: /เริ่มบทที่ 1/ })).toBeVisible();
  await page.getByRole('link', { name: 'ตั้งค่า' }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});
