import type { Client } from '../../../core/api/client.ts';
import type { CardView, Outcome } from '../../../core/api/contract.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import type { Grade } from '../../../core/domain/grade.ts';
import type { Bilingual } from '../../../core/domain/question.ts';
import { AnswerDraft } from './answer-draft.svelte.ts';
import { keptDrafts } from './kept-drafts.ts';
import { Stopwatch } from './stopwatch.ts';
import { Task } from '../app/task.svelte.ts';

interface Surroundings {
  readonly call: Client;
  /** The session the answer belongs to; started when first needed. */
  readonly session: () => Promise<string>;
  /** Is the learner asked whether they are sure? Then an answer without a word about it is a sure one. */
  readonly asksSure?: () => boolean;
  readonly onoutcome?: (outcome: Outcome) => void;
  /** The host refused what was asked. @returns true where only the preview was of an earlier day, and is renewed now */
  readonly onrefused?: (code: ErrorCode) => Promise<boolean>;
}

/** One question from being asked to being settled. Holds no rules: the host decides verdict, grade and due date. */
export class QuestionRun {
  // $state.raw: replies are replaced, never mutated.
  card = $state.raw() as CardView;
  readonly draft: AnswerDraft;
  outcome = $state.raw<Outcome | null>(null);
  hint = $state.raw<Bilingual | null>(null);
  /** The other side of a card is shown. */
  revealed = $state(false);
  /** Why the card comes back when it does is shown. */
  showsWhy = $state(false);
  /** The learner said "I was right". */
  corrected = $state(false);
  readonly settled = $derived(this.outcome !== null && !this.outcome.tryAgain);
  /** The grade was not taken: its button promised what is not true any more, and now says what is. */
  newDay = $state(false);
  /** The learner said "I don't know". */
  gaveUp = $state(false);
  readonly canCheck = $derived.by(() => !this.busy && !this.settled && this.draft.ready);
  readonly canCorrect = $derived(
    this.settled &&
      !this.gaveUp &&
      !this.corrected &&
      !this.busy &&
      (this.outcome?.grade ?? 4) < 3 &&
      this.outcome?.verdict !== 'self',
  );
  /** A machine judges it, and it is still open. */
  readonly canGiveUp = $derived.by(() => this.card.kind !== 'card' && !this.settled && !this.busy);
  readonly canHint = $derived.by(
    () => this.card.hasHint && this.hint === null && !this.settled && !this.busy && !this.revealed,
  );
  readonly #around: Surroundings;
  /** Runs while the question is seen. */
  readonly watch = new Stopwatch();
  readonly #task = new Task((code) => this.#refused(code));
  #revision: number;
  #unsure = false;

  /** The card's revision as far as this question knows. */
  get revision(): number {
    return this.#revision;
  }
  get busy(): boolean {
    return this.#task.running;
  }
  get error(): ErrorCode | null {
    return this.#task.error;
  }

  constructor(card: CardView, around: Surroundings) {
    this.card = card;
    this.draft = new AnswerDraft(card);
    keptDrafts.restore(this.draft);
    this.#revision = card.revision;
    this.#around = around;
  }

  get asksSure(): boolean {
    return this.#around.asksSure?.() ?? false;
  }

  /** @param unsure the learner says that they are not sure */
  readonly check = (unsure = false): Promise<void> => {
    if (!this.canCheck) return Promise.resolve();
    this.#unsure = unsure;
    return this.#answer({ response: this.draft.response(), ...this.#said() });
  };
  readonly giveUp = async (): Promise<void> => {
    if (!this.canGiveUp) return;
    await this.#answer({ unknown: true });
    this.gaveUp = this.settled;
  };
  /** The learner's own grade, with what its button promised where that is a day. */
  readonly grade = async (grade: Grade): Promise<void> => {
    const { due, days } = this.card.intervals[grade];
    if (!this.settled) await this.#answer({ grade, ...(days !== undefined && { due }), ...this.#said() });
  };
  /** A new study day has begun: what the buttons promised is not true any more. */
  readonly renewPreview = ({ intervals }: CardView): void => {
    this.card = { ...this.card, intervals };
  };
  readonly reveal = (unsure = false): void => {
    this.#unsure = unsure;
    this.revealed = true;
  };

  readonly correct = async (): Promise<void> => {
    if (!this.canCorrect) return;
    await this.#task.run(async () => {
      const outcome = await this.#around.call('study.correct', { ...(await this.#subject()) });
      this.corrected = true;
      this.#settle(outcome);
    });
  };

  readonly showHint = async (): Promise<void> => {
    if (!this.canHint) return;
    await this.#task.run(async () => {
      const { hint, revision } = await this.#around.call('study.hint', await this.#subject());
      this.hint = hint;
      this.#revision = revision;
    });
  };

  /** Keeps what is entered over a reload, until it is answered. */
  readonly keepDraft = (): void => {
    if (this.settled) keptDrafts.forget(this.card.cardId);
    else keptDrafts.keep(this.draft, this.#revision);
  };

  /** The host is back: what could not be sent can be sent again. */
  readonly recover = (): void => void this.#task.recover();

  #answer(
    given:
      | { response: ReturnType<AnswerDraft['response']>; sure?: boolean }
      | { grade: Grade; due?: number; sure?: boolean }
      | { unknown: true },
  ): Promise<void> {
    return this.#task.run(async () => {
      const elapsedMs = Math.min(86_400_000, this.watch.ms);
      this.#settle(
        await this.#around.call('study.answer', { ...(await this.#subject()), ...given, elapsedMs } as never),
      );
    });
  }

  async #subject(): Promise<{ sessionId: string; cardId: string; revision: number }> {
    return { sessionId: await this.#around.session(), cardId: this.card.cardId, revision: this.#revision };
  }

  /** What the learner said of being sure; nothing where they were not asked and said nothing. */
  #said(): { sure?: boolean } {
    if (this.#unsure) return { sure: false };
    return this.asksSure ? { sure: true } : {};
  }

  #settle(outcome: Outcome): void {
    this.outcome = outcome;
    this.#revision = outcome.revision;
    this.keepDraft();
    this.#around.onoutcome?.(outcome);
  }

  async #refused(code: ErrorCode): Promise<boolean> {
    this.newDay = (await this.#around.onrefused?.(code)) ?? false;
    return this.newDay;
  }
}
