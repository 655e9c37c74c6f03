import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';
import { KeyHand } from './pages/hand.ts';
import { NoteEditor } from './pages/note-editor.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';

test.use({ locale: 'en-GB' });

const PICTURE = join(import.meta.dirname, '../docs/pictures/lesson.png');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 600 },
];

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`)).toEqual(
    [],
  );
}
/** By the palette, which stays where the learner is. */
async function changeLook(page: Page, language: 'th' | 'en', theme: 'light' | 'dark'): Promise<void> {
  const words = {
    th: 'Show everything in Thai',
    en: 'Show everything in English',
    light: 'Light theme',
    dark: 'Dark theme',
  };
  for (const wanted of [language, theme]) {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(`>${words[wanted]}`);
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
async function look(page: Page, name: string): Promise<void> {
  for (const [language, theme] of LOOKS) {
    await changeLook(page, language, theme);
    await isAccessible(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await keepPicture(page, `${name}-${language}-${theme}-${size.width}`);
    }
  }
  await changeLook(page, 'en', 'light');
}

test('by keys alone a place on a picture of one’s own is drawn, named, asked and found', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => (location.hash = '#/add'));
  const main = page.getByRole('main');
  const keys = new NoteEditor(page, new KeyHand(page));
  await keys.write('Name of the new deck', 'Screens');
  await keys.kind('On a picture');
  await main
    .getByRole('radiogroup', { name: 'Languages of the question' })
    .getByRole('radio', { name: 'English' })
    .press('Space');
  await main
    .getByRole('radiogroup', { name: 'What is asked' })
    .getByRole('radio', { name: 'Find a place' })
    .press('Space');
  const box = main.getByRole('group', { name: 'Picture and places' });
  await box.locator('input[type=file]').setInputFiles(PICTURE);
  await keys.write('Question', 'Where is the menu?');
  await box.getByRole('button', { name: '+ Add one in the middle' }).focus();
  await page.keyboard.press('Enter');
  await box.getByRole('button', { name: /^Mask 1, Rectangle/ }).focus();
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft');
  await box.getByRole('button', { name: '+ Add one in the middle' }).focus();
  await page.keyboard.press('Enter');
  await keys.write('Name of place 1 (English)', 'Menu');
  await page.keyboard.press('Control+Enter');
  await expect(main.getByText('One of them is empty.')).toBeVisible();
  await keys.write('Name of place 2 (English)', 'Page');
  await look(page, 'own-picture-editor');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Added to “Screens”' })).toBeVisible();

  await page.evaluate(() => (location.hash = '#/library'));
  await main.getByRole('link', { name: 'Screens', exact: true }).click();
  await main.getByRole('link', { name: /^Learn 1 new/ }).focus();
  await page.keyboard.press('Enter');
  const asked = main.locator('[data-question="open"]');
  await expect(asked.getByRole('heading', { name: 'Where is the menu?' })).toBeVisible();
  const places = asked.getByRole('group', { name: 'A picture with 2 places' });
  await expect(places.getByRole('button', { name: 'mark 1 of 2' })).toBeFocused();
  expect(await places.textContent()).not.toContain('Menu');
  await look(page, 'own-picture-asked');
  await places.getByRole('button', { name: 'mark 1 of 2' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(places.getByRole('button', { name: 'mark 2 of 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const settled = main.locator('[data-question="settled"]');
  await expect(settled.getByRole('img', { name: /^Menu/ })).toBeVisible();
  await look(page, 'own-picture-answered');
});
