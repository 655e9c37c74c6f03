import { expect } from '@playwright/test';
import type { NoteEditor } from './note-editor.ts';

/** Writes a note of each kind of question, all but the one on a picture, and begins another. @returns how many cards they make */
export async function writeNineKinds(editor: NoteEditor): Promise<number> {
  const { main, hand } = editor;
  const rows = async (label: string, texts: readonly string[]) => {
    for (const [at, text] of texts.entries()) await editor.write(`${label} ${at + 1}`, text);
  };
  await editor.kind('Card');
  await editor.write('Question', 'What is a comet made of?');
  await editor.write('Answer', 'Ice and dust');
  await editor.next();

  await editor.kind('Gaps');
  await editor.write('Question', '76 years after it came Halley returns');
  await hand.selectFirstWord(editor.field('Question'));
  await hand.act('Control+Shift+c', main.getByRole('button', { name: 'Make a gap' }));
  await expect(editor.field('Question')).toHaveValue('{{1}} years after it came Halley returns');
  await expect(editor.field('Accepted in gap 1')).toHaveValue('76');
  await editor.next();

  await editor.kind('Choice');
  await editor.write('Question', 'Which planet is the largest?');
  await rows('Option', ['Jupiter', 'Saturn', 'Neptune']);
  await editor.mark('Option 1 is right');
  await editor.next();

  await editor.kind('Several');
  await editor.write('Question', 'Which have rings?');
  await rows('Option', ['Saturn', 'Uranus', 'Venus']);
  await editor.mark('Option 1 is right');
  await editor.mark('Option 2 is right');
  await editor.next();

  await editor.kind('Typed');
  await editor.write('Question', 'Which galaxy is ours?');
  await editor.write('Accepted answers', 'Milky Way');
  await editor.next();

  await editor.kind('Number');
  await editor.write('Question', 'How many planets are there?');
  await editor.write('Answer', '8');
  await editor.next();

  await editor.kind('Date');
  await editor.write('Question', 'When did people land on the Moon?');
  await editor.write('Date', '1969-07-20');
  await editor.next();

  await editor.kind('Order');
  await editor.write('Question', 'From the Sun outwards?');
  await rows('Item', ['Venus', 'Mercury', 'Earth']);
  await hand.act('Alt+ArrowUp', main.getByRole('button', { name: 'Item 2: further up' }), editor.field('Item 2'));
  await expect(editor.field('Item 1')).toHaveValue('Mercury');
  await editor.next();

  await editor.kind('Pairs');
  await editor.write('Question', 'Whose moons are they?');
  await rows('Left side', ['Titan', 'Io', 'Phobos']);
  await rows('Right side', ['Saturn', 'Jupiter', 'Mars']);
  await editor.next();
  return 9;
}

/** The same, and one on a picture. */
export async function writeTenKinds(editor: NoteEditor, picture: string): Promise<number> {
  const { main, hand } = editor;
  const cards = await writeNineKinds(editor);
  await editor.kind('On a picture');
  await editor.write('Question', 'Where is the menu?');
  await hand.tick(main.getByRole('radiogroup', { name: 'What is asked' }).getByRole('radio', { name: 'Find a place' }));
  const box = main.getByRole('group', { name: 'Picture and places' });
  await hand.bring(box.getByRole('button', { name: 'Choose a picture' }), picture);
  await hand.draw(box, 1, 0.1);
  await hand.draw(box, 2, 0.4);
  await editor.write('Name of place 1 (English)', 'Menu');
  await editor.write('Name of place 2 (English)', 'Page');
  await editor.next();
  return cards + 1;
}
