import type { ErrorCode } from '../../../../core/domain/errors.ts';
import type { Client } from '../../../../core/api/client.ts';
import type { Output, Sent } from '../../../../core/api/contract.ts';
import { Task } from '../../app/task.svelte.ts';
import { t } from '../../i18n/locale.svelte.ts';
import { changedWords } from './changed-words.ts';
import type { Chosen } from './chosen-cards.svelte.ts';

export type Change = Sent<'card.change'>['change'];

/** What a form that asks for a change is given. */
export interface ChangeForm {
  /** How many cards, or notes, it is about. */
  readonly count: number;
  readonly busy: boolean;
  readonly error: ErrorCode | null;
  readonly onchange: (change: Change) => void;
  readonly onclose: () => void;
}

interface News {
  readonly words: string;
  /** The step that can be taken back, or brought back. */
  readonly ref: string | null;
  readonly undone: boolean;
}

/** Between two looks at how far a change is, ms: one that takes less is not told of. */
const LOOK_EVERY_MS = 300;

/** What is done to many cards at once: each is one step, which is taken back and brought back whole. */
export class CardChanges {
  news = $state.raw<News | null>(null);
  /** How far a change is that takes its time. */
  work = $state.raw<Output<'card.changing'>['work']>(null);
  readonly task = new Task();
  readonly #call: Client;
  readonly #onchange: () => void;
  #did = '';

  constructor(call: Client, onchange: () => void) {
    this.#call = call;
    this.#onchange = onchange;
  }

  /** @returns what came of it; undefined where it failed, or something else is being done */
  readonly change = async (of: Chosen, change: Change): Promise<Output<'card.change'> | undefined> => {
    const done = await this.task.run(() => this.#watched(() => this.#call('card.change', { of, change })));
    if (!done) return undefined;
    this.#did = changedWords(change, done);
    this.news = { words: this.#did, ref: done.ref, undone: false };
    this.#onchange();
    return done;
  };

  /** Ends the change that goes on, where nothing is written yet. */
  readonly cancel = async (): Promise<void> => {
    await this.#call('card.cancel', {}).catch(() => undefined);
  };

  /** Takes back what was done last, or brings it back. */
  readonly undo = async (): Promise<void> => {
    const { ref } = this.news ?? {};
    if (ref == null) return;
    const taken = await this.task.run(() => this.#call('history.undo', { ref }));
    if (!taken) return;
    this.news = { words: taken.undone ? t('browse.undone') : this.#did, ref, undone: taken.undone };
    this.#onchange();
  };

  readonly forget = (): void => {
    this.news = null;
    this.task.error = null;
  };

  async #watched<T>(change: () => Promise<T>): Promise<T> {
    const looking = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    try {
      return await change();
    } finally {
      clearInterval(looking);
      this.work = null;
    }
  }

  async #look(): Promise<void> {
    const { work } = await this.#call('card.changing', {}).catch(() => ({ work: null }));
    if (this.task.running) this.work = work;
  }
}
