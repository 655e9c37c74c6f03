import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseLook } from './pages/choose-look.ts';
import { keepPicture, LOOKS } from './pages/looks.ts';
import { squeezedTexts } from './pages/squeezed-texts.ts';
import { QuestionPage } from './pages/question.ts';

/** Every view, by the address a learner can reach it with. */
const VIEWS = {
  today: '#/today',
  course: '#/course/csto',
  lesson: '#/lesson/csto/at-a-glance',
  review: '#/review/csto/at-a-glance',
  settings: '#/settings',
  exam: '#/exam',
  plan: '#/plan',
  check: '#/check/csto/at-a-glance',
  stats: '#/stats',
  history: '#/history',
  add: '#/add',
  noteTypes: '#/note-types',
  newNoteType: '#/note-types/new',
  data: '#/data',
  devices: '#/devices',
  glossary: '#/glossary/csto',
  quiz: '#/quiz/csto',
  contrast: '#/contrast/csto',
  voices: '#/voices/csto/commentary',
  timeline: '#/pictures/csto/timeline',
  bodies: '#/pictures/csto/bodies',
  members: '#/pictures/csto/members',
  figures: '#/pictures/csto/figures',
  map: '#/pictures/csto/map',
  calendar: '#/pictures/csto/calendar',
  partners: '#/pictures/csto/partners',
  lessonPicture: '#/lesson/csto/treaty-to-organization/chisinau',
} as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
  // 1280 × 800 at 200 %.
  { width: 640, height: 400 },
  { width: 320, height: 640 },
];

/** Pictures of what is shown in the usual sizes; in none may anything overflow, all must be named and have contrast. */
async function inspect(page: Page, name: string, path: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await keepPicture(page, `screens/${path}-${size.width}`);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${size.width} scrolls sideways`).toBeLessThanOrEqual(0);
    expect(await page.evaluate(squeezedTexts), `${name} at ${size.width}: words stand letter by letter`).toEqual([]);
  }
  // The frame of cards lets no script in, axe's neither.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(
    violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`),
  ).toEqual([]);
}

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await expect(page.getByText(/^(Loading …|กำลังโหลด …)$/)).toHaveCount(0);
}

/** In English: two answers, one of them taken back, a card put aside, and a backup. */
async function leaveTraces(page: Page): Promise<void> {
  await show(page, '#/review/csto/at-a-glance');
  const question = new QuestionPage(page);
  await question.region.waitFor();
  for (let i = 0; i < 2; i += 1) await question.answerAndGoOn();
  await page.keyboard.press('s');
  await expect(page.getByRole('main').getByText('Suspended')).toBeVisible();
  await show(page, '#/data');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('list', { name: 'Backups that are there' })).toBeVisible();
  await show(page, '#/history');
  await page.getByRole('button', { name: /^Undo: Suspended/ }).click();
  await expect(page.getByRole('button', { name: /^Bring back: Suspended/ })).toBeVisible();
}

for (const [language, theme] of LOOKS) {
  const look = `${language}-${theme}`;
  test(`every view in ${language}, ${theme}: nothing overflows, all is named and has contrast`, async ({
    open,
  }, info) => {
    test.setTimeout(600_000);
    const page = await open();
    await chooseLook(page, language, theme);
    for (const [name, hash] of Object.entries(VIEWS)) {
      await show(page, hash);
      await inspect(page, name, `${info.project.name}-${name}-${look}`);
    }
  });

  test(`history and backups with something in them, in ${language}, ${theme}`, async ({ open }, info) => {
    test.setTimeout(600_000);
    const page = await open();
    await leaveTraces(page);
    await chooseLook(page, language, theme);
    await show(page, '#/history');
    await page.getByRole('button', { expanded: false }).first().click();
    await expect(page.getByRole('button', { expanded: true })).toHaveCount(1);
    await inspect(page, 'history', `${info.project.name}-history-full-${look}`);
    await show(page, '#/data');
    await page.getByRole('button', { name: /^(Restore the backup of|กู้คืนข้อมูลสำรองเมื่อ)/ }).click();
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/\d|same|ตรงกับ/);
    await inspect(page, 'restore', `${info.project.name}-restore-${look}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(Check now|ตรวจเดี๋ยวนี้)$/ }).click();
    await expect(page.getByText(/^✓/)).toBeVisible();
    await inspect(page, 'data', `${info.project.name}-data-full-${look}`);
  });
}
