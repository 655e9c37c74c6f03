import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { chooseLook } from './pages/choose-look.ts';
import { askedQuestions } from './pages/course-knowledge.ts';
import { keepPicture } from './pages/looks.ts';
import { QuestionPage } from './pages/question.ts';
import { expect, test } from './year/fixtures.ts';

test.use({ locale: 'en-GB' });

const SIZES = [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
];

async function look(page: Page, name: string, language: 'th' | 'en', theme: 'light' | 'dark'): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await keepPicture(page, `memory/${name}-${language}-${theme}-${size.width}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${size.width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations, `${name} ${language} ${theme}`).toEqual([]);
}

test('the memory map shows a year of study, and leads to what is known of a question', async ({ open }) => {
  test.setTimeout(400_000);
  const page = await open();
  for (const [language, theme] of [
    ['en', 'light'],
    ['th', 'dark'],
  ] as const) {
    await chooseLook(page, language, theme);
    await page.evaluate(() => (location.hash = '#/course/csto'));
    const marks = page.locator('[data-item]');
    await expect(marks).toHaveCount(askedQuestions.length);
    await marks.nth(4).hover();
    await look(page, 'map', language, theme);
    await marks.nth(4).click();
    await expect(page.locator('[data-question="open"]')).toBeVisible();
    await page.keyboard.press('Alt+i');
    await expect(page.getByRole('table')).toBeVisible();
    await look(page, 'card', language, theme);
  }
});

test('a review says why, knows what it was good for, and asks again what was missed', async ({ open }) => {
  test.setTimeout(400_000);
  const page = await open();
  await page.evaluate(() => (location.hash = '#/ask/review/%7B%22dueWithinDays%22%3A0%7D'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  await look(page, 'question', 'en', 'light');
  await page.getByRole('link', { name: /^Information/ }).click();
  await expect(page.getByRole('figure', { name: 'Forgetting curve' })).toBeVisible();
  await page.getByRole('link', { name: /Back to the review/ }).click();
  await expect(page).toHaveURL(/#\/ask\/review\/%7B%22dueWithinDays%22%3A0%7D/);
  // One that is not known: told why it comes back, and asked again at the end.
  const choices = '#/ask/review/%7B%22dueWithinDays%22%3A5%2C%22kinds%22%3A%5B%22choice%22%5D%7D';
  await page.evaluate((hash) => (location.hash = hash), choices);
  await expect(page.getByRole('radio').first()).toBeVisible();
  // The session of the other address may still be on the screen when the first radio is looked for.
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(question.verdict).toContainText('Not known', { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('w');
  await page.getByText('In figures').click();
  await look(page, 'why', 'en', 'light');
});

test('at the end of a session stands what it was good for; one key asks again what was missed', async ({ open }) => {
  test.setTimeout(400_000);
  const page = await open();
  const some = '#/ask/review/%7B%22dueWithinDays%22%3A9%2C%22kinds%22%3A%5B%22choice%22%5D%7D';
  await page.evaluate((hash) => (location.hash = hash), some);
  const question = new QuestionPage(page);
  await question.region.waitFor();
  for (let missed = 0; !(await question.isOver()); missed += 1) {
    if (missed < 2) await question.giveUpAndGoOn();
    else await question.answerAndGoOn();
  }
  await look(page, 'summary', 'en', 'light');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#\/ask\/practice/);
  await expect(page.getByText('0 / 2')).toBeVisible();
});

test('what is mixed up is listed with its evidence, and asked in turn', async ({ open }) => {
  test.setTimeout(400_000);
  const page = await open();
  await page.evaluate(() => (location.hash = '#/contrast/csto'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you mix up');
  await expect(page.getByText('Loading …')).toHaveCount(0);
  await look(page, 'contrast', 'en', 'light');
});
