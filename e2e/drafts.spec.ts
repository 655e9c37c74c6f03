import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { callHost } from './pages/call-host.ts';
import { chooseLook } from './pages/choose-look.ts';
import { KeyHand } from './pages/hand.ts';
import { OwnCourseStory } from './pages/own-course-story.ts';

test.use({ locale: 'en-GB' });

const dialog = (page: Page) => page.getByRole('dialog');
/** A pause in writing is over, and what was written is on the disk. */
const isKept = (page: Page, words: string) =>
  expect
    .poll(async () => (await callHost(page, 'draft.list', {})).drafts.map(({ text }) => text).join())
    .toContain(words);
const hasNone = (page: Page) => expect.poll(async () => (await callHost(page, 'draft.list', {})).drafts.length).toBe(0);
const goTo = (page: Page, hash: string) => page.evaluate((to) => (location.hash = to), hash);

test('the title of a course and of a lesson that were being written when the app was killed are there again', async ({
  open,
}) => {
  let page = await open();
  await chooseLook(page, 'en', 'light');
  await goTo(page, '#/library');
  await page.getByRole('main').getByRole('button', { name: 'New course' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Astronomy for be');
  await isKept(page, 'Astronomy for be');

  page = await open({ crash: true });
  await goTo(page, '#/library');
  await page.getByRole('main').getByRole('button', { name: 'New course' }).click();
  await dialog(page).getByRole('button', { name: 'Go on with “Astronomy for be”' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Title' })).toHaveValue('Astronomy for be');
  await dialog(page).getByRole('button', { name: 'Make the course' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Astronomy for be' })).toBeVisible();
  await hasNone(page);

  await page.getByRole('main').getByRole('button', { name: 'New lesson' }).click();
  await expect(dialog(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('The pla');
  await isKept(page, 'The pla');
  const course = await page.evaluate(() => location.hash);
  page = await open({ crash: true });
  await goTo(page, course);
  await page.getByRole('main').getByRole('button', { name: 'New lesson' }).click();
  await dialog(page).getByRole('button', { name: 'Drop “The pla”' }).click();
  await expect(dialog(page).getByText('The pla')).toBeHidden();
  await hasNone(page);
  // What is given up is not offered again.
  await dialog(page).getByRole('textbox').fill('The pl');
  await isKept(page, 'The pl');
  await page.keyboard.press('Escape');
  await hasNone(page);
});

test('what was being written of a lesson when the app was killed is there again: its text and the headings of its sections', async ({
  open,
}) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  const story = new OwnCourseStory(page, new KeyHand(page));
  await story.begin('Grammar', 'Nouns');
  await page.keyboard.type('A noun names');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByRole('main').getByRole('textbox', { name: 'Heading' })).toHaveCount(2);
  await page.keyboard.type('Kinds of no');
  await isKept(page, 'Kinds of no');
  const address = await page.evaluate(() => location.hash);

  const again = await open({ crash: true });
  await goTo(again, address);
  const main = again.getByRole('main');
  await main.getByRole('button', { name: 'Go on with “Nouns”' }).click();
  await expect(main.getByRole('textbox', { name: 'Text (Markdown)' }).first()).toHaveValue('A noun names');
  await expect(main.getByRole('textbox', { name: 'Heading' }).nth(1)).toHaveValue('Kinds of no');
  await again.keyboard.press('Control+Enter');
  await expect(again.getByRole('status').filter({ hasText: 'The lesson is saved' })).toBeVisible();
  await hasNone(again);
});

test('a note that was being written at a passage when the app was killed stands there when the lesson is opened', async ({
  open,
}) => {
  let page = await open();
  await chooseLook(page, 'en', 'light');
  const lesson = '#/lesson/csto/tashkent-treaty/signing';
  const note = () => page.getByRole('dialog', { name: /^Note at/ }).getByRole('textbox', { name: 'Note' });
  const shown = () => page.getByRole('region', { name: 'My notes in this lesson' });
  await goTo(page, lesson);
  await page.locator('article [data-from]').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await expect(note()).toBeFocused();
  await page.keyboard.type('Which si');
  await isKept(page, 'Which si');

  page = await open({ crash: true });
  await goTo(page, lesson);
  await expect(shown()).toContainText('Which si');
  await hasNone(page);

  // A note that was there is changed by it.
  await page.getByRole('button', { name: 'Your note: Which si' }).click();
  await expect(note()).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('x states?');
  await isKept(page, 'Which six states?');
  page = await open({ crash: true });
  await goTo(page, lesson);
  await expect(shown()).toContainText('Which six states?');
  await expect(shown().getByRole('listitem')).toHaveCount(1);
  await hasNone(page);
});
