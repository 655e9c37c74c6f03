import { expect, type Page } from '@playwright/test';

/** Writing notes by keys alone. A field is looked for by its name and given the focus, as Tab would. */
export class EditorKeys {
  constructor(private readonly page: Page) {}

  async write(name: string, text: string): Promise<void> {
    const field = this.page.getByRole('main').getByRole('textbox', { name, exact: true });
    await field.focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    await expect(field).toHaveValue(text);
  }

  /** Chooses a kind among the radio buttons by arrows. */
  async kind(name: string): Promise<void> {
    const kinds = this.page.getByRole('group', { name: 'Kind of question' });
    const wanted = kinds.getByRole('radio', { name, exact: true });
    const all = await kinds.getByRole('radio').count();
    const checked = kinds.locator('input:checked');
    await ((await checked.count()) > 0 ? checked : kinds.getByRole('radio').first()).focus();
    await this.page.keyboard.press('Space');
    for (let i = 0; i < all && !(await wanted.isChecked()); i++) await this.page.keyboard.press('ArrowRight');
    await expect(wanted).toBeChecked();
  }

  async noteType(name: string): Promise<void> {
    const types = this.page.getByRole('main').getByRole('combobox', { name: 'or a note type' });
    await types.focus();
    await types.selectOption({ label: name });
  }

  async mark(name: string, key = 'Space'): Promise<void> {
    const field = this.page.getByRole('main').locator(`label:has-text("${name}") input`);
    await field.focus();
    await this.page.keyboard.press(key);
    await expect(field).toBeChecked();
  }

  /** Saves, and begins another one. */
  async next(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+Enter');
    await expect(this.page.getByRole('main').getByText(/^✓ Added to/)).toBeVisible();
    await expect(this.page.locator('[data-first]')).toBeFocused();
  }

  /** Answers by not knowing until a plain card comes, and grades that. */
  async untilCard(grade: string): Promise<void> {
    const main = this.page.getByRole('main');
    await expect(main.locator('[data-question="open"]')).toBeVisible();
    const card = main.getByRole('button', { name: /^Show the answer/ });
    if (await card.isVisible()) {
      const asked = await main.locator('[data-question="open"]').getByRole('heading', { level: 2 }).innerText();
      await this.page.keyboard.press('Space');
      await this.page.keyboard.press(grade);
      // It stays until its grade is kept: whoever looks sooner takes it for the next one.
      await expect(main.getByRole('heading', { level: 2, name: asked, exact: true })).toBeHidden();
      return;
    }
    await this.page.keyboard.press('Alt+n');
    await expect(main.locator('[data-question="settled"]')).toBeVisible();
    await this.page.keyboard.press('Enter');
  }
}
