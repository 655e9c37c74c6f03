import { expect, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB', viewport: { width: 900, height: 600 } });

test('what the primary action leads to is named in view, also where its row is far down', async ({ open }) => {
  const page = await open();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: /Start lesson 1/ })).toBeInViewport();
  await expect(main.getByText('The CSTO at a glance · the first question')).toBeInViewport();

  await page.evaluate(() => (location.hash = '#/lesson/csto/reading-critically'));
  await main.getByRole('button', { name: /^Continue/ }).click();
  await page.evaluate(() => (location.hash = '#/course/csto'));
  const action = main.getByRole('link', { name: /^Read lesson \d+/ });
  await expect(action).toBeInViewport();
  const title = await main.locator('.actions small').innerText();
  await expect(main.getByRole('link', { name: title, exact: true })).toHaveAttribute(
    'href',
    (await action.getAttribute('href')) ?? '',
  );
  await expect(main.getByText(title, { exact: true }).first()).toBeInViewport();
});

test('Practise stands at the end of its row: shown when the row is looked at, reached by Tab, no line of its own', async ({
  open,
}) => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/course/csto'));
  const practise = page.getByRole('link', { name: 'Practise lesson 1', exact: true });
  await practise.waitFor({ state: 'attached' });
  const opacity = () => practise.evaluate((link) => Number(getComputedStyle(link).opacity));
  await page.getByRole('heading', { level: 1 }).hover();
  expect(await opacity()).toBe(0);
  const row = page.getByRole('listitem').filter({ has: practise });
  await row.hover();
  expect(await opacity()).toBe(1);
  await page.getByRole('heading', { level: 1 }).hover();
  await row.getByRole('button', { name: /^Objectives/ }).focus();
  await page.keyboard.press('Tab');
  await expect(practise).toBeFocused();
  expect(await opacity()).toBe(1);
  const [{ bottom: end }, { bottom: text }] = await Promise.all([
    practise.evaluate((link) => link.getBoundingClientRect()),
    row.locator('.about').evaluate((about) => about.getBoundingClientRect()),
  ]);
  expect(end).toBeLessThanOrEqual(text + 2);
});

test('Space passes questions that are not answered: to each of them, and only then on', async ({ open }) => {
  const page = await open();
  const { keyboard } = page;
  await page.evaluate(() => (location.hash = '#/lesson/csto/at-a-glance'));
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('button', { name: /^Continue/ }).waitFor();
  const before = await heading.innerText();
  const questions = await page.locator('[data-question="open"]').count();
  const visited = new Set<string>();
  for (let steps = 0; (await heading.innerText()) === before; steps += 1) {
    expect(steps).toBeLessThan(20);
    const prompt = await page.evaluate(
      () => document.activeElement?.closest('[data-question="open"]')?.querySelector('h2')?.textContent ?? null,
    );
    if (prompt !== null) visited.add(prompt);
    if (await page.evaluate(() => document.activeElement instanceof HTMLInputElement)) await keyboard.press('Escape');
    await keyboard.press('Space');
    await page.waitForTimeout(150);
  }
  expect(visited.size).toBe(questions);
  expect(questions).toBeGreaterThan(1);
});

test('who leaves a lesson while “Continue” is being kept is not fetched back', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/lesson/csto/at-a-glance'));
  await page.getByRole('button', { name: /^Continue/ }).click();
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByLabel('New questions a day').fill('1');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Saved')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('the end of a session: the focus is on the summary, and its figures are said', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/lesson/csto/at-a-glance'));
  await page.getByRole('button', { name: /^Continue/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Two names, one letter apart');
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByLabel('New questions a day').fill('1');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Saved')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/review'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  const said = page.getByRole('status').filter({ hasText: 'Done for now' });
  await expect(said).toHaveCount(0);
  for (let asked = 0; asked < 4 && !(await question.isOver()); asked += 1) await question.answerAndGoOn('Easy');
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeFocused();
  await expect(said).toHaveText(/^\s*Done for now: \d questions? answered, 100\s% right\.\s*$/);
});
