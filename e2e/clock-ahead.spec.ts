import { DAY, expect, MONDAY, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

/** 23 November 2035. */
const AHEAD = MONDAY + 3287 * DAY;

test.use({ locale: 'en-GB' });

test('after a clock that ran nine years ahead, the start says so and one step puts it right; the history takes it back', async ({
  open,
}) => {
  let page = await open({ now: AHEAD });
  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  for (let i = 0; i < 3; i += 1) await question.answerAndGoOn();

  page = await open();
  const told = page.getByText(/^\d+ entries of your history: dated 23 November 2035, though today is 23 Nov 2026\./);
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Put right' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Put right: \d+ entries count/ })).toBeVisible();
  await expect(told).toBeHidden();

  await page.getByRole('link', { name: 'History' }).click();
  const monday = page.getByRole('region', { name: /^Monday,? 23 November 2026$/ });
  await expect(monday.getByText('3 reviews')).toBeVisible();
  await monday.getByRole('button', { name: /^Undo: Date put right/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Date put right' })).toBeVisible();
  await expect(monday.getByText('3 reviews')).toBeHidden();

  page = await open();
  await expect(page.getByText(/^\d+ entries of your history: dated 23 November 2035/)).toBeVisible();
});
