import { dirname } from 'node:path';
import { DAY, expect, MONDAY, test } from './fixtures.ts';
import { RETIRED, STILL_ASKED, studyFirstEdition } from './pages/first-edition.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('a learner of the first edition opens the second: nothing is lost, and what is retired is only in the history', async ({
  open,
  dataDir,
}) => {
  expect(RETIRED.length).toBeGreaterThan(0);
  const first = await studyFirstEdition({ dataDir, workDir: dirname(dataDir) }, MONDAY - 20 * DAY, MONDAY - 60_000);
  const page = await open();
  const show = async (hash: string) => {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  };

  await test.step('every answer is in the history, those to retired questions too', async () => {
    await show('#/history');
    await expect(page.getByText(`${first.answers} reviews`)).toBeVisible();
    await page.getByRole('button', { name: /^Show the answers/ }).click();
    await expect(page.getByRole('button', { name: /^Undo: Easy/ })).toHaveCount(first.answers);
  });

  await test.step('the page of a retired question says so, and keeps its answer', async () => {
    await show(`#/card/csto%2F${RETIRED[0]!.id}`);
    await expect(page.getByText('no longer asked')).toBeVisible();
    await expect(page.getByText(/^The course no longer asks this question/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Suspend' })).toHaveCount(0);
  });

  await test.step('the exam that was begun keeps its paper', async () => {
    expect(first.onPaper.length).toBeGreaterThan(0);
    await show(`#/exam/${first.examId}`);
    await expect(page.getByText(/^Question 1 of \d+/)).toBeVisible();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^0 of \d+$/ })).toBeVisible();
  });

  await test.step('what is due is asked, and nothing retired among it', async () => {
    await show('#/review');
    const question = new QuestionPage(page);
    await question.region.waitFor();
    const asked = new Set<string>();
    const stillAsked = STILL_ASKED.map(({ id }) => id);
    // Each question is known by its prompt among those that are asked: a retired one would not be found.
    for (let at = 0; at < 12; at += 1) asked.add((await question.answerAndGoOn()).id);
    for (const id of asked) expect(stillAsked).toContain(id);
  });
});
