import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { passageKeyOf } from '../core/domain/passage-key.ts';
import { QUESTION_KINDS } from '../core/domain/question.ts';
import { expect, test } from './fixtures.ts';
import { callHost } from './pages/call-host.ts';
import { chooseLook } from './pages/choose-look.ts';
import { lessons } from './pages/course-knowledge.ts';
import { courseMet } from './pages/course-met.ts';
import { KeyHand, MouseHand } from './pages/hand.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { OwnCourseStory } from './pages/own-course-story.ts';
import { writeTenKinds } from './pages/ten-kinds.ts';

test.use({ locale: 'en-GB' });
const PICTURE = join(import.meta.dirname, '../docs/pictures/lesson.png');
const main = (page: Page) => page.getByRole('main');
const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.html}`,
  );
const heading = (page: Page, name: string) => main(page).getByRole('heading', { level: 1, name });

const HANDS = {
  'keys alone': (page: Page) => new KeyHand(page),
  'mouse alone': (page: Page) => new MouseHand(page),
};
for (const [by, handOf] of Object.entries(HANDS))
  test(`by ${by}: a course with a lesson and a question of each kind, reviewed, changed, found, tagged, taken out and in`, async ({
    open,
    dataDir,
  }) => {
    test.setTimeout(300_000);
    const page = await open();
    await chooseLook(page, 'en', 'light');
    const hand = handOf(page);
    const story = new OwnCourseStory(page, hand);
    await story.begin('Astronomy', 'The planets');
    await story.writeSection('How many there are', 'Eight planets go round the Sun.', 'Most have moons');
    await hand.press(story.button('Add a question to Section 1'));
    await expect(story.heading('New note')).toBeVisible();
    await expect(story.main.getByRole('combobox', { name: 'Section' })).toHaveValue(/./);
    const asked = await writeTenKinds(story.editor, PICTURE);
    expect(asked).toBe(QUESTION_KINDS.length);
    await hand.act('Escape', story.button('Leave'));
    await expect(story.heading('Write a lesson')).toBeVisible();
    await expect(story.main.getByText(`Questions: ${asked}`)).toBeVisible();
    await story.editor.save();

    await test.step('it is read, and its questions are asked', async () => {
      await story.read('Astronomy', 'The planets');
      await story.go('Review');
    });
    await test.step('one is changed while it is asked, and the change is taken back', () =>
      story.rewordAndUndo('What is a comet made of?', 'What are comets made of?'));
    await test.step('every kind is answered', () => story.answerAll(asked));
    await test.step('it is found, and its questions are tagged at once', async () => {
      await story.find('eight planets', 'How many there are');
      await expect(story.main.getByText('planets go round the Sun.')).toBeVisible();
      await story.tagAll('Astronomy', 'sky', asked);
    });
    await test.step('exported, imported again: equal', async () => {
      const courseId = await story.courseId();
      const before = await courseMet(page, courseId);
      expect(before.asked.map(({ kind }) => kind)).toEqual(QUESTION_KINDS);
      const path = join(dataDir, '..', 'astronomy.zip');
      await story.takeOut('Astronomy', path);
      await story.remove();
      await story.takeIn(path, 'Astronomy: 1 lesson');
      expect(await courseMet(page, courseId)).toEqual(before);
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
  const [{ id: lessonId, sections }] = lessons as [(typeof lessons)[number]];
  const evidence = [passageKeyOf({ courseId: 'csto', lessonId, sectionId: sections[0]!.id })];
  const question = { prompt: both('What is a comet?'), back: both('Ice'), explanation: both(''), evidence };
  await callHost(page, 'note.add', {
    ...{ deckId: courseId, stand, tags: [] },
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
    await expect(
      dialog.getByText(/^(?:Evidence in other courses stays here: 1|หลักฐานจากวิชาอื่นอยู่ที่นี่ 1 รายการ)$/),
    ).toBeVisible();
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
  const story = new OwnCourseStory(page, new KeyHand(page));
  await story.begin('Grammar', 'Nouns');
  await page.keyboard.press('Escape');
  const course = (await callHost(page, 'library.list', {})).courses.find(({ isOwn }) => isOwn)!;
  await page.evaluate((id) => (location.hash = `#/course/${id}`), course.id);
  await expect(heading(page, 'Grammar')).toBeFocused();
  await story.addLesson('Verbs');
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

test('a picture is put into a lesson, and both pages have no fault for a reader of screens', async ({ open }) => {
  test.setTimeout(180_000);
  const page = await open();
  await chooseLook(page, 'en', 'light');
  const story = new OwnCourseStory(page, new KeyHand(page));
  await story.begin('Grammar', 'Nouns');
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
