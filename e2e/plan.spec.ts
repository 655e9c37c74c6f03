import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DAY, expect, MONDAY, test } from './fixtures.ts';
import { lessons } from './pages/course-knowledge.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });
const [first] = lessons;

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
}

/** Reads the first lesson to its end. */
async function readLesson(page: Page): Promise<void> {
  await go(page, `#/lesson/csto/${first?.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.sections[0]?.heading.en ?? '');
  for (const section of first?.sections.slice(1) ?? []) {
    await page.getByRole('button', { name: /^Continue/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(section.heading.en);
  }
  await page.getByRole('button', { name: /^Finish the lesson/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lesson 1 is finished');
}

/** Answers the five questions of a check; so many of them rightly. */
async function answerCheck(page: Page, right: number): Promise<void> {
  const question = new QuestionPage(page);
  for (let at = 0; at < 5; at += 1) {
    await expect(page.getByText(`Question ${at + 1} of 5`).first()).toBeVisible();
    if (at < right) await question.answerRightly();
    else await page.getByRole('button', { name: /I don’t know/ }).click();
    await page.getByRole('button', { name: /^Next/ }).click();
  }
}

test('minutes are chosen on Today, the rest is said, and a session asks what was planned', async ({ open }) => {
  test.setTimeout(300_000);
  let page = await open();
  await readLesson(page);
  await go(page, '#/today');
  const slider = page.getByRole('slider', { name: 'Time for this sitting' });
  await expect(page.getByText(/^\d+ minutes$/)).toBeVisible();
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('5 minutes', { exact: true })).toBeVisible();
  const asked = Number(await page.locator('li.fresh b').textContent());
  expect(asked).toBeGreaterThan(3);
  expect(asked).toBeLessThan(20);
  // Every question of the lesson is accounted for: asked, left for later, or kept apart from one that gives it away.
  const waiting = (await page.getByText(/new questions wait\./).textContent())!;
  const [left, keptApart] = [...waiting.matchAll(/(\d+) (?:new )?questions? waits?/g)].map(([, count]) =>
    Number(count),
  );
  expect(asked + left! + keptApart!).toBe(lessons[0]!.questions.length);
  await page.getByRole('link', { name: /^Start/ }).click();
  await expect(page.getByText(`0 / ${asked}`)).toBeVisible();
  page = await open({ now: MONDAY + DAY });
  await expect(page.getByRole('link', { name: 'Change the plan' })).toBeVisible();
});

test('a goal and a vacation are set in the plan, and Today says them', async ({ open }) => {
  test.setTimeout(300_000);
  const page = await open();
  await readLesson(page);
  await go(page, '#/plan');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plan');
  await page.getByLabel('Day of the exam').fill('2026-12-24');
  await page.getByRole('button', { name: 'Set the goal' }).click();
  await expect(page.getByText(/of the questions expected/)).toBeVisible();
  await page.getByLabel('First day').fill('2026-11-23');
  await page.getByLabel('Last day').fill('2026-11-29');
  await page.getByRole('button', { name: 'Add the vacation' }).click();
  await expect(page.getByText('23–29 November 2026')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  await go(page, '#/today');
  await expect(page.getByText(/You are on vacation until Sunday.? 29 November 2026/)).toBeVisible();
  await expect(page.getByText(/of the questions expected/)).toBeVisible();
  await page.getByRole('button', { name: 'End the vacation today' }).click();
  await expect(page.getByRole('link', { name: /^Start/ })).toBeVisible();
});

test('a lesson is checked before and after it is read, and the gain is shown', async ({ open }) => {
  test.setTimeout(300_000);
  const page = await open();
  await go(page, `#/lesson/csto/${first?.id}`);
  await page.getByRole('link', { name: 'Try it' }).click();
  await answerCheck(page, 2);
  await expect(page.getByText('2 of 5', { exact: true })).toBeVisible();
  await readLesson(page);
  await page.getByRole('link', { name: 'Try it' }).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await answerCheck(page, 5);
  await expect(page.getByText('2 of 5 → 5 of 5')).toBeVisible();
  await expect(page.getByText('3 more than before you read.')).toBeVisible();
});
