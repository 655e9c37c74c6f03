import { SvelteSet } from 'svelte/reactivity';

/** Decks whose decks inside are shown, wherever they are listed. It outlives the views. */
export class OpenDecks {
  readonly #ids = new SvelteSet<string>();

  readonly has = (id: string): boolean => this.#ids.has(id);
  readonly set = (id: string, open: boolean): void => {
    if (open) this.#ids.add(id);
    else this.#ids.delete(id);
  };
}
