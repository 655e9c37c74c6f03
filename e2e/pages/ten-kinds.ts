import { expect, type Page } from '@playwright/test';
import type { EditorKeys } from './editor-keys.ts';

/** Writes a note of each kind of question by keys, all but the one on a picture, and begins another. @returns how many cards they make */
export async function writeNineKinds(page: Page, keys: EditorKeys): Promise<number> {
  const main = page.getByRole('main');
  const rows = async (label: string, texts: readonly string[]) => {
    for (const [at, text] of texts.entries()) await keys.write(`${label} ${at + 1}`, text);
  };
  await keys.kind('Card');
  await keys.write('Question', 'What is a comet made of?');
  await keys.write('Answer', 'Ice and dust');
  await keys.next();

  await keys.kind('Gaps');
  await keys.write('Question', 'Halley returns every 76 years');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+c');
  await expect(main.getByRole('textbox', { name: 'Question' })).toHaveValue(/\{\{1\}\}years$/);
  await expect(main.getByRole('textbox', { name: 'Accepted in gap 1' })).toHaveValue('76');
  await keys.next();

  await keys.kind('Choice');
  await keys.write('Question', 'Which planet is the largest?');
  await rows('Option', ['Jupiter', 'Saturn', 'Neptune']);
  await keys.mark('Option 1 is right');
  await keys.next();

  await keys.kind('Several');
  await keys.write('Question', 'Which have rings?');
  await rows('Option', ['Saturn', 'Uranus', 'Venus']);
  await keys.mark('Option 1 is right');
  await keys.mark('Option 2 is right');
  await keys.next();

  await keys.kind('Typed');
  await keys.write('Question', 'Which galaxy is ours?');
  await keys.write('Accepted answers', 'Milky Way');
  await keys.next();

  await keys.kind('Number');
  await keys.write('Question', 'How many planets are there?');
  await keys.write('Answer', '8');
  await keys.next();

  await keys.kind('Date');
  await keys.write('Question', 'When did people land on the Moon?');
  await keys.write('Date', '1969-07-20');
  await keys.next();

  await keys.kind('Order');
  await keys.write('Question', 'From the Sun outwards?');
  await rows('Item', ['Venus', 'Mercury', 'Earth']);
  await main.getByRole('textbox', { name: 'Item 2' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(main.getByRole('textbox', { name: 'Item 1' })).toHaveValue('Mercury');
  await expect(main.getByRole('textbox', { name: 'Item 1' })).toBeFocused();
  await keys.next();

  await keys.kind('Pairs');
  await keys.write('Question', 'Whose moons are they?');
  await rows('Left side', ['Titan', 'Io', 'Phobos']);
  await rows('Right side', ['Saturn', 'Jupiter', 'Mars']);
  await keys.next();
  return 9;
}

/** The same, and one on a picture, which stays open, saved. */
export async function writeTenKinds(page: Page, keys: EditorKeys, picture: string): Promise<number> {
  const main = page.getByRole('main');
  const cards = await writeNineKinds(page, keys);
  await keys.noteType('Picture with masks');
  await main.getByRole('group', { name: 'Picture and masks' }).locator('input[type=file]').setInputFiles(picture);
  await main.getByRole('button', { name: '+ Add one in the middle' }).focus();
  await page.keyboard.press('Enter');
  await keys.write('Name of mask 1', 'here');
  await expect(main.getByText('1 card comes of it')).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(main.getByText(/^✓ Added to/)).toBeVisible();
  return cards + 1;
}
