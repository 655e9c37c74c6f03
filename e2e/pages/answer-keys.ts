import type { Keyboard, Locator } from '@playwright/test';
import type { Labelled, LabelQuestion } from '../../core/domain/question.ts';
import type { QuestionPage } from './question.ts';

/** Presses the letters of the right ones among the options as they are shown. */
export async function pressLetters(
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
