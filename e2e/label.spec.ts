import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Labelled, LabelQuestion } from '../core/domain/question.ts';
import { expect, test } from './fixtures.ts';
import { labelByKeys } from './pages/answer-keys.ts';
import { chooseLook } from './pages/choose-look.ts';
import { askedQuestions } from './pages/course-knowledge.ts';
import { keepPicture } from './pages/looks.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

const asked = askedQuestions.filter((question): question is LabelQuestion => question.kind === 'label');

/** Asks these, in this order. */
async function ask(page: Page, questions: readonly LabelQuestion[]): Promise<QuestionPage> {
  const filter = JSON.stringify({ cardIds: questions.map(({ id }) => `csto/${id}`) });
  await page.evaluate((hash) => (location.hash = hash), `#/ask/practice/${encodeURIComponent(filter)}/csto`);
  const question = new QuestionPage(page);
  await expect.poll(async () => (await question.question()).id).toBe(questions[0]?.id);
  await question.region.locator('[data-item]').first().waitFor();
  return question;
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`)).toEqual(
    [],
  );
}

/** The names that the answer is: none of them may be read in the picture before it is given, also not by a screen reader. */
async function keepsBack(question: QuestionPage, { ...label }: LabelQuestion): Promise<void> {
  const hidden = label.task === 'find' ? label.marks : label.task === 'place' ? label.marks : [label.mark];
  for (const { id, text } of hidden) {
    const said = await question.mark(id).evaluate((mark) => `${mark.getAttribute('aria-label')} ${mark.textContent}`);
    expect(said, id).not.toContain(text.en);
  }
}

/** One of each task on each picture: by turns with the mouse and with keys. */
const each = [...new Map(asked.map((question) => [`${question.picture} ${question.task}`, question])).values()];

test('every task on every picture by mouse and by keys: no name is there before the answer, all are after it', async ({
  open,
}) => {
  test.setTimeout(600_000);
  const page = await open();
  expect(new Set(each.map(({ task }) => task))).toEqual(new Set(['name', 'find', 'place']));
  for (const [at, label] of each.entries())
    await test.step(`${label.picture}: ${label.task}`, async () => {
      const question = await ask(page, [label]);
      await keepsBack(question, label);
      await isAccessible(page);
      if (at % 2 === 0) await question.answerRightly();
      else {
        await labelByKeys(page.keyboard, question, label);
        await page.keyboard.press('Enter');
      }
      await expect(question.verdict).toContainText('Right');
      await isAccessible(page);
      for (const { id, text } of label.task === 'place' ? label.marks : []) {
        const said = await question.mark(id).getAttribute('aria-label');
        expect(said).toContain(text.en.slice(0, 8));
        expect(said).toMatch(/ right$/);
      }
    });
});

test('a wrong mark is shown with the right one, and labels in wrong places with what belongs there', async ({
  open,
}) => {
  const page = await open();
  const find = asked.find((label) => label.task === 'find')!;
  const wrong = find.marks.find(({ id }) => id !== find.answer)!;
  let question = await ask(page, [find]);
  await question.mark(wrong.id).click();
  await question.mark(wrong.id).press('Enter');
  await expect(question.verdict).toContainText('Wrong');
  await expect(question.mark(wrong.id)).toHaveAttribute('aria-label', / wrong$/);
  await expect(question.mark(find.answer)).toHaveAttribute('aria-label', / the right place$/);

  const place = asked.find((label) => label.task === 'place')!;
  question = await ask(page, [place]);
  const labels = question.region.getByRole('list', { name: 'Labels' });
  const [first, second, ...rest] = place.marks as [Labelled, Labelled, ...Labelled[]];
  const swapped: [Labelled, Labelled][] = [
    [first, second],
    [second, first],
    ...rest.map((one): [Labelled, Labelled] => [one, one]),
  ];
  for (const [mark, label] of swapped) {
    await labels.getByText(label.text.en, { exact: true }).click();
    await question.mark(mark.id).click();
  }
  await question.region
    .getByRole('button', { name: /^Check/ })
    .last()
    .click();
  await expect(question.verdict).toContainText('Partly right');
  await expect(question.mark(first.id)).toHaveAttribute(
    'aria-label',
    new RegExp(`you put: ${second.text.en.slice(0, 8)}`),
  );
  await isAccessible(page);
});

test('in Thai, in the dark and in a small window nothing overflows', async ({ open }) => {
  test.setTimeout(600_000);
  const page = await open();
  await chooseLook(page, 'th', 'dark');
  await page.setViewportSize({ width: 900, height: 600 });
  for (const label of each) {
    await test.step(`${label.picture}: ${label.task}`, async () => {
      const question = await ask(page, [label]);
      await keepPicture(page, `screens/label-${label.picture}-${label.task}-900`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await isAccessible(page);
      await question.region.waitFor();
    });
  }
});
