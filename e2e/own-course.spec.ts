import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { callHost } from './pages/call-host.ts';
import { chooseLook } from './pages/choose-look.ts';
import { EditorKeys } from './pages/editor-keys.ts';
import { courseMet } from './pages/course-met.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { writeTenKinds } from './pages/ten-kinds.ts';

test.use({ locale: 'en-GB' });
const PICTURE = join(import.meta.dirname, '../docs/pictures/lesson.png');
const main = (page: Page) => page.getByRole('main');
const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.html}`,
  );
const heading = (page: Page, name: string) => main(page).getByRole('heading', { level: 1, name });

/** By keys: a course, and in it a lesson whose editor is open. */
async function newCourse(page: Page, title: string, lesson: string): Promise<void> {
  await page.evaluate(() => (location.hash = '#/library'));
  await expect(heading(page, 'Library')).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(heading(page, title)).toBeFocused();
  await addLesson(page, lesson);
}
async function addLesson(page: Page, title: string): Promise<void> {
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title of the lesson' })).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Write a lesson')).toBeVisible();
  await expect(main(page).getByRole('textbox', { name: 'Text (Markdown)' })).toBeFocused();
}

test('by keys alone: a course with a lesson and a question of each kind, reviewed, changed, found, tagged, taken out and in', async ({
  open,
  dataDir,
}) => {
  test.setTimeout(240_000);
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await newCourse(page, 'Astronomy', 'The planets');

  await page.keyboard.type('Eight planets go round the Sun.\n\nThe largest:');
  await page.keyboard.press('Control+Shift+8');
  await page.keyboard.press('End');
  await page.keyboard.type('\n\nMost have moons');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await page.keyboard.press('Control+b');
  const text = main(page).getByRole('textbox', { name: 'Text (Markdown)' });
  await expect(text).toHaveValue('Eight planets go round the Sun.\n\n- The largest:\n\nMost have **moons**');
  await expect(main(page).getByRole('region', { name: 'As it will be read' }).locator('strong')).toHaveText('moons');
  const keys = new EditorKeys(page);
  await keys.write('Heading', 'How many there are');

  await main(page).getByRole('button', { name: 'Add a question to Section 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'New note')).toBeVisible();
  await expect(main(page).getByRole('combobox', { name: 'Section' })).toHaveValue(/./);
  const asked = await writeTenKinds(page, keys, PICTURE);
  await page.keyboard.press('Escape');
  await expect(heading(page, 'Write a lesson')).toBeVisible();
  await expect(main(page).getByText(`Questions: ${asked}`)).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await test.step('it is read, and its questions are asked', async () => {
    await expect(heading(page, 'Astronomy')).toBeFocused();
    await main(page).getByRole('link', { name: 'The planets', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(main(page).getByText('Eight planets go round the Sun.')).toBeVisible();
    await main(page)
      .getByRole('button', { name: /^Finish|^Continue/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const course = (await callHost(page, 'library.list', {})).courses.find(({ isOwn }) => isOwn)!;
    expect(course.counts).toMatchObject({ lessons: 1, cards: asked, new: asked });
    await page.evaluate((id) => (location.hash = `#/review/${id}`), course.id);
    await expect(main(page).locator('[data-question="open"]')).toBeVisible();
  });

  await test.step('one is changed while it is asked, and the change is taken back', async () => {
    const open = main(page).locator('[data-question="open"]');
    await expect(open.getByRole('heading', { name: 'What is a comet made of?' })).toBeVisible();
    await page.keyboard.press('e');
    await keys.write('Question', 'What are comets made of?');
    await page.keyboard.press('Control+Enter');
    await expect(open.getByRole('heading', { name: 'What are comets made of?' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).focus();
    await page.keyboard.press('Enter');
    await expect(open.getByRole('heading', { name: 'What is a comet made of?' })).toBeVisible();
    for (let i = 0; i < 3; i++) await keys.untilCard('4');
  });

  await test.step('it is found, and its questions are tagged at once', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.insertText('eight planets');
    const option = page.getByRole('dialog').getByRole('option', { selected: true });
    await expect(option).toContainText('How many there are');
    await page.keyboard.press('Enter');
    await expect(main(page).getByText('Eight planets go round the Sun.')).toBeVisible();
    const course = (await callHost(page, 'library.list', {})).courses.find(({ isOwn }) => isOwn)!;
    await callHost(page, 'card.change', {
      of: { query: 'deck:Astronomy' },
      change: { what: 'tags', add: ['sky'], remove: [] },
    });
    const found = await callHost(page, 'card.list', {
      ...{ query: 'tag:sky', courseId: course.id, offset: 0, limit: 50 },
      sort: { by: 'taught', descending: false },
    });
    expect(found.total).toBe(asked);
  });

  await test.step('exported, imported again: equal', async () => {
    const course = (await callHost(page, 'library.list', {})).courses.find(({ isOwn }) => isOwn)!;
    const before = await courseMet(page, course.id);
    expect(before.asked).toHaveLength(asked - 1);
    await page.evaluate((id) => (location.hash = `#/course/${id}`), course.id);
    await expect(heading(page, 'Astronomy')).toBeFocused();
    await main(page).getByRole('button', { name: 'Export', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const format = dialog.getByRole('combobox', { name: 'As' });
    await expect(format.getByRole('option', { name: 'Course folder (.zip)' })).toBeAttached();
    await format.focus();
    await page.keyboard.type('Course');
    await expect(dialog.getByText('Notes that a course folder can not hold are left out: 1')).toBeVisible();
    await expect(dialog.getByText(`Tags stay here: ${asked}`)).toBeVisible();
    const path = join(dataDir, '..', 'astronomy.zip');
    await dialog.getByRole('textbox', { name: 'To the file' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(path);
    await dialog.getByRole('button', { name: 'Export', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toContainText(`astronomy.zip: ${asked - 1} notes`);
    await page.keyboard.press('Escape');

    await callHost(page, 'course.remove', { courseId: course.id });
    await page.evaluate(() => (location.hash = '#/import'));
    await main(page).locator('input[type=file]').setInputFiles(path);
    await expect(main(page).getByText('Astronomy: 1 lesson')).toBeVisible();
    await main(page).getByRole('button', { name: 'Import the course' }).focus();
    await page.keyboard.press('Enter');
    await expect(main(page).getByText('All of it was taken in.')).toBeVisible();
    expect(await courseMet(page, course.id)).toEqual(before);
  });
});

test('a course goes out and is brought in: what is lost and what comes is told, and no page has a fault for a reader of screens', async ({
  open,
  dataDir,
}) => {
  test.setTimeout(120_000);
  const page = await open();
  const { courseId } = await callHost(page, 'course.add', { title: { en: 'Stars' }, about: {}, languages: ['en'] });
  const stand = await callHost(page, 'lesson.add', { courseId, title: { en: 'Planets' } });
  const both = (text: string) => ({ th: text, en: text });
  const question = { prompt: both('What is a comet?'), back: both('Ice'), explanation: both(''), evidence: [] };
  await callHost(page, 'note.add', {
    ...{ deckId: courseId, stand, tags: ['sky'] },
    content: { kind: 'question', languages: ['en'], question: { ...question, kind: 'card' } },
  });
  /** Looks at what is open in both sizes. */
  const look = async (name: string) => {
    for (const [width, height] of [
      [900, 600],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await keepPicture(page, `${name}-${width}`);
    }
    expect(await faults(page)).toEqual([]);
  };
  const dialog = page.getByRole('dialog');
  for (const [language, theme] of LOOKS) {
    await chooseLook(page, language, theme);
    await page.evaluate((id) => (location.hash = `#/course/${id}`), courseId);
    await main(page)
      .getByRole('button', { name: /^(?:Export|ส่งออก)$/ })
      .click();
    await dialog.getByRole('combobox', { name: /^(?:As|เป็น)$/ }).selectOption('course');
    await expect(dialog.getByText(/^(?:Tags stay here: 1|แท็กอยู่ที่นี่ 1 รายการ)$/)).toBeVisible();
    await look(`export-course-${language}-${theme}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  const path = join(dataDir, '..', 'stars.zip');
  const wish = { courseId, format: 'course', withProgress: false, language: 'en', path } as const;
  await callHost(page, 'library.export', wish);
  await callHost(page, 'course.remove', { courseId });
  await page.evaluate(() => (location.hash = '#/import'));
  await main(page).locator('input[type=file]').setInputFiles(path);
  await expect(main(page).getByText('Stars: 1 lesson')).toBeVisible();
  for (const [language, theme] of LOOKS) {
    await chooseLook(page, language, theme);
    await page.evaluate(() => (location.hash = '#/import'));
    await expect(main(page).getByRole('button', { name: /^(?:Import the course|นำเข้าวิชา)/ })).toBeVisible();
    await look(`import-course-${language}-${theme}`);
  }
  await main(page).getByRole('button', { name: 'Import the course' }).click();
  await expect(main(page).getByText('All of it was taken in.')).toBeVisible();
  await look('import-course-done');
});

test('lessons are moved and removed by keys and mouse, and an undo brings them back', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await newCourse(page, 'Grammar', 'Nouns');
  await page.keyboard.press('Escape');
  const course = (await callHost(page, 'library.list', {})).courses.find(({ isOwn }) => isOwn)!;
  await page.evaluate((id) => (location.hash = `#/course/${id}`), course.id);
  await expect(heading(page, 'Grammar')).toBeFocused();
  await addLesson(page, 'Verbs');
  await page.evaluate((id) => (location.hash = `#/course/${id}`), course.id);
  const rows = main(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await main(page).getByRole('link', { name: 'Verbs', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows.first()).toContainText('Verbs');
  await expect(main(page).getByRole('link', { name: 'Verbs', exact: true })).toBeFocused();
  await main(page).getByRole('button', { name: 'Verbs: further down' }).click();
  await expect(rows.first()).toContainText('Nouns');
  await main(page).getByRole('button', { name: 'Take out Verbs' }).click();
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(rows).toHaveCount(2);
});

test('what was being written of a lesson when the app was killed is there again', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await newCourse(page, 'Grammar', 'Nouns');
  await page.keyboard.type('A noun names');
  await expect(main(page).getByText(/^✓ Draft kept/)).toBeVisible();
  const address = await page.evaluate(() => location.hash);

  const again = await open({ crash: true });
  await again.evaluate((hash) => (location.hash = hash), address);
  await main(again).getByRole('button', { name: 'Go on with “Nouns”' }).click();
  await expect(main(again).getByRole('textbox', { name: 'Text (Markdown)' })).toHaveValue('A noun names');
  await again.keyboard.press('Control+Enter');
  await expect(again.getByRole('status').filter({ hasText: 'The lesson is saved' })).toBeVisible();
});

test('a picture is put into a lesson, and both pages have no fault for a reader of screens', async ({ open }) => {
  test.setTimeout(180_000);
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await newCourse(page, 'Grammar', 'Nouns');
  await main(page).locator('input[type=file]').setInputFiles(PICTURE);
  await expect(main(page).getByRole('textbox', { name: 'Text (Markdown)' })).toHaveValue(/^!\[\]\(lesson-/);
  await page.keyboard.type('A lesson');
  await expect(
    main(page).getByRole('region', { name: 'As it will be read' }).getByRole('img', { name: 'A lesson' }),
  ).toBeVisible();
  await main(page).getByRole('textbox', { name: 'Text (Markdown)' }).press('Control+End');
  await page.keyboard.type('\n\n<b>x</b>');
  await expect(main(page).getByText('Line 3: HTML stands there as text.').first()).toBeVisible();
  const write = await page.evaluate(() => location.hash);
  const course = write.replace('#/write/', '#/course/').split('/').slice(0, 3).join('/');
  for (const [language, theme] of LOOKS) {
    await chooseLook(page, language, theme);
    for (const [name, address] of [
      ['write', write],
      ['course', course],
    ] as const) {
      await page.evaluate((hash) => (location.hash = hash), address);
      await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
      for (const [width, height] of [
        [900, 600],
        [1440, 900],
      ] as const) {
        await page.setViewportSize({ width, height });
        await keepPicture(page, `own-course-${name}-${language}-${theme}-${width}`);
      }
      expect(await faults(page)).toEqual([]);
    }
  }
});
