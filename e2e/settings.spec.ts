import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { squeezedTexts } from './pages/squeezed-texts.ts';

const SIZES = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
];

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#/${to}`), place);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(page.getByText(/^(Loading …|กำลังโหลด …)$/)).toHaveCount(0);
}

async function inspect(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await keepPicture(page, `settings/${name}-${size.width}`, { fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} at ${size.width} scrolls sideways`).toBeLessThanOrEqual(0);
    expect(await page.evaluate(squeezedTexts), `${name} at ${size.width}`).toEqual([]);
  }
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

test('settings and presets are found, kept over a restart, and taken back', async ({ open }) => {
  let page = await open();
  await chooseLook(page, 'en', 'light');
  await page.getByText('Advanced', { exact: true }).click();
  await page.getByRole('switch', { name: 'Ask whether I am sure' }).check();
  await page.getByLabel('Steps of a new question, minutes').fill('5 30');
  await page.getByRole('group', { name: 'Weekdays without reviews' }).getByRole('button', { name: 'Sun' }).click();
  const vacations = page.getByRole('group', { name: 'Vacations' });
  await vacations.getByLabel('from').fill('2026-12-24');
  await vacations.getByLabel('to', { exact: true }).fill('2027-01-03');
  await vacations.getByRole('button', { name: 'Add' }).click();
  await expect(vacations.getByText('24 Dec 2026 – 3 Jan 2027')).toBeVisible();
  await page.getByRole('link', { name: 'Presets' }).click();
  await page.getByRole('button', { name: /New preset/ }).click();
  await page.getByLabel('Name').fill('Before the exam');
  await page.getByRole('spinbutton', { name: 'New questions a day' }).fill('5');
  await page.getByRole('spinbutton', { name: 'New questions a day' }).press('Tab');
  await page.getByLabel(/Collective Security/).selectOption('Before the exam');
  await expect(page.getByText(/^used by/)).toBeVisible();

  page = await open();
  await go(page, 'presets');
  await expect(page.getByRole('spinbutton', { name: 'New questions a day' })).toHaveValue('5');
  await page.getByRole('button', { name: 'New questions a day: as in the settings again' }).click();
  await expect(page.getByRole('spinbutton', { name: 'New questions a day' })).toHaveValue('20');
  await page.getByRole('button', { name: 'Remove this preset' }).click();
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(page.getByRole('heading', { name: 'Before the exam' })).toBeVisible();
  await go(page, 'settings');
  await page.getByText('Advanced', { exact: true }).click();
  await expect(page.getByLabel('Steps of a new question, minutes')).toHaveValue('5 30');
  await expect(page.getByRole('switch', { name: 'Ask whether I am sure' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Sun', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

for (const [language, theme] of LOOKS)
  test(`settings and presets in ${language}, ${theme}: nothing overflows, all is named`, async ({ open }) => {
    const page = await open();
    await chooseLook(page, language, theme);
    await inspect(page, `${language}-${theme}-settings`);
    await page.locator('summary').click();
    await inspect(page, `${language}-${theme}-advanced`);
    await go(page, 'presets');
    await page.getByRole('button', { name: /New preset|สร้างชุดใหม่/ }).click();
    await page.getByRole('switch').click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await inspect(page, `${language}-${theme}-presets`);
  });
