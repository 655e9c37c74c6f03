import { expect, test } from './fixtures.ts';
import { lessons } from './pages/course-knowledge.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('a page that is loaded again keeps the half-typed answer and the counter of the session', async ({ open }) => {
  const page = await open();
  const [first] = lessons;
  await page.evaluate((hash) => (location.hash = hash), `#/lesson/csto/${first?.id ?? ''}`);
  const heading = page.getByRole('heading', { level: 1 });
  for (const _ of first?.sections ?? []) {
    const before = await heading.innerText();
    await page.getByRole('button', { name: /^(Continue|Finish)/ }).click();
    await expect(heading).not.toHaveText(before);
  }
  await page.getByRole('link', { name: /Review now/ }).click();
  const question = new QuestionPage(page);
  await question.region.waitFor();
  for (let answered = 0; answered < 2 || (await question.question()).kind !== 'typed'; answered += 1) {
    expect(answered).toBeLessThan(25);
    await question.answerAndGoOn();
  }
  const counter = page.getByText(/^\d+ \/ \d+/);
  const [count, prompt] = [await counter.innerText(), await question.prompt()];
  await question.region.getByRole('textbox').fill('half an ans');
  await page.reload();
  await question.region.waitFor();
  expect([await question.prompt(), await counter.innerText()]).toEqual([prompt, count]);
  await expect(question.region.getByRole('textbox')).toHaveValue('half an ans');
});
