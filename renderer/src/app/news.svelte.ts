import type { Client } from '../../../core/api/client.ts';
import { Task } from './task.svelte.ts';

interface Owner {
  readonly call: Client;
  readonly library: { readonly load: () => Promise<void> };
  readonly router: { readonly arrive: () => void };
}

/** What was done last on a page that made way, and the way back from it. */
export class News {
  /** `undone`: what is said once it is taken back; null where nothing can be. */
  said = $state.raw<{ readonly words: string; readonly undone: string | null } | null>(null);
  /** Grows when something was taken back: what is on show reads itself anew. */
  turn = $state(0);
  readonly task = new Task();
  readonly #owner: Owner;
  #moves = 0;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  readonly say = (words: string, undone: string | null = null): void => {
    this.said = { words, undone };
    this.#moves = 0;
  };

  /** Takes back what was done last. */
  readonly undo = async (): Promise<void> => {
    const undone = this.said?.undone;
    if (undone == null) return;
    const { call, library, router } = this.#owner;
    const taken = await this.task.run(() => call('study.undo', {}));
    if (!taken) return;
    this.said = { words: undone, undone: null };
    void library.load();
    router.arrive();
    this.turn += 1;
  };

  /** Another page is shown: it tells of what was done on the one before, and not of older things. */
  readonly moved = (): void => {
    this.#moves += 1;
    if (this.#moves > 1) this.forget();
  };

  readonly forget = (): void => {
    this.said = null;
    this.task.error = null;
  };
}
