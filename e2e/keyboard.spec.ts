import { expect, test } from './fixtures.ts';
import { answerByKeys } from './pages/answer-keys.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('a whole lesson and a session by keyboard alone', async ({ open }) => {
  test.setTimeout(600_000);
  const page = await open();
  const { keyboard } = page;
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('link', { name: /Start lesson 1/ }).waitFor();
  await keyboard.press('Space');
  const question = new QuestionPage(page);
  await question.region.waitFor();

  for (let sections = 0; (await heading.innerText()) !== 'Lesson 1 is finished'; sections += 1) {
    expect(sections).toBeLessThan(12);
    const before = await heading.innerText();
    // A page down, to the questions and on: never past the end of what was in sight.
    for (let steps = 0; (await heading.innerText()) === before; steps += 1) {
      expect(steps).toBeLessThan(20);
      await heading.focus();
      await keyboard.press('Space');
      await page.waitForTimeout(150);
    }
  }
  await keyboard.press('Space');

  const kinds = new Set<string>();
  for (let answered = 0; answered < 14; answered += 1) {
    await question.region.waitFor();
    const shown = await question.region.elementHandle();
    kinds.add((await question.question()).kind);
    if (await answerByKeys(page, question)) await keyboard.press('Space');
    await expect.poll(() => shown?.evaluate((element) => element.isConnected)).toBe(false);
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['typed', 'cloze', 'choice', 'card']));

  await test.step('undo brings the last question back', async () => {
    await question.region.waitFor();
    const progress = page.getByText(/^\d+ \/ \d+$/);
    const before = await progress.innerText();
    await keyboard.press('Control+z');
    await expect(progress).not.toHaveText(before);
  });
  await test.step('the list of keys opens and closes', async () => {
    await heading.focus();
    await keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});
