import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { gradeNextCard } from './pages/answer-keys.ts';
import { chooseLook } from './pages/choose-look.ts';
import { KeyHand } from './pages/hand.ts';
import { NoteEditor } from './pages/note-editor.ts';
import { writeNineKinds } from './pages/ten-kinds.ts';

test.use({ locale: 'en-GB' });

const PICTURE = join(import.meta.dirname, '../docs/pictures/lesson.png');

test('by keys alone: a deck with a note of each kind, and two of them reviewed', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  const main = page.getByRole('main');
  const keys = new NoteEditor(page, new KeyHand(page));
  await page.evaluate(() => (location.hash = '#/library'));
  await expect(main.getByRole('heading', { level: 1, name: 'Library' })).toBeFocused();
  await page.keyboard.press('a');
  await expect(main.getByRole('heading', { level: 1, name: 'New note' })).toBeVisible();

  await keys.write('Name of the new deck', 'My deck');
  await writeNineKinds(keys);

  await keys.noteType('Front and back');
  await keys.write('Front', 'perihelion');
  await keys.write('Back', 'nearest to the Sun');
  await expect(page.frameLocator('iframe[title="Card"]').locator('#qa')).toContainText('perihelion');
  await keys.next();

  await keys.noteType('Text with gaps');
  await keys.write('Text', 'Pluto');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+Shift+c');
  await expect(main.getByRole('textbox', { name: 'Text' })).toHaveValue('{{c1::Pluto}}');
  await page.keyboard.press('Control+Enter');

  // Saved, and back where it began.
  await expect(main.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Added to “My deck”' })).toBeVisible();
  await expect(main.getByRole('link', { name: 'My deck', exact: true })).toBeVisible();
  await expect(main.getByText('11', { exact: true }).first()).toBeVisible();

  await main.getByRole('link', { name: 'My deck', exact: true }).focus();
  await page.keyboard.press('Enter');
  await main.getByRole('link', { name: /^Learn 11 new/ }).focus();
  await page.keyboard.press('Enter');
  for (const grade of ['4', '4']) {
    await gradeNextCard(page, grade);
  }
});

test('a note is changed while it is asked, and the change is taken back', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  const main = page.getByRole('main');
  const keys = new NoteEditor(page, new KeyHand(page));
  await page.evaluate(() => (location.hash = '#/add'));
  await keys.write('Name of the new deck', 'Moons');
  await keys.kind('Card');
  await keys.write('Question', 'Largest moon?');
  await keys.write('Answer', 'Ganymede');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Added to “Moons”' })).toBeVisible();
  await page.evaluate(() => (location.hash = '#/library'));
  await main.getByRole('link', { name: 'Moons', exact: true }).click();
  await main.getByRole('link', { name: /^Learn 1 new/ }).focus();
  await page.keyboard.press('Enter');
  await expect(main.getByRole('heading', { name: 'Largest moon?' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(main.getByRole('textbox', { name: 'Question' })).toHaveValue('Largest moon?');
  await keys.write('Question', 'The largest moon of Jupiter?');
  await page.keyboard.press('Control+Enter');
  const asked = main.locator('[data-question="open"]');
  await expect(asked.getByRole('heading', { name: 'The largest moon of Jupiter?' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).focus();
  await page.keyboard.press('Enter');
  await expect(asked.getByRole('heading', { name: 'Largest moon?', exact: true })).toBeVisible();
});

test('what was being written when the app was killed is there again, and gone once it is dropped', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => (location.hash = '#/add'));
  const keys = new NoteEditor(page, new KeyHand(page));
  await keys.write('Name of the new deck', 'Stars');
  await keys.kind('Typed');
  await keys.write('Question', 'Which star is nearest');
  await expect(page.getByRole('main').getByText(/^✓ Draft kept/)).toBeVisible();

  const again = await open({ crash: true });
  await again.evaluate(() => (location.hash = '#/add'));
  const main = again.getByRole('main');
  await main.getByRole('button', { name: 'Go on with “Which star is nearest”' }).click();
  await expect(main.getByRole('textbox', { name: 'Question' })).toHaveValue('Which star is nearest');
  await expect(main.getByRole('radio', { name: 'Typed' })).toBeChecked();
  await expect(main.getByRole('textbox', { name: 'Name of the new deck' })).toHaveValue('Stars');
  await again.keyboard.press('Escape');
  await again.evaluate(() => (location.hash = '#/add'));
  await main.getByRole('button', { name: 'Drop “Which star is nearest”' }).click();
  await expect(main.getByRole('region', { name: 'What you were writing' })).toBeHidden();
});

test('what is missing is said beside its field when it is saved', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => (location.hash = '#/add'));
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(main.getByText('Choose a deck, or name a new one.')).toBeVisible();
  await expect(main.getByRole('textbox', { name: 'Question' })).toHaveAccessibleDescription(
    'What is asked is missing.',
  );
  await expect(main.getByText('3 things are missing; they are marked.')).toBeVisible();
});

test('masks are put on a picture, moved, sized and named by keys, and each is a card', async ({ open }) => {
  const page = await open();
  await chooseLook(page, 'en', 'light');
  await page.evaluate(() => (location.hash = '#/add'));
  const main = page.getByRole('main');
  const keys = new NoteEditor(page, new KeyHand(page));
  await keys.write('Name of the new deck', 'Maps');
  await keys.noteType('Picture with masks');
  await main.getByRole('group', { name: 'Picture and masks' }).locator('input[type=file]').setInputFiles(PICTURE);
  await main.getByRole('button', { name: '+ Add one in the middle' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await main.getByRole('button', { name: /^Mask 2, Rectangle/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  const moved = main.getByRole('button', {
    name: 'Mask 2, Rectangle. 39 % from the left, 40 % from the top, 20 % wide, 16 % high',
  });
  await expect(moved).toBeFocused();
  await keys.write('Name of mask 2', 'here');
  await expect(main.getByText('2 cards come of it')).toBeVisible();
  await main.getByRole('button', { name: /^Mask 1, Rectangle/ }).focus();
  await page.keyboard.press('Delete');
  await expect(main.getByRole('button', { name: /^Mask 2, Rectangle: here/ })).toBeFocused();
  await expect(main.getByText('1 card comes of it')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Added to “Maps”' })).toBeVisible();
});
