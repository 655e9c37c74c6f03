import type { Locator, Page } from '@playwright/test';
import type { Question } from '../../core/domain/question.ts';
import { expect } from '../fixtures.ts';
import { callHost } from './call-host.ts';
import type { Hand } from './hand.ts';
import { NoteEditor } from './note-editor.ts';
import { QuestionPage } from './question.ts';

/** A course of the learner's own: made, asked, found, changed, and taken out and in again. */
export class OwnCourseStory {
  readonly main: Locator;
  readonly dialog: Locator;
  readonly editor: NoteEditor;

  constructor(
    private readonly page: Page,
    private readonly hand: Hand,
  ) {
    this.main = page.getByRole('main');
    this.dialog = page.getByRole('dialog');
    this.editor = new NoteEditor(page, hand);
  }

  heading(name: string): Locator {
    return this.main.getByRole('heading', { level: 1, name });
  }
  /** A place that stands at the side of every view. */
  go(place: string): Promise<void> {
    return this.hand.press(this.page.getByRole('navigation').getByRole('link', { name: place, exact: true }));
  }
  button(name: string | RegExp, within = this.main): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** A course, and in it a lesson whose editor is open. */
  async begin(title: string, lesson: string): Promise<void> {
    await this.go('Library');
    await expect(this.heading('Library')).toBeFocused();
    await this.hand.act('n', this.button('New course'));
    await this.hand.write(this.dialog.getByRole('textbox', { name: 'Title', exact: true }), title);
    await this.hand.act('Enter', this.button('Make the course', this.dialog));
    await expect(this.heading(title)).toBeFocused();
    await this.addLesson(lesson);
  }

  /** On the page of the course. */
  async addLesson(title: string): Promise<void> {
    await this.hand.act('n', this.button('New lesson'));
    await this.hand.write(this.dialog.getByRole('textbox', { name: 'Title of the lesson' }), title);
    await this.hand.act('Enter', this.button('Write it', this.dialog));
    await expect(this.heading('Write a lesson')).toBeVisible();
    await expect(this.editor.field('Text (Markdown)')).toBeFocused();
  }

  /** Its first section, with a list and a word that stands out. */
  async writeSection(heading: string, first: string, item: string): Promise<void> {
    const text = this.editor.field('Text (Markdown)');
    const marks = this.main.getByRole('toolbar', { name: 'Marks for Text (Markdown)' });
    await this.hand.write(text, `${first}\n\n${item}`);
    await this.hand.act('Control+Shift+8', this.button('list', marks));
    await expect(text).toHaveValue(`${first}\n\n- ${item}`);
    await this.hand.selectFirstWord(text);
    await this.hand.act('Control+b', this.button('bold', marks));
    await expect(text).toHaveValue(`**${first.replace(' ', '** ')}\n\n- ${item}`);
    const preview = this.main.getByRole('region', { name: 'As it will be read' });
    await expect(preview.locator('strong')).toHaveText(first.split(' ')[0]!);
    await expect(preview.getByRole('listitem')).toHaveText(item);
    await this.editor.write('Heading', heading);
  }

  /** Reads the lesson to its end, so that its questions are to be learned. */
  async read(course: string, lesson: string): Promise<void> {
    await expect(this.heading(course)).toBeFocused();
    await this.hand.press(this.main.getByRole('link', { name: lesson, exact: true }));
    await this.hand.press(this.button(/^Finish|^Continue/).first());
    await expect(this.main.getByText(/is finished$/).first()).toBeVisible();
  }

  /** Answers rightly whatever comes, until so many different questions were asked. */
  async answerAll(count: number): Promise<void> {
    const question = new QuestionPage(this.page, await this.#written());
    const kinds = new Set<string>();
    for (let left = 2 * count; kinds.size < count; left -= 1) {
      expect(left, `asked until now: ${[...kinds].join()}`).toBeGreaterThan(0);
      const shown = await question.region.elementHandle();
      kinds.add((await question.question()).kind);
      await this.hand.answer(question);
      await expect.poll(() => shown?.evaluate((element) => element.isConnected)).toBe(false);
    }
  }

  /** Of the learner's own course. */
  async courseId(): Promise<string> {
    return (await callHost(this.page, 'library.list', {})).courses.find(({ isOwn }) => isOwn)!.id;
  }

  /** What is asked in it, with the right answers. */
  async #written(): Promise<Question[]> {
    const { rows } = await callHost(this.page, 'card.list', {
      ...{ query: '', courseId: await this.courseId(), offset: 0, limit: 50 },
      sort: { by: 'taught', descending: false },
    });
    const notes = await Promise.all(rows.map(({ cardId }) => callHost(this.page, 'note.get', { cardId })));
    return notes.flatMap(({ question }) => (question ? [question.question as unknown as Question] : []));
  }

  /** While the first question is asked it is worded anew, and that is taken back. */
  async rewordAndUndo(was: string, becomes: string): Promise<void> {
    const open = this.main.locator('[data-question="open"]');
    const asked = (prompt: string) => open.getByRole('heading', { name: prompt, exact: true });
    await expect(asked(was)).toBeVisible();
    await this.hand.act('e', this.main.getByRole('link', { name: 'Edit', exact: true }));
    await this.editor.write('Question', becomes);
    await this.editor.save();
    await expect(asked(becomes)).toBeVisible();
    await this.hand.act('Control+z', this.button('Undo'));
    await this.hand.press(this.button('Take it back', this.dialog));
    await expect(asked(was)).toBeVisible();
  }

  /** From anywhere, by words of it. */
  async find(words: string, found: string): Promise<void> {
    await this.hand.act('Control+k', this.page.getByRole('button', { name: 'Search', exact: true }));
    await expect(this.dialog.getByRole('combobox')).toBeFocused();
    await this.page.keyboard.type(words);
    const option = this.dialog.getByRole('option', { selected: true });
    await expect(option).toContainText(found);
    await this.hand.act('Enter', option);
  }

  /** All questions of a course, in one go. */
  async tagAll(course: string, tag: string, count: number): Promise<void> {
    await this.hand.act('b', this.page.getByRole('navigation').getByRole('link', { name: 'Browse', exact: true }));
    const grid = this.page.getByRole('grid', { name: 'Cards' });
    await expect(grid).toBeVisible();
    await this.hand.act('/', this.page.getByRole('combobox', { name: 'Search the cards' }));
    await this.page.keyboard.type(`deck:${course} `);
    const told = (words: string) => this.page.getByRole('status').filter({ hasText: words }).first();
    await expect(told(`${count} cards`)).toBeVisible();
    // From the field to the list.
    await this.hand.act('Enter', grid.getByRole('row').nth(1));
    await this.hand.act('Control+a', this.button('Choose all', grid));
    const bar = this.page.getByRole('toolbar', { name: 'Chosen cards' });
    await expect(bar).toContainText(`${count} chosen`);
    await this.hand.act('t', bar.getByRole('button', { name: /^Tags/ }));
    await this.hand.write(this.dialog.getByRole('combobox', { name: 'Add' }), tag);
    await this.hand.act('Enter', this.button('Change tags', this.dialog));
    await expect(told(`Tags of ${count} notes changed.`)).toBeVisible();
    const side = this.page.getByRole('complementary', { name: 'Filters' });
    await expect(side.getByRole('button', { name: `${tag} ${count}`, exact: true })).toBeVisible();
  }

  /** As the folder of a course. */
  async takeOut(course: string, path: string): Promise<void> {
    await this.go('Library');
    await this.hand.press(this.main.getByRole('link', { name: course, exact: true }));
    await expect(this.heading(course)).toBeFocused();
    await this.hand.press(this.button('Export'));
    await this.hand.pick(this.dialog.getByRole('combobox', { name: 'As' }), 'Course folder (.zip)');
    await this.hand.write(this.dialog.getByRole('textbox', { name: 'To the file' }), path);
    await this.hand.press(this.button('Export', this.dialog));
    await expect(this.dialog.getByRole('status')).toContainText(/\.zip: \d+ notes/);
    await this.hand.act('Escape', this.button('Close', this.dialog));
    await expect(this.dialog).toBeHidden();
  }

  async remove(): Promise<void> {
    await this.hand.press(this.button('Remove course'));
    await expect(this.heading('Library')).toBeVisible();
  }

  /** Of a file, by the library. */
  async takeIn(path: string, told: string): Promise<void> {
    await this.hand.act('i', this.main.getByRole('link', { name: 'Import', exact: true }));
    await expect(this.heading('Import')).toBeVisible();
    // On the desktop the button opens the system's dialog, which is out of the page.
    await this.main.locator('input[type=file]').setInputFiles(path);
    await expect(this.main.getByText(told)).toBeVisible();
    await this.hand.press(this.button('Import the course'));
    await expect(this.main.getByText('All of it was taken in.')).toBeVisible();
  }
}
