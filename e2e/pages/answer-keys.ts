import { expect, type Keyboard, type Locator, type Page } from '@playwright/test';
import type { Labelled, LabelQuestion } from '../../core/domain/question.ts';
import { writtenAnswers } from './course-knowledge.ts';
import type { QuestionPage } from './question.ts';

/** Presses the letters of the right ones among the options as they are shown. */
async function pressLetters(
  keyboard: Keyboard,
  shown: Locator,
  answer: readonly string[],
  options: readonly Labelled[],
): Promise<void> {
  const names = await shown.evaluateAll((inputs) =>
    inputs.map((input) => input.closest('label')?.querySelector('.text')?.textContent?.trim()),
  );
  for (const { id, text } of options)
    if (answer.includes(id)) await keyboard.press(String.fromCharCode(65 + names.indexOf(text.en)).toLowerCase());
}

/** Enters the right answer of a question on a picture by keys alone, and does not send it. */
export async function labelByKeys(keyboard: Keyboard, question: QuestionPage, asked: LabelQuestion): Promise<void> {
  if ('accept' in asked) return keyboard.type(asked.accept.en[0] ?? '');
  if (asked.task === 'name')
    return pressLetters(keyboard, question.region.getByRole('radio'), asked.answer, asked.options);
  if (asked.task === 'find') {
    await question.mark(asked.answer).focus();
    return keyboard.press('Enter');
  }
  const names = await question.region.getByRole('list', { name: 'Labels' }).getByRole('listitem').allInnerTexts();
  for (const { id } of asked.marks) {
    const text = asked.labels.find((label) => label.id === asked.answer[id])?.text.en ?? '';
    await question.mark(id).focus();
    await keyboard.press(String.fromCharCode(65 + names.findIndex((name) => name.endsWith(text))).toLowerCase());
    await keyboard.press('Enter');
  }
}

/** Answers the question on show rightly with keys alone; returns whether "next" is still to be pressed. */
export async function answerByKeys(page: Page, question: QuestionPage): Promise<boolean> {
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

/** Answers by not knowing until a plain card comes, and grades that. */
export async function gradeNextCard(page: Page, grade: string): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.locator('[data-question="open"]')).toBeVisible();
  const card = main.getByRole('button', { name: /^Show the answer/ });
  if (await card.isVisible()) {
    const asked = await main.locator('[data-question="open"]').getByRole('heading', { level: 2 }).innerText();
    await page.keyboard.press('Space');
    await page.keyboard.press(grade);
    // It stays until its grade is kept: whoever looks sooner takes it for the next one.
    await expect(main.getByRole('heading', { level: 2, name: asked, exact: true })).toBeHidden();
    return;
  }
  await page.keyboard.press('Alt+n');
  await expect(main.locator('[data-question="settled"]')).toBeVisible();
  await page.keyboard.press('Enter');
}
