import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { labelByKeys, pressLetters } from './pages/answer-keys.ts';
import { writtenAnswers } from './pages/course-knowledge.ts';
import { QuestionPage } from './pages/question.ts';

test.use({ locale: 'en-GB' });

/** Answers the question on show rightly with keys alone; returns whether "next" is still to be pressed. */
async function answerByKeys(page: Page, question: QuestionPage): Promise<boolean> {
  const asked = await question.question();
  const { keyboard } = page;
  switch (asked.kind) {
    case 'card':
      await keyboard.press('Space');
      await question.region.getByRole('button', { name: /^Good/ }).waitFor();
      await keyboard.press('3');
      return false;
    case 'choice':
    case 'choices': {
      const options = question.region.getByRole(asked.kind === 'choice' ? 'radio' : 'checkbox');
      await pressLetters(keyboard, options, asked.answer, asked.options);
      break;
    }
    case 'match': {
      const letters = await question.region
        .getByRole('list', { name: 'with these' })
        .getByRole('listitem')
        .allInnerTexts();
      for (const [at, { id }] of asked.left.entries()) {
        const right = asked.right.find((side) => side.id === asked.answer[id])?.text.en ?? '';
        await keyboard.press(String(at + 1));
        await keyboard.press(String.fromCharCode(65 + letters.findIndex((text) => text.endsWith(right))).toLowerCase());
      }
      break;
    }
    case 'label':
      await labelByKeys(keyboard, question, asked);
      break;
    case 'order':
      for (const [place, { text }] of asked.items.entries()) {
        const row = question.region.getByRole('button', {
          name: new RegExp(`^${text.en.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}, \\d+ of`),
        });
        await row.focus();
        while (!(await row.getAttribute('aria-label'))?.includes(`, ${place + 1} of `))
          await keyboard.press('Alt+ArrowUp');
      }
      if (await question.region.getByRole('checkbox').isEnabled()) await keyboard.press('o');
      break;
    default:
      for (const [at, text] of writtenAnswers(asked).entries()) {
        if (at > 0) await keyboard.press('Tab');
        await keyboard.type(text);
      }
  }
  await keyboard.press('Enter');
  await question.verdict.filter({ hasText: /Right/ }).waitFor();
  return true;
}

test('a whole lesson and a session by keyboard alone', async ({ open }) => {
  test.setTimeout(600_000);
  const page = await open();
  const { keyboard } = page;
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('link', { name: /Start lesson 1/ }).waitFor();
  await keyboard.press('Space');
  const question = new QuestionPage(page);
  await question.region.waitFor();

  for (let sections = 0; (await heading.innerText()) !== 'Lesson 1 is finished'; sections += 1) {
    expect(sections).toBeLessThan(12);
    const before = await heading.innerText();
    // A page down, to the questions and on: never past the end of what was in sight.
    for (let steps = 0; (await heading.innerText()) === before; steps += 1) {
      expect(steps).toBeLessThan(20);
      await heading.focus();
      await keyboard.press('Space');
      await page.waitForTimeout(150);
    }
  }
  await keyboard.press('Space');

  const kinds = new Set<string>();
  for (let answered = 0; answered < 14; answered += 1) {
    await question.region.waitFor();
    const shown = await question.region.elementHandle();
    kinds.add((await question.question()).kind);
    if (await answerByKeys(page, question)) await keyboard.press('Space');
    await expect.poll(() => shown?.evaluate((element) => element.isConnected)).toBe(false);
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['typed', 'cloze', 'choice', 'card']));

  await test.step('undo brings the last question back', async () => {
    await question.region.waitFor();
    const progress = page.getByText(/^\d+ \/ \d+$/);
    const before = await progress.innerText();
    await keyboard.press('Control+z');
    await expect(progress).not.toHaveText(before);
  });
  await test.step('the list of keys opens and closes', async () => {
    await heading.focus();
    await keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});
