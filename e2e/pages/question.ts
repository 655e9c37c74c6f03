import { expect, type Locator, type Page } from '@playwright/test';
import type { ChoiceQuestion, LabelQuestion, Question } from '../../core/domain/question.ts';
import { questionOf, writtenAnswers } from './course-knowledge.ts';

/** The question on the page, in English, as a learner uses it. */
export class QuestionPage {
  constructor(
    private readonly page: Page,
    /** What is known of the questions that may be asked. */
    private readonly known?: readonly Question[],
  ) {}

  get region(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('region')
      .filter({ has: this.page.getByRole('heading', { level: 2 }) })
      .first();
  }
  get verdict(): Locator {
    return this.region.getByRole('status');
  }
  async prompt(): Promise<string> {
    return this.region.getByRole('heading', { level: 2 }).innerText();
  }
  async question(): Promise<Question> {
    return questionOf(await this.prompt(), this.known);
  }

  /** Answers rightly, whatever its kind, and waits for the verdict; a card is shown and graded, and its grade acknowledged. */
  async answerRightly(grade = 'Good'): Promise<Question> {
    const question = await this.question();
    await this.#fill(question);
    if (question.kind === 'card') {
      await this.region.getByRole('button', { name: /^(Show the answer|Sure: show)/ }).click();
      const button = this.region.getByRole('button', { name: new RegExp(`^${grade}`) });
      await button.click();
      await expect(button).toBeHidden();
    } else {
      await this.region
        .getByRole('button', { name: /^(Check|Sure: check)/ })
        .last()
        .click();
      await this.verdict.filter({ hasText: /\S/ }).waitFor();
    }
    return question;
  }

  /** Enters the right answer of a question that a machine judges, and does not send it. */
  async enterRightly(): Promise<Question> {
    const question = await this.question();
    await this.#fill(question);
    return question;
  }

  /** In a review: answers rightly and goes on, until the next question or the summary is there. A card goes on by itself. */
  answerAndGoOn(grade = 'Good'): Promise<Question> {
    return this.#untilNext(async () => {
      const question = await this.answerRightly(grade);
      if (question.kind !== 'card') await this.#goOn();
      return question;
    });
  }

  /** In a review: says that it is not known, and goes on, until the next question or the summary is there. */
  giveUpAndGoOn(): Promise<void> {
    return this.#untilNext(async () => {
      await this.page.keyboard.press('n');
      await expect(this.verdict).toContainText('Not known');
      await this.#goOn();
    });
  }

  #goOn(): Promise<void> {
    return this.region.getByRole('button', { name: /^Next/ }).click();
  }

  async #untilNext<T>(answer: () => Promise<T>): Promise<T> {
    // The same card may come again at once, so it is the element that tells one question from the next.
    const shown = await this.region.elementHandle();
    const answered = await answer();
    await expect.poll(() => shown?.evaluate((element) => element.isConnected)).toBe(false);
    await this.region.or(this.#over).first().waitFor();
    return answered;
  }

  get #over(): Locator {
    return this.page.getByRole('heading', { name: 'Done for now' });
  }

  isOver(): Promise<boolean> {
    return this.#over.isVisible();
  }

  async #fill(question: Question): Promise<void> {
    const { region } = this;
    switch (question.kind) {
      case 'typed':
      case 'number':
      case 'date':
        return region.getByRole('textbox').fill(writtenAnswers(question)[0] ?? '');
      case 'cloze':
        for (const [index, text] of writtenAnswers(question).entries())
          await region.getByRole('textbox', { name: `Gap ${index + 1}` }).fill(text);
        return;
      case 'choice':
      case 'choices':
        return this.#choose(question, question.kind === 'choice' ? 'radio' : 'checkbox');
      case 'label':
        return this.#label(question);
      case 'order':
        return this.#sort(question.items.map(({ text }) => text.en));
      case 'match':
        return this.#match(question);
      case 'card':
        return;
    }
  }

  async #choose({ options, answer }: Pick<ChoiceQuestion, 'options' | 'answer'>, role: 'radio' | 'checkbox') {
    for (const { id, text } of options)
      if (answer.includes(id)) await this.region.getByRole(role, { name: text.en, exact: true }).check();
  }

  async #label(question: LabelQuestion): Promise<void> {
    if ('accept' in question) return this.region.getByRole('textbox').fill(question.accept.en[0] ?? '');
    if (question.task === 'name') return this.#choose(question, 'radio');
    if (question.task === 'find') return this.mark(question.answer).click();
    for (const { id } of question.marks) {
      const label = question.labels.find((one) => one.id === question.answer[id]);
      await this.region
        .getByRole('list', { name: 'Labels' })
        .getByText(label?.text.en ?? '', { exact: true })
        .click();
      await this.mark(id).click();
    }
  }

  /** A mark of the picture that the question asks on. */
  mark(id: string): Locator {
    return this.region.locator(`[data-item="${id}"]`);
  }

  async #sort(wanted: readonly string[]): Promise<void> {
    for (const [place, text] of wanted.entries()) {
      const up = this.region.getByRole('button', { name: `Move up: ${text}`, exact: true });
      while (
        !(await this.region
          .getByRole('button', { name: `${text}, ${place + 1} of ${wanted.length}`, exact: true })
          .isVisible())
      )
        await up.click();
    }
    const asItIs = this.region.getByRole('checkbox', { name: 'The order is right as it is' });
    if (await asItIs.isEnabled()) await asItIs.check();
  }

  async #match(question: Extract<Question, { kind: 'match' }>): Promise<void> {
    const these = this.region.getByRole('list', { name: 'Match these' });
    const those = this.region.getByRole('list', { name: 'with these' });
    for (const [at, { id }] of question.left.entries()) {
      const at2 = question.right.find((right) => right.id === question.answer[id]);
      await these.getByRole('listitem').nth(at).getByRole('button').first().click();
      await those.getByText(at2?.text.en ?? '', { exact: true }).click();
    }
  }
}
