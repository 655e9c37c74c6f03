import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { callHost } from './pages/call-host.ts';
import { chooseLook } from './pages/choose-look.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { squeezedTexts } from './pages/squeezed-texts.ts';
import { expect, test } from './year/fixtures.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  // 1280 × 800 at 200 %.
  { width: 640, height: 400 },
];

async function openStatistics(page: Page, address = '#/stats/1y'): Promise<void> {
  await page.evaluate((to) => (location.hash = to), address);
  await expect(page.locator('[data-chart="questions"]')).toBeVisible();
}

const chart = (page: Page, name: string): Locator => page.locator(`[data-chart="${name}"]`);

/** What the browser saves when a choice of the menu is taken. */
async function saved(page: Page, name: string, choice: RegExp): Promise<{ file: string; bytes: Buffer }> {
  const menu = chart(page, name);
  await menu.getByRole('button', { name: /^(Export|ส่งออก)/ }).click();
  const download = page.waitForEvent('download');
  await menu.getByRole('button', { name: choice }).click();
  const done = await download;
  return { file: done.suggestedFilename(), bytes: readFileSync(await done.path()) };
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(
    violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`),
  ).toEqual([]);
}

for (const [language, theme] of LOOKS) {
  test(`every chart of a year in ${language}, ${theme}: nothing overflows, all is named and has contrast`, async ({
    open,
  }, info) => {
    test.setTimeout(600_000);
    const page = await open();
    await chooseLook(page, language, theme);
    await openStatistics(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const look = `${language}-${theme}-${size.width}`;
      await keepPicture(page, `screens/${info.project.name}-stats-${look}`, { fullPage: true });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `at ${size.width} it scrolls sideways`).toBeLessThanOrEqual(0);
      expect(await page.evaluate(squeezedTexts), `at ${size.width} words stand letter by letter`).toEqual([]);
    }
    await page.setViewportSize(SIZES[0]!);
    await expect(page.locator('[data-chart]')).toHaveCount(18);
    await expectAccessible(page, 'charts');
    for (const button of await page.locator('[data-chart] [aria-pressed]').all()) await button.click();
    await expectAccessible(page, 'tables');
  });
}

test('charts stay within their room as soon as it shrinks, before they are drawn anew', async ({ open }) => {
  const page = await open();
  await page.setViewportSize({ width: 900, height: 600 });
  await openStatistics(page);
  const plots = await page.evaluate(() => {
    document.body.style.width = '640px';
    const edge = document.body.getBoundingClientRect().right;
    const drawn = [...document.querySelectorAll('[data-chart] svg[role="presentation"]')];
    return { drawn: drawn.length, beyond: drawn.filter((svg) => svg.getBoundingClientRect().right > edge).length };
  });
  expect(plots.drawn).toBeGreaterThanOrEqual(10);
  expect(plots.beyond, 'charts that reach beyond the page').toBe(0);
});

test('a chart is walked by arrow keys, and each mark says its value', async ({ open }) => {
  const page = await open();
  await openStatistics(page, '#/stats/90d');
  const forecast = chart(page, 'forecast');
  await forecast.locator('[data-item]').first().focus();
  await page.keyboard.press('ArrowRight');
  const mark = forecast.locator('[data-item]:focus');
  await expect(mark).toHaveAttribute('aria-label', /^Tuesday, 24 November 2026: \d+ questions?$/);
  await expect(forecast.locator('.readout')).toHaveText((await mark.getAttribute('aria-label')) ?? '');
  await page.keyboard.press('End');
  await expect(forecast.locator('[data-item]:focus')).toHaveAttribute('aria-label', /22 December 2026/);
});

test('a chart is saved as figures, as a drawing and as a picture', async ({ open }) => {
  const page = await open();
  await openStatistics(page);
  const csv = await saved(page, 'retention', /^Figures/);
  expect(csv.file).toBe('retention.csv');
  const lines = csv.bytes.toString('utf8').split('\r\n');
  expect(lines[0]).toBe('\uFEFFWhat,Answers,Right,Share right,From (90 %),To (90 %)');
  expect(lines.slice(1, 4).map((line) => line.split(',')[0])).toEqual(['Learning', 'Young', 'Mature']);

  const svg = (await saved(page, 'forecast', /SVG/)).bytes.toString('utf8');
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).toContain('IBM Plex Sans Thai Looped');
  expect(svg).not.toMatch(/var\(|class=|data-item/);

  const png = await saved(page, 'forecast', /PNG/);
  expect(png.file).toBe('forecast.png');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const width = Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)?.[1]);
  expect(png.bytes.readUInt32BE(16)).toBe(Math.floor(width * 2));
});

test('what was chosen is kept for the next visit', async ({ open }) => {
  const page = await open();
  await openStatistics(page);
  await page.getByRole('radiogroup', { name: 'How far back' }).getByText('90 days').click();
  await expect(page).toHaveURL(/#\/stats\/90d$/);
  const navigation = page.getByRole('navigation');
  await navigation.getByRole('link', { name: 'Today' }).click();
  await navigation.getByRole('link', { name: 'Statistics' }).click();
  await expect(page).toHaveURL(/#\/stats\/90d$/);
});

test('what a search finds has statistics of its own', async ({ open }, info) => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/browse/prop%3Alapses%3E1'));
  const found = page.getByRole('status').filter({ hasText: / cards$/ });
  await expect(found).toBeVisible();
  const cards = Number(/(\d+) cards/.exec((await found.textContent()) ?? '')![1]);
  await page.getByRole('link', { name: 'Statistics of these' }).click();
  await expect(page.getByLabel('What it is about')).toHaveValue('?prop:lapses>1');
  await expect(page.locator('[data-chart]').first()).toBeVisible();
  await keepPicture(page, `screens/${info.project.name}-stats-of-search`);
  const { questions } = await callHost(page, 'stats.page', { range: 'all', query: 'prop:lapses>1' });
  expect(questions).toBe(cards);
  expect(questions).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByLabel('What it is about')).toHaveValue('?prop:lapses>1');
  await page.getByLabel('What it is about').selectOption('');
  await expect(page).toHaveURL(/#\/stats\/all$/);
});
