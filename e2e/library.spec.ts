import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { DAY, expect, MONDAY, test } from './fixtures.ts';
import { bringDecks, writeDecks } from './pages/bring-decks.ts';
import { chooseLook } from './pages/choose-look.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { squeezedTexts } from './pages/squeezed-texts.ts';

const DECKS = { 'Thai::Food::Kitchen': 4, 'Thai::Food::Market': 2, 'Thai::Travel': 3, Provinces: 5 };
const SIZES = [
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
  { width: 900, height: 600 },
  { width: 640, height: 400 },
  { width: 320, height: 640 },
];

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await expect(page.getByText(/^(Loading …|กำลังโหลด …)$/)).toHaveCount(0);
}
async function openWith(open: () => Promise<Page>, dataDir: string): Promise<Page> {
  const path = join(dataDir, '..', 'decks.txt');
  writeDecks(path, DECKS);
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await bringDecks(page, path);
  await show(page, '#/library');
  return page;
}
const deckTable = (page: Page) => page.getByRole('treegrid', { name: 'Decks' });
const row = (page: Page, name: string) => deckTable(page).getByRole('row').filter({ hasText: name });

test('decks are opened by keys, a deck inside is begun by Space, and what was learned is counted above it', async ({
  open,
  dataDir,
}) => {
  const page = await openWith(open, dataDir);
  await expect(page.getByText('1 course and 6 decks')).toBeVisible();
  await deckTable(page).getByRole('link', { name: 'Thai', exact: true }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(deckTable(page).getByRole('link', { name: 'Kitchen', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  const main = page.getByRole('main');
  await expect(main.getByText('0 / 4')).toBeVisible();
  await expect(main.getByText('Kitchen · card')).toBeVisible();
  await main.getByRole('button', { name: /^Show the answer/ }).click();
  await main.getByRole('button', { name: /^Easy/ }).click();
  await expect(main.getByText('1 / 4')).toBeVisible();
  await show(page, '#/library');
  // The decks stay open as they were.
  await expect(row(page, 'Kitchen').getByRole('link', { name: '3 new: learn Kitchen' })).toBeVisible();
  await expect(deckTable(page).getByRole('link', { name: '8 new: learn Thai' })).toBeVisible();
});

test('a deck is renamed, moved and removed, and each is taken back in one step', async ({ open, dataDir }) => {
  const page = await openWith(open, dataDir);
  const main = page.getByRole('main');
  await row(page, 'Thai').getByRole('button', { name: 'Decks inside Thai' }).click();
  await deckTable(page).getByRole('link', { name: 'Food', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Food' })).toBeVisible();
  await expect(main.getByRole('group', { name: 'Cards of “Food”, one mark each' }).getByRole('button')).toHaveCount(6);

  await main.getByRole('button', { name: 'Rename or move' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Meals');
  await page.getByRole('combobox', { name: 'Inside' }).selectOption('Provinces');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Meals' })).toBeVisible();
  await expect(
    main.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Provinces' }),
  ).toBeVisible();
  await expect(main.getByRole('list', { name: 'Decks inside' }).getByRole('link', { name: 'Kitchen' })).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Food' })).toBeVisible();

  await main.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await expect(page.getByText('“Food” with 2 decks inside is no longer in the library')).toBeVisible();
  await expect(deckTable(page).getByRole('link', { name: 'Food', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('“Food” is back.')).toBeVisible();
  await expect(deckTable(page).getByRole('link', { name: 'Food', exact: true })).toBeVisible();
});

test('cards of a deck come back in its list and on Today, after a restart too', async ({ open, dataDir }) => {
  let page = await openWith(open, dataDir);
  await deckTable(page).getByRole('link', { name: '5 new: learn Provinces' }).click();
  const main = () => page.getByRole('main');
  for (let done = 0; done < 5; done += 1) {
    await expect(main().getByText(`${done} / 5`)).toBeVisible();
    await main()
      .getByRole('button', { name: /^Show the answer/ })
      .click();
    await main().getByRole('button', { name: /^Easy/ }).click();
  }
  await expect(page.getByText('Done for now').first()).toBeVisible();
  page = await open({ now: MONDAY + 40 * DAY });
  const decks = page.getByRole('treegrid', { name: 'Decks' });
  await expect(decks.getByRole('row').nth(1)).toContainText('Provinces');
  await decks.getByRole('link', { name: 'Provinces', exact: true }).click();
  await expect(main().getByRole('link', { name: /^Review 5/ })).toBeVisible();
  await main()
    .getByRole('link', { name: /^Cards/ })
    .click();
  const rows = page.getByRole('grid', { name: 'Cards' }).getByRole('row');
  await expect(rows).toHaveCount(6);
  await rows.filter({ hasText: 'Provinces 3' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: 'Provinces 3' })).toBeVisible();
  await expect(main().getByRole('link', { name: 'Provinces', exact: true })).toBeVisible();
});

for (const [language, theme] of LOOKS)
  test(`the library and a deck in ${language}, ${theme}: nothing overflows, all is named and has contrast`, async ({
    open,
    dataDir,
  }, info) => {
    const page = await openWith(open, dataDir);
    const address = await row(page, 'Thai').getByRole('link', { name: 'Thai', exact: true }).getAttribute('href');
    const deck = address!.slice('#/deck/'.length);
    await row(page, 'Thai').getByRole('button').click();
    await chooseLook(page, language, theme);
    const views = {
      library: '#/library',
      deck: `#/deck/${deck}`,
      study: `#/deck/${deck}/study`,
      exam: `#/new-exam/${deck}`,
      stats: `#/stats/90d/${deck}`,
      today: '#/today',
    };
    for (const [name, hash] of Object.entries(views)) {
      await show(page, hash);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await keepPicture(page, `screens/${info.project.name}-decks-${name}-${language}-${theme}-${size.width}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${name} at ${size.width} scrolls sideways`).toBeLessThanOrEqual(0);
        expect(await page.evaluate(squeezedTexts), `${name} at ${size.width}: words stand letter by letter`).toEqual(
          [],
        );
      }
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
      expect(
        violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary ?? ''}`),
      ).toEqual([]);
    }
  });
