import { expect, type Locator, type Page } from '@playwright/test';
import { answerByKeys } from './answer-keys.ts';
import type { QuestionPage } from './question.ts';

/** One way to use the app. A story that is told by it is the same by keys and by mouse. */
export interface Hand {
  /** What has a key and a button. @param at where the focus must be for the key */
  act(key: string, button: Locator, at?: Locator): Promise<void>;
  press(target: Locator): Promise<void>;
  /** In the place of what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** Of a text of one paragraph. */
  selectFirstWord(field: Locator): Promise<void>;
  /** A radio button or checkbox. */
  tick(input: Locator): Promise<void>;
  /** An entry of a list that drops down. */
  pick(list: Locator, entry: string): Promise<void>;
  /** A file, by a button that asks for one. */
  bring(button: Locator, path: string): Promise<void>;
  /** A rectangle on a picture, as the next of its places. @param left share of the picture's width, at most 0.4 */
  draw(picture: Locator, number: number, left: number): Promise<void>;
  /** Rightly, and goes on to the next question. */
  answer(question: QuestionPage): Promise<void>;
}

async function byChooser(page: Page, path: string, press: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press()]);
  await chooser.setFiles(path);
}

/** Keys alone. A field or button gets the focus, as Tab would give it. */
export class KeyHand implements Hand {
  constructor(private readonly page: Page) {}

  async act(key: string, _button: Locator, at?: Locator): Promise<void> {
    await at?.focus();
    await this.page.keyboard.press(key);
  }
  async press(target: Locator): Promise<void> {
    await target.focus();
    await this.page.keyboard.press('Enter');
  }
  async write(field: Locator, text: string): Promise<void> {
    await field.focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    await expect(field).toHaveValue(text);
  }
  async selectFirstWord(field: Locator): Promise<void> {
    await field.focus();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.press('Control+Shift+ArrowRight');
  }
  async tick(input: Locator): Promise<void> {
    await input.focus();
    await this.page.keyboard.press('Space');
    await expect(input).toBeChecked();
  }
  async pick(list: Locator, entry: string): Promise<void> {
    await expect(list.getByRole('option', { name: entry, exact: true })).toBeAttached();
    await list.focus();
    await this.page.keyboard.type(entry);
    await expect(list.locator('option:checked')).toHaveText(entry);
  }
  bring(button: Locator, path: string): Promise<void> {
    return byChooser(this.page, path, () => this.press(button));
  }
  async draw(picture: Locator, number: number, left: number): Promise<void> {
    await this.press(picture.getByRole('button', { name: '+ Add one in the middle' }));
    await picture.getByRole('button', { name: new RegExp(`^Mask ${number}, Rectangle`) }).focus();
    for (let share = 40; share > left * 100; share -= 1) await this.page.keyboard.press('ArrowLeft');
  }
  async answer(question: QuestionPage): Promise<void> {
    if (await answerByKeys(this.page, question)) await this.page.keyboard.press('Space');
  }
}

/** The mouse alone, and typing of text. */
export class MouseHand implements Hand {
  constructor(private readonly page: Page) {}

  act(_key: string, button: Locator): Promise<void> {
    return button.click();
  }
  press(target: Locator): Promise<void> {
    return target.click();
  }
  async write(field: Locator, text: string): Promise<void> {
    // The third click takes the whole line.
    await field.click({ clickCount: 3 });
    await this.page.keyboard.type(text);
    await expect(field).toHaveValue(text);
  }
  selectFirstWord(field: Locator): Promise<void> {
    return field.dblclick({ position: { x: 24, y: 20 } });
  }
  async tick(input: Locator): Promise<void> {
    await input.locator('xpath=ancestor::label').click();
    await expect(input).toBeChecked();
  }
  async pick(list: Locator, entry: string): Promise<void> {
    // The list that drops down is the system's, out of the page.
    await list.click();
    await list.selectOption({ label: entry });
  }
  bring(button: Locator, path: string): Promise<void> {
    return byChooser(this.page, path, () => this.press(button));
  }
  async draw(picture: Locator, _number: number, left: number): Promise<void> {
    const box = (await picture.getByRole('img').or(picture.locator('img')).first().boundingBox())!;
    const { mouse } = this.page;
    await mouse.move(box.x + box.width * left, box.y + box.height * 0.4);
    await mouse.down();
    await mouse.move(box.x + box.width * (left + 0.2), box.y + box.height * 0.55, { steps: 4 });
    await mouse.up();
  }
  async answer(question: QuestionPage): Promise<void> {
    await question.answerAndGoOn();
  }
}
