import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';

/** A real deck with pictures and sounds, beside the project; the story needs it. */
const DECK = join(import.meta.dirname, '../../shared/decks/9ad565d3-Marathi.apkg');

test.skip(!existsSync(DECK), 'no ../shared/decks');

test('a newcomer brings a real deck, reviews ten cards, takes the import back, brings it again with progress kept, and takes it away', async ({
  open,
  dataDir,
}) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => (location.hash = '#/import'));
  const main = page.getByRole('main');
  await main.locator('input[type=file]').setInputFiles(DECK);
  await expect(
    main.getByRole('heading', { level: 1, name: /^What “9ad565d3-Marathi\.apkg” will bring$/ }),
  ).toBeVisible();
  await expect(main.getByText('from 10 notes: Fluent Forever Language Learning')).toBeVisible();
  await main.getByRole('button', { name: 'Import 30 cards' }).click();
  await expect(main.getByText('All of it was taken in.')).toBeVisible();
  await main.getByRole('link', { name: 'Open the deck' }).click();
  await expect(main.getByRole('heading', { level: 1, name: 'Language Learning' })).toBeVisible();
  await main.getByRole('link', { name: /^Learn 10 new/ }).click();
  const frame = page.frameLocator('iframe[title="Card"]');
  for (let i = 0; i < 10; i++) {
    await expect(frame.locator('#qa')).not.toBeEmpty();
    await main.getByRole('button', { name: /^Show the answer/ }).click();
    await main.getByRole('button', { name: /^Easy/ }).click();
  }
  await page.evaluate(() => (location.hash = '#/import'));
  await main.getByRole('button', { name: 'Undo the import' }).click();
  await expect(main.getByText('Taken back', { exact: true })).toBeVisible();
  await main.getByRole('button', { name: 'Import another' }).click();
  await expect(main.getByRole('button', { name: 'Bring back 9ad565d3-Marathi.apkg' })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/library'));
  await expect(main.getByText('Bring what you already have')).toBeVisible();

  await page.evaluate(() => (location.hash = '#/import'));
  await main.locator('input[type=file]').setInputFiles(DECK);
  await main.getByRole('button', { name: 'Import 30 cards' }).click();
  await main.getByRole('link', { name: 'Open the deck' }).click();
  await expect(main.getByText(/learned, of 30/)).toBeVisible();
  await main.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('This format holds all of it.')).toBeVisible();
  const path = join(dataDir, '..', 'away.apkg');
  await dialog.getByRole('textbox', { name: 'To the file' }).fill(path);
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText(/^✓ .*away\.apkg: 10 notes/)).toBeVisible();
  expect(existsSync(path)).toBe(true);
});
