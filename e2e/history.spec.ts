import { DAY, expect, MONDAY, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('what was done stands in the history, can be undone after a restart, and brought back', async ({ open }) => {
  let page = await open();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Nothing yet. Your first answer will stand here.')).toBeVisible();

  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  for (let i = 0; i < 3; i += 1) await question.answerAndGoOn();
  await page.keyboard.press('s');
  await expect(page.getByRole('main').getByText('Suspended')).toBeVisible();

  page = await open({ now: MONDAY + DAY });
  await page.getByRole('link', { name: 'History' }).click();
  const monday = page.getByRole('region', { name: /^Monday,? 23 November 2026$/ });
  await expect(monday.getByText('3 reviews')).toBeVisible();
  await monday.getByRole('button', { name: /^Undo: Suspended 1 card/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Suspended 1 card' })).toBeVisible();

  await monday.getByRole('button', { name: /^Show the answers/ }).click();
  const undo = monday.getByRole('button', { name: /^Undo: (Good|Easy|Hard)/ });
  await expect(undo).toHaveCount(3);
  await undo.first().click();
  await expect(monday.getByText('2 reviews')).toBeVisible();

  page = await open({ now: MONDAY + DAY });
  await page.getByRole('link', { name: 'History' }).click();
  const again = page.getByRole('region', { name: /^Monday,? 23 November 2026$/ });
  await expect(again.getByText('2 reviews')).toBeVisible();
  await again.getByRole('button', { name: /^Show the answers/ }).click();
  await again.getByRole('button', { name: /^Bring back: (Good|Easy|Hard)/ }).click();
  await expect(again.getByText('3 reviews')).toBeVisible();
  await again.getByRole('button', { name: /^Bring back: Suspended/ }).click();
  await expect(again.getByRole('button', { name: /^Undo: Suspended/ })).toBeFocused();
});
