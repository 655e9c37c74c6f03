import type { Client } from '../../../../core/api/client.ts';
import type { Outcome, Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { codeOf } from '../../app/failure.ts';
import { AnswerDraft } from '../../question/answer-draft.svelte.ts';
import { enterSolution } from './solved-draft.ts';

/** A question as it is shown to somebody who does not know it: nothing is entered, and what is right stands there. */
export interface PreviewedQuestion {
  readonly card: Output<'card.preview'>['card'];
  readonly draft: AnswerDraft;
  readonly outcome: Outcome | null;
  readonly settled: boolean;
  readonly revealed: boolean;
  readonly check: () => Promise<void>;
}

/** The card of the row the learner is at. The one before stays until it is there. */
export class Previewed {
  question = $state.raw<PreviewedQuestion | null>(null);
  error = $state.raw<ErrorCode | null>(null);
  readonly #call: Client;
  #wanted: string | null = null;

  constructor(call: Client) {
    this.#call = call;
  }

  readonly load = async (cardId: string): Promise<void> => {
    this.#wanted = cardId;
    try {
      const preview = await this.#call('card.preview', { cardId });
      if (this.#wanted !== cardId) return;
      this.question = questionOf(preview);
      this.error = null;
    } catch (error) {
      if (this.#wanted === cardId) this.error = codeOf(error);
    }
  };

  readonly leave = (): void => {
    this.#wanted = null;
    this.question = null;
    this.error = null;
  };
}

const NO_PROGRESS = { done: 0, left: 0, repeats: 0, learning: 0, review: 0, new: 0 };

function questionOf({ card, solved }: Output<'card.preview'>): PreviewedQuestion {
  const { cardId, revision } = card;
  const draft = new AnswerDraft(card);
  const outcome: Outcome | null = solved && {
    ...{ ...solved, parts: enterSolution(draft, solved.parts), cardId, revision, tryAgain: false },
    ...{ grade: null, due: null, why: null, progress: NO_PROGRESS },
  };
  return { card, draft, outcome, settled: true, revealed: true, check: () => Promise.resolve() };
}
