import type { Page } from '@playwright/test';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

async function answer(page: Page, count: number): Promise<void> {
  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  for (let i = 0; i < count; i += 1) await question.answerAndGoOn();
}
async function expectAnswersToday(page: Page, count: number): Promise<void> {
  await page.evaluate(() => (location.hash = '#/today'));
  await expect(page.getByText(new RegExp(`^${count} answers? today`))).toBeVisible();
}

test('a backup is made, restored with a word about what changes, and the restore is undone', async ({ open }) => {
  const page = await open();
  await answer(page, 2);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Backups and transfer' }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/^Backed up and proved: \d+ kB$/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'Backups' })).toBeFocused();

  await answer(page, 3);
  await expectAnswersToday(page, 5);
  await page.evaluate(() => (location.hash = '#/data'));
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Reviews: 5 now, 2 afterwards.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep what is now' }).click();
  await expectAnswersToday(page, 5);

  await page.evaluate(() => (location.hash = '#/data'));
  await page.getByRole('button', { name: /^Restore the backup of/ }).click();
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText(/^Restored: your progress is as it was on/)).toBeVisible();
  await expect(page.getByText('before a restore')).toBeVisible();
  await expectAnswersToday(page, 2);

  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('button', { name: /^Show the answers: 2 reviews/ }).click();
  await page
    .getByRole('button', { name: /^Bring back: (Good|Easy|Hard)/ })
    .first()
    .click();
  await expect(page.getByText('Undo the restore instead')).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Restored a backup/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Restored a backup' })).toBeVisible();
  await expectAnswersToday(page, 5);
});

test('a second folder gets a copy, an export writes over nothing, and merging it brings nothing twice', async ({
  open,
  dataDir,
}) => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'jamdai-e2e-elsewhere-'));
  try {
    const page = await open();
    await answer(page, 1);
    await page.evaluate(() => (location.hash = '#/data'));
    const part = (name: string) => page.getByRole('region', { name });

    const second = part('Second folder');
    await second.getByRole('textbox').fill(join(elsewhere, 'missing'));
    await second.getByRole('button', { name: 'Use this folder' }).click();
    await expect(second.getByRole('alert')).toContainText('There is nothing at that path.');
    await second.getByRole('textbox').fill(elsewhere);
    await second.getByRole('button', { name: 'Use this folder' }).click();
    await expect(second.getByText(`Copied to ${elsewhere}`)).toBeVisible();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText(/^Backed up and proved/)).toBeVisible();
    expect(readdirSync(elsewhere)).toEqual([expect.stringMatching(/-asked-[a-z0-9]+\.jamdai\.json$/), 'objects']);

    const exporting = part('Export everything');
    await exporting.getByRole('textbox').fill(join(elsewhere, 'all'));
    await exporting.getByRole('button', { name: 'Export' }).click();
    await expect(exporting.getByText(/all\.jamdai\.zip: 1 event, 1 review among them/)).toBeVisible();
    await exporting.getByRole('button', { name: 'Export' }).click();
    await expect(exporting.getByRole('alert')).toContainText('Something with that name is there already.');

    const merging = part('Merge with another computer');
    await merging.getByRole('textbox').fill(join(elsewhere, 'all.jamdai.zip'));
    await merging.getByRole('button', { name: 'Look first' }).click();
    await expect(merging.getByText('Everything in there is here already.')).toBeVisible();
    await merging.getByRole('textbox').fill(dataDir);
    await expect(merging.getByText('Everything in there is here already.')).toBeHidden();
    await merging.getByRole('button', { name: 'Merge' }).click();
    await expect(merging.getByRole('alert')).toContainText('That is the data folder in use');

    await second.getByRole('button', { name: 'Stop copying' }).click();
    await expect(second.getByText(/^None is set/)).toBeVisible();
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

test('a check says that all is right; what is no data of ours is refused in words', async ({ open }) => {
  const page = await open();
  await answer(page, 1);
  await page.evaluate(() => (location.hash = '#/data'));
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/^✓ All is right: 1 event read/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Data folder or archive' }).fill('/');
  await page.getByRole('button', { name: 'Look first' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'neither a data folder of Jamdai' })).toBeVisible();
});
