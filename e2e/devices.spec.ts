import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, MONDAY, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { squeezedTexts } from './pages/squeezed-texts.ts';
import { startWebShell } from './web-shell.ts';

test.use({ locale: 'en-GB' });

const PASSPHRASE = 'correct horse battery staple';
const SIZES = [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
  { width: 320, height: 640 },
];

async function inspect(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await keepPicture(page, `devices/${name}-${size.width}`, { fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} at ${size.width} scrolls sideways`).toBeLessThanOrEqual(0);
    expect(await page.evaluate(squeezedTexts), `${name} at ${size.width}`).toEqual([]);
  }
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

/** Another computer, that studied and seals the folder. */
async function otherDevice(dataDir: string, shared: string): Promise<void> {
  const other = await startWebShell(join(dataDir, '..', 'other'), MONDAY);
  try {
    await other.call('lesson.complete', { courseId: 'csto', lessonId: 'at-a-glance' });
    await other.call('sync.begin', { folder: shared, passphrase: PASSPHRASE });
    await other.call('sync.now', {});
  } finally {
    await other.stop();
  }
}

test('a newcomer brings what another computer knows by keyboard alone, over a sealed folder, and leaves again', async ({
  open,
  dataDir,
}) => {
  const shared = join(dataDir, '..', 'shared');
  mkdirSync(shared);
  await otherDevice(dataDir, shared);
  const page = await open();
  await page.getByRole('link', { name: 'Bring your progress here' }).press('Enter');
  const folder = page.getByRole('textbox', { name: 'Folder' });
  await folder.fill(`${shared}-elsewhere`);
  await folder.press('Enter');
  await expect(page.getByText('There is no folder at that path.')).toBeVisible();
  await folder.fill(shared);
  await folder.press('Enter');
  const passphrase = page.getByLabel('Passphrase', { exact: true });
  await passphrase.fill('correct horse');
  await passphrase.press('Enter');
  await expect(page.getByText('This is not the passphrase of this folder.')).toBeVisible();
  await passphrase.fill(PASSPHRASE);
  await passphrase.press('Enter');
  await expect(page.getByRole('list', { name: 'Devices in this folder' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Begin' }).press('Enter');
  await expect(page.getByText('This computer is set up.', { exact: false })).toBeFocused();
  await expect(page.getByText(/^✓ All in step/)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'this computer' })).toHaveCount(1);

  // What the other one read is here: nobody is a newcomer any more.
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('link', { name: 'Bring your progress here' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Several devices' }).click();
  await page.getByRole('button', { name: 'Leave this folder …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByText('This computer has left the folder.', { exact: false })).toBeFocused();
  await expect(folder).toHaveValue(shared);
});

for (const [language, theme] of LOOKS)
  test(`several devices in ${language}, ${theme}: nothing overflows, all is named and has contrast`, async ({
    open,
    dataDir,
  }) => {
    const [shared, empty] = ['shared', 'empty'].map((name) => join(dataDir, '..', name)) as [string, string];
    for (const folder of [shared, empty]) mkdirSync(folder);
    await otherDevice(dataDir, shared);
    const page = await open();
    await chooseLook(page, language, theme);
    await page.evaluate(() => (location.hash = '#/devices'));
    const folder = page.getByRole('textbox').first();
    await folder.fill(empty);
    await folder.press('Enter');
    await page.getByRole('radio').nth(1).check();
    await page.locator('input[type=password]').first().fill('four words, or');
    await page.locator('input[type=password]').last().press('Enter');
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
    await inspect(page, `new-${language}-${theme}`);
    await folder.fill(shared);
    await folder.press('Enter');
    await expect(page.locator('input[type=password]')).toHaveCount(1);
    await page.locator('input[type=password]').fill(PASSPHRASE);
    await page.locator('input[type=password]').press('Enter');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
    await inspect(page, `found-${language}-${theme}`);
    await page.getByRole('button', { name: /^(Begin|เริ่มใช้)$/ }).click();
    await expect(page.getByText(/^✓ /)).toBeVisible();
    await inspect(page, `in-step-${language}-${theme}`);
  });
