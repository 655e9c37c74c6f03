import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { bringDecks } from './pages/bring-decks.ts';
import { callHost } from './pages/call-host.ts';
import { chooseLook } from './pages/choose-look.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';

const SIZES = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
];
const palette = (page: Page) => page.getByRole('dialog');
const field = (page: Page) => palette(page).getByRole('combobox');
const chosen = (page: Page) => palette(page).getByRole('option', { selected: true });

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText(text);
}

test('everything is found by keys alone: lessons, terms, questions, notes, settings, views, commands', async ({
  open,
  dataDir,
}) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  const path = join(dataDir, '..', 'words.tsv');
  writeFileSync(path, 'แมว\tcat of the house\nหมา\tdog\n');
  await bringDecks(page, path);

  await test.step('a part of a Thai word finds a term, and Enter opens the first', async () => {
    await search(page, 'ฎบัตร');
    await expect(palette(page).getByRole('group', { name: 'Questions' })).toBeVisible();
    await expect(palette(page).locator('mark').first()).toHaveText('ฎบัตร');
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(/settings/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
  await test.step('a year of the other era is found where it is a year', async () => {
    await search(page, '2535');
    await expect(palette(page).locator('mark').getByText('1992').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveCount(0);
  });
  await test.step('a note is found at once by what it says now', async () => {
    await search(page, 'cat of the');
    await expect(palette(page).getByRole('group', { name: 'Notes' }).getByRole('option')).toContainText('แมว');
    await page.keyboard.press('Escape');
    const { groups } = await callHost(page, 'search.find', {
      query: 'cat of',
      language: 'en',
      kinds: ['note'],
      limit: 1,
    });
    const { address } = groups[0]!.hits[0]!;
    const { noteId } = await callHost(page, 'note.get', { cardId: (address as { cardId: string }).cardId });
    await callHost(page, 'note.set', { noteId, fields: { 1: 'tiger of the woods' } });
    await search(page, 'tiger');
    await expect(palette(page).getByRole('option').filter({ hasText: 'tiger of the woods' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/card\//);
  });
  await test.step('a setting is gone to, its field has the focus', async () => {
    await search(page, 'leech');
    await expect(chosen(page)).toContainText('leech');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('A leech after so many lapses')).toBeFocused();
  });
  await test.step('a command is done, a view opened', async () => {
    await search(page, '>dark');
    await expect(chosen(page)).toContainText('Dark theme');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await search(page, 'statist');
    await expect(chosen(page)).toContainText('Statistics');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeFocused();
  });
  await test.step('the focus goes back where it was', async () => {
    const link = page.getByRole('link', { name: 'Library' });
    await link.focus();
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
  });
  await test.step('by mouse the same', async () => {
    await page.getByRole('button', { name: 'Search' }).click();
    await page.keyboard.insertText('glossary');
    await palette(page)
      .getByRole('option', { name: /^Glossary/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Glossary', level: 1 })).toBeVisible();
  });
});

for (const [language, theme] of LOOKS)
  test(`the search in ${language}, ${theme}: all is named, nothing overflows`, async ({ open }) => {
    const page = await open();
    await chooseLook(page, language, theme);
    for (const [name, text] of [
      ['nothing', ''],
      ['charter', language === 'th' ? 'กฎบัตร' : 'charter'],
      ['year', '2535'],
      ['none', 'xyzzy'],
    ] as const) {
      await search(page, text);
      await expect(name === 'none' ? palette(page).getByText('xyzzy').last() : chosen(page)).toBeVisible();
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await keepPicture(page, `search/${language}-${theme}-${name}-${size.width}`);
        const box = (await page.getByRole('dialog').boundingBox())!;
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height).toBe(
          true,
        );
      }
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(field(page)).toHaveCount(0);
    }
  });
