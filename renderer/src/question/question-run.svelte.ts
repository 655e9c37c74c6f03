import type { Client } from '../../../core/api/client.ts';
import type { CardView, Outcome } from '../../../core/api/contract.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import type { Bilingual } from '../../../core/domain/question.ts';
import { AnswerDraft } from './answer-draft.svelte.ts';
import { codeOf } from '../app/failure.ts';

export type Grade = 1 | 2 | 3 | 4;

interface Surroundings {
  readonly call: Client;
  /** The session the answer belongs to; started when first needed. */
  readonly session: () => Promise<string>;
  readonly onoutcome?: (outcome: Outcome) => void;
}

/** One question from being asked to being settled. Holds no rules: the host decides verdict, grade and due date. */
export class QuestionRun {
  readonly card: CardView;
  readonly draft: AnswerDraft;
  // $state.raw: replies are replaced, never mutated.
  outcome = $state.raw<Outcome | null>(null);
  hint = $state.raw<Bilingual | null>(null);
  error = $state.raw<ErrorCode | null>(null);
  /** The other side of a card is shown. */
  revealed = $state(false);
  busy = $state(false);
  /** The learner said "I was right". */
  corrected = $state(false);
  readonly settled = $derived(this.outcome !== null && !this.outcome.tryAgain);
  readonly canCheck = $derived.by(() => !this.busy && !this.settled && this.draft.ready);
  readonly canCorrect = $derived(
    this.settled && !this.corrected && !this.busy && (this.outcome?.grade ?? 4) < 3 && this.outcome?.verdict !== 'self',
  );
  readonly canHint = $derived.by(
    () => this.card.hasHint && this.hint === null && !this.settled && !this.busy && !this.revealed,
  );
  readonly #around: Surroundings;
  readonly #since = performance.now();
  #revision: number;

  constructor(card: CardView, around: Surroundings) {
    this.card = card;
    this.draft = new AnswerDraft(card);
    this.#revision = card.revision;
    this.#around = around;
  }

  readonly check = (): Promise<void> =>
    this.canCheck ? this.#answer({ response: this.draft.response() }) : Promise.resolve();
  readonly grade = (grade: Grade): Promise<void> => (this.settled ? Promise.resolve() : this.#answer({ grade }));
  readonly reveal = (): void => {
    this.revealed = true;
  };

  readonly correct = (): Promise<void> =>
    this.#guard(async () => {
      if (!this.canCorrect) return;
      const outcome = await this.#around.call('study.correct', { ...(await this.#subject()) });
      this.corrected = true;
      this.#settle(outcome);
    });

  readonly showHint = (): Promise<void> =>
    this.#guard(async () => {
      if (!this.canHint) return;
      const { hint, revision } = await this.#around.call('study.hint', await this.#subject());
      this.hint = hint;
      this.#revision = revision;
    });

  /** The host is back: what could not be sent can be sent again. */
  readonly backOnline = (): void => {
    if (this.error === 'not-reachable') this.error = null;
  };

  #answer(given: { response: ReturnType<AnswerDraft['response']> } | { grade: Grade }): Promise<void> {
    return this.#guard(async () => {
      const elapsedMs = Math.min(86_400_000, Math.round(performance.now() - this.#since));
      this.#settle(
        await this.#around.call('study.answer', { ...(await this.#subject()), ...given, elapsedMs } as never),
      );
    });
  }

  async #subject(): Promise<{ sessionId: string; cardId: string; revision: number }> {
    return { sessionId: await this.#around.session(), cardId: this.card.cardId, revision: this.#revision };
  }

  #settle(outcome: Outcome): void {
    this.outcome = outcome;
    this.#revision = outcome.revision;
    this.#around.onoutcome?.(outcome);
  }

  /** One thing at a time: a second key press while an answer is on its way does nothing. */
  async #guard(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    try {
      const pending = work();
      this.busy = true;
      await pending;
      this.error = null;
    } catch (error) {
      this.error = codeOf(error);
    } finally {
      this.busy = false;
    }
  }
}
