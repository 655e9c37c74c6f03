import type { Page } from '@playwright/test';
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

  await page.evaluate(() => (location.hash = '#/history'));
  await page.getByRole('button', { name: /^Undo: Restored a backup/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Restored a backup' })).toBeVisible();
  await expectAnswersToday(page, 5);
});

test('a check says that all is right; what is no data of ours is refused in words', async ({ open }) => {
  const page = await open();
  await answer(page, 1);
  await page.evaluate(() => (location.hash = '#/data'));
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/^All is right: 1 event read/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Data folder or archive' }).fill('/');
  await page.getByRole('button', { name: 'Look first' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'neither a data folder of Jamdai' })).toBeVisible();
});
