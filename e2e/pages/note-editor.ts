import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from './hand.ts';

/** The page on which notes are written. */
export class NoteEditor {
  readonly main: Locator;

  constructor(
    readonly page: Page,
    readonly hand: Hand,
  ) {
    this.main = page.getByRole('main');
  }

  field(name: string): Locator {
    return this.main.getByRole('textbox', { name, exact: true });
  }
  write(name: string, text: string): Promise<void> {
    return this.hand.write(this.field(name), text);
  }
  kind(name: string): Promise<void> {
    return this.hand.tick(
      this.main.getByRole('group', { name: 'Kind of question' }).getByRole('radio', { name, exact: true }),
    );
  }
  noteType(name: string): Promise<void> {
    return this.hand.pick(this.main.getByRole('combobox', { name: 'or a note type' }), name);
  }
  mark(name: string): Promise<void> {
    return this.hand.tick(this.main.locator(`label:has-text("${name}") input`));
  }

  /** Saves, and begins another one. */
  async next(): Promise<void> {
    await this.hand.act('Control+Shift+Enter', this.main.getByRole('button', { name: 'Save and add another' }));
    await expect(this.main.getByText(/^✓ Added to/)).toBeVisible();
    await expect(this.page.locator('[data-first]')).toBeFocused();
  }

  /** Saves, and goes back to where one came from. */
  save(): Promise<void> {
    return this.hand.act('Control+Enter', this.main.getByRole('button', { name: 'Save', exact: true }));
  }
}
