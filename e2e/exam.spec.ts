import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, MONDAY, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });
const MINUTE_MS = 60_000;

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
}

/** Ten questions in six minutes, all of them written; begun with the Space key. */
async function startWritten(page: Page): Promise<void> {
  await show(page, '#/exam');
  await page.getByRole('button', { name: 'Quick: 10 in 6 min' }).click();
  await page.getByRole('radio', { name: 'to write' }).check();
  await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
  await page.keyboard.press('Space');
  await expect(page.getByText('Question 1 of 10')).toBeVisible();
}

const onShow = (page: Page, number: number) => expect(page.getByText(`Question ${number} of 10`)).toBeVisible();

/** Turns the page by its key, which waits for nothing. */
async function turnTo(page: Page, key: 'PageUp' | 'PageDown', number: number): Promise<void> {
  await page.keyboard.press(key);
  await onShow(page, number);
}

/** Turns back for a look: only what the host has said it has is safe from a crash, and with it every answer sent before. */
async function isKept(page: Page, number: number): Promise<void> {
  await turnTo(page, 'PageUp', number);
  await expect(page.getByText(/^\s*Kept\b/)).toBeVisible();
  await turnTo(page, 'PageDown', number + 1);
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

const handIn = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Hand in' });

test('an exam by keyboard, through a crash: no answer is lost, the time goes on, and the result says what was missed', async ({
  open,
}) => {
  let page = await open();
  await startWritten(page);
  const question = () => new QuestionPage(page);

  await page.keyboard.type('xyz');
  await turnTo(page, 'PageDown', 2);
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('button', { name: 'Marked for later' })).toBeVisible();
  for (const number of [3, 4, 5]) {
    await question().enterRightly();
    await turnTo(page, 'PageDown', number);
  }
  await expect(page.getByText('4 of 10 answered')).toBeVisible();
  await isKept(page, 4);
  await isAccessible(page);
  const address = await page.evaluate(() => location.hash);

  // Two minutes later by the clock: they are gone from the time, and from nothing else.
  page = await open({ crash: true, now: MONDAY + 2 * MINUTE_MS });
  await show(page, '#/exam');
  await expect(page.getByText(/An exam is running: (4:00|3:5\d) left/)).toBeVisible();
  await page.keyboard.press('Space');
  await onShow(page, 5);
  expect(await page.evaluate(() => location.hash)).toBe(address);
  await expect(page.getByText('4 of 10 answered · 1 marked for later')).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/^(4:00|3:[345]\d)$/);

  // The map leads to the first question; its answer is still there, and is changed.
  await page.keyboard.press('Alt+q');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await onShow(page, 1);
  await expect(question().region.getByRole('textbox').first()).toHaveValue('xyz');
  await question().enterRightly();
  await expect(page.getByText(/^\s*Kept\b/)).toBeVisible();
  for (const number of [2, 3, 4, 5]) await turnTo(page, 'PageDown', number);
  for (const number of [6, 7, 8, 9]) {
    await question().enterRightly();
    await turnTo(page, 'PageDown', number);
  }
  await expect(page.getByText('8 of 10 answered')).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('2 questions are not answered. 1 marked for later.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await onShow(page, 9);
  await page.keyboard.press('Control+Enter');
  await expect(handIn(page)).toBeVisible();
  await isAccessible(page);
  await handIn(page).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: '8 of 10' })).toBeVisible();
  await expect(page.getByText(/You most likely know between/)).toBeVisible();
  const missed = page.getByRole('main').getByRole('button', { expanded: false });
  await expect(missed).toHaveCount(2);
  await expect(missed.first()).toContainText('not answered');
  await missed.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').getByText(/^p\d{3}/)).toBeVisible();
  await isAccessible(page);
  await page.getByRole('link', { name: 'Ask the 2 again' }).click();
  await expect(question().region).toBeVisible();

  await show(page, '#/exam');
  await expect(page.getByText('8 of 10')).toBeVisible();
  await show(page, '#/history');
  await page.getByRole('button', { name: /^Undo: Exam/ }).click();
  await expect(page.getByRole('button', { name: /^Bring back: Exam/ })).toBeVisible();
  await show(page, '#/exam');
  await expect(page.getByText('No exam yet.')).toBeVisible();
});

test('an exam whose time was up while nobody was there stands as it stood', async ({ open }) => {
  let page = await open();
  await startWritten(page);
  await new QuestionPage(page).enterRightly();
  await turnTo(page, 'PageDown', 2);
  await isKept(page, 1);
  const address = await page.evaluate(() => location.hash);
  page = await open({ crash: true, now: MONDAY + 30 * MINUTE_MS });
  await show(page, address);
  await expect(page.getByRole('heading', { level: 1, name: '1 of 10' })).toBeVisible();
  await expect(page.getByText(/6 of 6 minutes/)).toBeVisible();
});

test('on paper: the result, the questions without answers, and the answers behind them', async ({ open }, info) => {
  test.skip(info.project.name === 'electron', 'only Chromium makes a PDF for Playwright');
  const page = await open();
  await startWritten(page);
  await page.keyboard.press('Control+Enter');
  await handIn(page).click();
  await expect(page.getByRole('heading', { level: 1, name: '0 of 10' })).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  mkdirSync('test-results/exam-paper', { recursive: true });
  const file = `test-results/exam-paper/${info.project.name}.pdf`;
  writeFileSync(file, pdf);
  const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
  expect(pages).toBeGreaterThanOrEqual(3);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  for (const heading of ['Quick exam: 0 of 10', 'Quick exam', 'Answers: Quick exam'])
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
  await expect(page.getByText('10 questions, 6 minutes')).toBeVisible();
  pictures(file);
});

/** Pages as pictures, to be looked at, where the machine has the tool for it. */
function pictures(file: string): void {
  try {
    execFileSync('pdftoppm', ['-r', '60', '-png', file, file.replace(/\.pdf$/, '')], { stdio: 'ignore' });
  } catch {
    // Not installed: the PDF itself is there.
  }
}
