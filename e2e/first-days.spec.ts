import { DAY, expect, MONDAY, test } from './fixtures.ts';
import { lessons } from './pages/course-knowledge.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('from the first start to the second day: read, answer, come back when it is due, find everything again', async ({
  open,
}) => {
  test.setTimeout(600_000);
  const [first] = lessons;
  let page = await open();
  await page.getByRole('link', { name: /Start lesson 1/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.sections[0]?.heading.en ?? '');

  await test.step('the first section asks, and grades, at once', async () => {
    const question = new QuestionPage(page);
    await question.answerRightly();
    await expect(question.verdict).toContainText(/Right|Counted/);
  });

  await test.step('reading to the end puts the questions into the schedule', async () => {
    for (const section of first?.sections.slice(1) ?? []) {
      await page.getByRole('button', { name: /^Continue/ }).click();
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveText(section.heading.en);
      await expect(heading).toBeFocused();
    }
    await page.getByRole('button', { name: /^Finish the lesson/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lesson 1 is finished');
  });

  let answered = 0;
  await test.step('a session goes through what is new, until nothing is left', async () => {
    await page.getByRole('link', { name: /Review now/ }).click();
    const question = new QuestionPage(page);
    await question.region.waitFor();
    // One card is forgotten, so that it is due tomorrow already.
    let forgotten = false;
    for (; !(await question.isOver()); answered += 1) {
      const { kind } = await question.answerAndGoOn(forgotten ? 'Good' : 'Again');
      forgotten ||= kind === 'card';
    }
    expect(forgotten).toBe(true);
    expect(answered).toBeGreaterThanOrEqual(20);
  });

  await test.step('the next day it is due, and yesterday is still there', async () => {
    page = await open({ now: MONDAY + DAY });
    await expect(page.getByText(/day in a row/)).toBeVisible();
    await page.getByRole('link', { name: /^Start/ }).click();
    const question = new QuestionPage(page);
    await question.answerAndGoOn();
    expect(await question.isOver()).toBe(true);
  });

  await test.step('after a restart the answer of a moment ago counts', async () => {
    page = await open({ now: MONDAY + DAY });
    await expect(page.getByText('1 answer today, 100 % right')).toBeVisible();
    await expect(page.getByText('2 days in a row')).toBeVisible();
  });
});
