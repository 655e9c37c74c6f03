import { expect, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('an answer whose verdict was shown is there after the app was killed', async ({ open }) => {
  let page = await open();
  await page.getByRole('link', { name: /Start lesson 1/ }).click();
  await new QuestionPage(page).answerRightly();
  for (let kills = 1; kills <= 3; kills += 1) {
    page = await open({ crash: true });
    await expect(page.getByText(new RegExp(`^${kills} answers? today, 100\\s% right$`))).toBeVisible();
    await page
      .getByRole('link', { name: /Lessons/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /Ask me its questions/ })
      .or(page.getByRole('link', { name: /Ask me its questions/ }))
      .first()
      .click();
    await new QuestionPage(page).answerRightly();
  }
});
