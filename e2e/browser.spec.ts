import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { bringDecks, writeDecks } from './pages/bring-decks.ts';
import { chooseLook } from './pages/choose-look.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { squeezedTexts } from './pages/squeezed-texts.ts';

const DECKS = { 'Thai::Food::Kitchen': 40, 'Thai::Food::Market': 20, 'Thai::Travel': 300, Provinces: 77 };
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  { width: 900, height: 600 },
  { width: 320, height: 640 },
];

async function openWith(open: () => Promise<Page>, dataDir: string): Promise<Page> {
  const path = join(dataDir, '..', 'decks.txt');
  writeDecks(path, DECKS);
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await bringDecks(page, path);
  return page;
}
const grid = (page: Page) => page.getByRole('grid', { name: 'Cards' });
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
const box = (page: Page) => page.getByRole('combobox', { name: 'Search the cards' });
const told = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).first();
const found = (page: Page, count: string) => expect(told(page, `${count} cards`)).toBeVisible();

test('by keys alone cards are found, sorted, chosen, tagged, brought back, and replaced after a look', async ({
  open,
  dataDir,
}) => {
  const page = await openWith(open, dataDir);
  await page.keyboard.press('b');
  await expect(grid(page)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('kitchen de');
  await expect(page.getByRole('option').first()).toContainText('deck:');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('food::k');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('kitchen deck:Thai::Food::Kitchen ');
  await found(page, '40');
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();

  // Three rows and one beside them.
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'ArrowDown', 'ArrowDown', 'x'])
    await page.keyboard.press(key);
  await expect(page.getByRole('toolbar', { name: 'Chosen cards' })).toContainText('4 chosen');
  await page.keyboard.press('t');
  await page
    .getByRole('textbox', { name: 'Add' })
    .or(page.getByRole('combobox', { name: 'Add' }))
    .fill('spoon::big hot');
  await page.keyboard.press('Enter');
  await expect(told(page, 'Tags of 4 notes changed.')).toBeVisible();
  const side = page.getByRole('complementary', { name: 'Filters' });
  await expect(side.getByRole('button', { name: 'spoon 4', exact: true })).toBeVisible();
  await page.keyboard.press('u');
  await expect(told(page, 'It is as it was before.')).toBeVisible();
  await expect(side.getByRole('button', { name: /^spoon/ })).toHaveCount(0);

  await page.keyboard.press('Control+a');
  await expect(page.getByRole('toolbar', { name: 'Chosen cards' })).toContainText('40 chosen');
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog', { name: 'Find and replace in 40 cards' });
  await page.keyboard.type('kitchen (\\d)$');
  await dialog.getByRole('checkbox', { name: 'Regular expression' }).check();
  await dialog.getByRole('textbox', { name: 'Replace by' }).fill('Cook no. $1');
  await expect(dialog.getByText('9 fields of 9 notes would change.')).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Changes' }).getByRole('listitem').first()).toContainText('Cook no. 1');
  await page.keyboard.press('Enter');
  await expect(told(page, '9 notes changed.')).toBeVisible();
  await box(page).fill('"cook no."');
  await found(page, '9');
});

test('by mouse alone cards are filtered, sorted, suspended, found as suspended and taken up again', async ({
  open,
  dataDir,
}) => {
  const page = await openWith(open, dataDir);
  await page.getByRole('link', { name: 'Browse', exact: true }).click();
  const side = page.getByRole('complementary', { name: 'Filters' });
  await side.getByRole('button', { name: 'Provinces 77' }).click();
  await expect(box(page)).toHaveValue('deck:Provinces');
  await found(page, '77');
  const head = grid(page).getByRole('columnheader', { name: 'Question' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page).first()).toContainText('Provinces 1');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page).first()).not.toContainText('Provinces 1');

  await rows(page).nth(1).click();
  await rows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] });
  await rows(page)
    .nth(5)
    .click({ modifiers: ['Control'] });
  const bar = page.getByRole('toolbar', { name: 'Chosen cards' });
  await expect(bar).toContainText('4 chosen');
  await bar.getByRole('button', { name: 'Suspend' }).click();
  await expect(told(page, '4 cards suspended.')).toBeVisible();
  // What was done is told beside the bar, not over it.
  await bar.getByRole('button', { name: 'More' }).click();
  await expect(bar.getByRole('button', { name: 'Forget' })).toBeVisible();
  await page.keyboard.press('Escape');
  await side.getByRole('button', { name: 'suspended 4' }).click();
  await found(page, '4');
  await grid(page).getByRole('button', { name: 'Choose all' }).click();
  await bar.getByRole('button', { name: 'Take up again' }).click();
  await expect(told(page, '4 cards taken up again.')).toBeVisible();
  await expect(told(page, 'No card fits this search.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await found(page, '4');

  await rows(page).first().dblclick();
  await expect(page.getByRole('heading', { level: 1, name: /^Provinces/ })).toBeVisible();
  await page.goBack();
  await expect(box(page)).toHaveValue('deck:Provinces is:suspended');
  await found(page, '4');
});

test('a search is kept over a restart, and what is not understood is marked and leaves the list', async ({
  open,
  dataDir,
}) => {
  let page = await openWith(open, dataDir);
  await page.keyboard.press('b');
  await box(page).fill('deck:Thai -travel');
  await found(page, '60');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('At the table');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('list', { name: 'Saved' }).getByRole('button', { name: 'At the table' }).first(),
  ).toBeVisible();
  await box(page).fill('deck:Thai is:dew');
  await expect(page.getByText('Not a state:')).toBeVisible();
  await expect(box(page)).toHaveAttribute('aria-invalid', 'true');
  await found(page, '60');
  page = await open();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'At the table', exact: true }).click();
  await found(page, '60');
  await grid(page).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Practise these' }).click();
  await expect(page.getByRole('main').getByText('0 / 60')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the page of a deck leads to its cards', async ({ open, dataDir }) => {
  const page = await openWith(open, dataDir);
  await page.evaluate(() => (location.hash = '#/library'));
  await page.getByRole('treegrid', { name: 'Decks' }).getByRole('link', { name: 'Thai', exact: true }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Cards/ })
    .click();
  await expect(box(page)).toHaveValue('deck:Thai');
  await found(page, '360');
  // A note is edited from here, and the list is as it was left.
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/#\/edit\/card\//);
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await page.goBack();
  await expect(box(page)).toHaveValue('deck:Thai');
  await found(page, '360');
});

for (const [language, theme] of LOOKS)
  test(`the list of cards in ${language}, ${theme}: nothing overflows, all is named and has contrast`, async ({
    open,
    dataDir,
  }, info) => {
    const page = await openWith(open, dataDir);
    await chooseLook(page, language, theme);
    await page.evaluate(() => (location.hash = '#/browse/deck%3AThai'));
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Shift+ArrowDown');
    const faults = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.failureSummary ?? ''}`)).toEqual([]);
    };
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await keepPicture(page, `screens/${info.project.name}-browser-${language}-${theme}-${size.width}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `at ${size.width} it scrolls sideways`).toBeLessThanOrEqual(0);
      expect(await page.evaluate(squeezedTexts), `at ${size.width}: words stand letter by letter`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await faults('list');
    for (const key of ['m', 't', 'f', 'd', 'h', '?']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await keepPicture(
        page,
        `screens/${info.project.name}-browser-${key === '?' ? 'help' : key}-${language}-${theme}`,
      );
      await faults(`dialog of ${key}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
