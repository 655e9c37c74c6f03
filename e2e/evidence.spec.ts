import { expect, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('from a wrong answer to its evidence, to the lesson, and back to the same question', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  while ((await question.question()).kind !== 'typed') await question.answerAndGoOn();
  const prompt = await question.prompt();
  await question.region.getByRole('textbox').fill('qwertyuiop');
  await question.region.getByRole('button', { name: 'Check' }).last().click();
  await expect(question.verdict).toContainText('Wrong');
  const place = await page.getByText(/^\d+ \/ \d+$/).innerText();

  await question.region
    .getByRole('link', { name: /Read the section/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/lesson\/csto\//);
  await page.getByRole('link', { name: 'Back to the review' }).click();

  expect(await question.prompt()).toBe(prompt);
  await expect(question.verdict).toContainText('Wrong');
  expect(await page.getByText(/^\d+ \/ \d+$/).innerText()).toBe(place);
});
