import type { Client } from '../../../../core/api/client.ts';
import type { Output, Sent } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';

export type CardInfo = Output<'card.info'>;
export type CardReview = CardInfo['reviews'][number];
export type CardChangeMade = CardInfo['changes'][number];
export type WantedChange = Sent<'card.update'>['change'];

/** What is known of one card, what is done to it, and taken back. */
export class CardPage {
  readonly info: Loaded<CardInfo>;
  /** Done last, to be said and taken back. */
  last = $state.raw<{ readonly ref: string; readonly what: string; readonly undone: boolean } | null>(null);
  readonly #call: Client;
  readonly #cardId: string;
  readonly #task = new Task();
  readonly #onchange: () => void;

  /** @param onchange the card is not what it was: who asks it looks again */
  constructor(call: Client, cardId: string, onchange: () => void) {
    this.#call = call;
    this.#cardId = cardId;
    this.#onchange = onchange;
    this.info = new Loaded(() => call('card.info', { cardId }));
  }

  get busy(): boolean {
    return this.#task.running;
  }
  get error(): ErrorCode | null {
    return this.#task.error ?? this.info.error;
  }

  /** @param wordsOf the change as the history tells it */
  readonly change = (change: WantedChange, wordsOf: (made: CardChangeMade) => string): Promise<void> =>
    this.#do(async () => {
      await this.#call('card.update', { cardId: this.#cardId, change });
      await this.info.load();
      const made = this.info.value?.changes[0];
      this.last = made ? { ref: made.ref, what: wordsOf(made), undone: false } : null;
    });

  /** Takes an answer or a change back, or brings it back. */
  readonly undo = (ref: string, what: string): Promise<void> =>
    this.#do(async () => {
      const { undone } = await this.#call('history.undo', { ref });
      await this.info.load();
      this.last = { ref, what, undone };
    });

  async #do(work: () => Promise<void>): Promise<void> {
    await this.#task.run(work);
    this.#onchange();
  }
}
