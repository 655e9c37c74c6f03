import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { callHost } from './pages/call-host.ts';

/** A field of a table, whatever is in it. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Takes a table in as a deck and opens its review. @param rows front and back, HTML */
async function reviewOf(page: Page, folder: string, rows: readonly (readonly [front: string, back: string])[]) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'faces.txt');
  writeFileSync(path, `#separator:tab\n#html:true\n${rows.map((row) => row.map(quoted).join('\t')).join('\n')}\n`);
  await callHost(page, 'settings.set', { newPerDay: 500 });
  await callHost(page, 'library.import', { path, options: {} });
  const { courses } = await callHost(page, 'library.list', {});
  const deck = courses.find(({ kind }) => kind === 'deck');
  await page.evaluate((id) => void (location.hash = `#/review/${id}`), deck!.id);
  return page.frameLocator('iframe');
}

const heightOf = async (page: Page) => (await page.locator('iframe').boundingBox())?.height;

test('a card is shown in its frame, graded by keys, and the frame stays for the next', async ({ open, dataDir }) => {
  const page = await open();
  const card = await reviewOf(page, join(dataDir, '..', 'in'), [
    ['<b>แมว</b> <a href="https://evil.example/">more</a>', 'cat'],
    ['<div dir="rtl">قطة</div><img src="gone.png">', 'kitten'],
  ]);
  await expect(card.getByText('แมว')).toBeVisible();
  await page.locator('iframe').evaluate((frame) => (frame.dataset['first'] = ''));

  await card.getByText('more').click({ modifiers: ['Control'] });
  await expect(page.getByRole('note')).toContainText('https://evil.example/');
  expect(page.context().pages()).toHaveLength(1);

  // Keys that the card has no use for mean in the frame what they mean everywhere.
  await card.getByText('more').focus();
  await page.keyboard.press('1');
  await expect(card.getByText('cat')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(card.getByText('cat')).toBeVisible();
  await card.getByText('cat').click();
  await page.keyboard.press('3');

  await expect(card.getByText('قطة')).toBeVisible();
  await expect(page.locator('iframe')).toHaveAttribute('data-first', '');
  await expect(card.getByRole('img', { name: /gone\.png/ })).toBeVisible();
  await expect(page.getByRole('note')).toContainText('gone.png');
});

test('a card that would be as high as its frame has an end', async ({ open, dataDir }) => {
  const page = await open();
  const card = await reviewOf(page, join(dataDir, '..', 'in'), [
    ['<div style="height:100vh;padding:20px">whole</div>', 'x'],
    [`<p>${'long <br>'.repeat(80)}</p>`, 'y'],
  ]);
  await expect(card.getByText('whole')).toBeVisible();
  await expect.poll(() => heightOf(page)).toBeLessThan(900);
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await expect(card.getByText('long').first()).toBeVisible();
  // The page scrolls, not the frame.
  await expect.poll(() => heightOf(page)).toBeGreaterThan(1500);
});
