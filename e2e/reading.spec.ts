import { expect, test } from './fixtures.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

test('back and forward lead to the lines that were left, and a whole row leads to its lesson', async ({ open }) => {
  const page = await open();
  const top = () => page.evaluate(() => Math.round(scrollY));
  await page.evaluate(() => (location.hash = '#/course/csto'));
  await page.getByRole('link', { name: 'Reading the source critically' }).scrollIntoViewIfNeeded();
  const left = await top();
  expect(left).toBeGreaterThan(100);
  // Beside the words of the row, in its empty part.
  const row = page.getByRole('listitem').filter({ hasText: 'Partners and foreign policy' });
  const box = (await row.boundingBox())!;
  await page.mouse.click(box.x + box.width - 8, box.y + box.height - 6);
  await expect(page).toHaveURL(/#\/lesson\/csto\/partners/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await top()).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Collective Security');
  await expect.poll(top).toBe(left);
  await page.goForward();
  await expect(page).toHaveURL(/#\/lesson\/csto\/partners/);
  await expect.poll(top).toBe(0);
});

test('from the evidence to the paragraph of the lesson that cites it, which is lit and in sight', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  while ((await question.question()).kind !== 'typed') await question.answerAndGoOn();
  await question.region.getByRole('textbox').fill('qwertyuiop');
  await question.region.getByRole('button', { name: 'Check' }).last().click();
  const evidence = question.region.getByRole('complementary');
  // One gist stands open, the others wait.
  await expect(evidence.locator('b')).toHaveCount(1);
  await evidence.getByRole('button', { name: /^Show \d+ more passage/ }).click();
  expect(await evidence.locator('b').count()).toBeGreaterThan(1);
  const passage = await evidence.locator('b').first().innerText();
  await evidence
    .getByRole('link', { name: /Read the section/ })
    .first()
    .click();
  const lit = page.locator('article .lit');
  await expect(lit).toBeInViewport();
  await expect(lit).toContainText(passage.slice(0, 3));
});

for (const size of [
  { width: 900, height: 600 },
  { width: 1280, height: 800 },
]) {
  test(`at ${size.width} a note of the text covers nothing of its paragraph, nor the timeline's panel the filters`, async ({
    open,
  }) => {
    const page = await open();
    await page.setViewportSize(size);
    await page.evaluate(() => (location.hash = '#/lesson/csto/at-a-glance'));
    const marks = page.locator('article p [aria-haspopup="dialog"]');
    await expect(marks.first()).toBeVisible();
    const note = page.getByRole('dialog');
    for (const mark of (await marks.all()).slice(0, 5)) {
      await mark.click();
      await expect(note).toBeVisible();
      const paragraph = (await mark.locator('xpath=ancestor::p').boundingBox())!;
      const over = (await note.boundingBox())!;
      const apart =
        over.y >= paragraph.y + paragraph.height ||
        over.y + over.height <= paragraph.y ||
        over.x >= paragraph.x + paragraph.width;
      expect(apart, await mark.innerText()).toBe(true);
      await page.keyboard.press('Escape');
      await expect(note).toBeHidden();
    }
    await page.evaluate(() => (location.hash = '#/pictures/csto/timeline'));
    const filters = page.getByRole('group', { name: 'Themes', exact: true });
    await page.getByRole('group', { name: 'Timeline' }).getByRole('button').first().click();
    await expect(note).toBeVisible();
    const panel = (await note.boundingBox())!;
    const filtered = (await filters.boundingBox())!;
    expect(panel.y).toBeGreaterThanOrEqual(filtered.y + filtered.height);
  });
}

test('a field of an answer says how the keyboard leaves it, as long as it has the focus', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => (location.hash = '#/review/csto/at-a-glance'));
  const question = new QuestionPage(page);
  await question.region.waitFor();
  while ((await question.question()).kind !== 'typed') await question.answerAndGoOn();
  const field = question.region.getByRole('textbox');
  await expect(field).toBeFocused();
  await expect(question.region.getByText('leaves the field')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).not.toBeFocused();
  await expect(question.region.getByText('leaves the field')).toBeHidden();
});
