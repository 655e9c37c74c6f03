import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';

/** A red square of 4 by 4. */
const RED = 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg==';

const pastePicture = (page: Page) =>
  page.evaluate((base64) => {
    const clipboardData = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, RED);

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations;

test('pictures that were pasted are fronts of cards, and files of the deck', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => void (location.hash = '#/import'));
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await pastePicture(page);
  await page.keyboard.type('red');
  await pastePicture(page);
  await page.keyboard.type('red & square');
  expect(await faults(page)).toEqual([]);
  await main.getByRole('region', { name: 'Pictures' }).getByRole('button', { name: 'See what it brings' }).click();
  await expect(main.getByRole('cell', { name: '[picture]' })).toHaveCount(2);
  expect(await faults(page)).toEqual([]);
  await main.getByRole('button', { name: 'Import 2 cards' }).click();
  await main.getByRole('link', { name: 'Open the deck' }).click();
  await main.getByRole('link', { name: /^Learn 2 new/ }).click();
  const picture = page.frameLocator('iframe').locator('#qa img');
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(4);
  expect(await picture.getAttribute('src')).toMatch(/\/media\//);
});

test('files that are chosen together are brought one after the other, and each has its report in the history', async ({
  open,
  dataDir,
}) => {
  const page = await open();
  await chooseLook(page, 'th', 'dark');
  await page.evaluate(() => void (location.hash = '#/import'));
  const main = page.getByRole('main');
  const folder = join(dataDir, '..', 'in');
  mkdirSync(folder);
  const files = ['หนึ่ง.txt', 'สอง.txt'].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, `แมว\tcat ${file}\nหมา\tdog ${file}\n`);
  await main.locator('input[type=file]').setInputFiles(files);
  await expect(main.getByText('ยังมีอีก 1 ไฟล์:')).toBeVisible();
  await main.getByRole('button', { name: 'นำเข้า 2 ใบ' }).click();
  await main.getByRole('button', { name: 'ไฟล์ถัดไป: สอง.txt' }).click();
  await main.getByRole('button', { name: 'นำเข้า 2 ใบ' }).click();
  await expect(main.getByRole('heading', { level: 1, name: '“สอง.txt” เข้ามาแล้ว' })).toBeVisible();
  await page.getByRole('link', { name: 'ประวัติ' }).first().click();
  await main.getByRole('link', { name: 'รายงานการนำเข้า หนึ่ง.txt' }).click();
  await expect(main.getByRole('heading', { level: 1, name: '“หนึ่ง.txt” เข้ามาแล้ว' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await main.getByRole('button', { name: 'เลิกทำการนำเข้า' }).click();
  await expect(main.getByRole('heading', { level: 1, name: 'เลิกทำการนำเข้า “หนึ่ง.txt” แล้ว' })).toBeVisible();
});
