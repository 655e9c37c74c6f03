import type { Client } from '../../../core/api/client.ts';
import { lastDeckName } from '../../../core/domain/note/deck-name.ts';
import { Task } from '../app/task.svelte.ts';
import { t } from '../i18n/locale.svelte.ts';

/** Decks that are called otherwise, moved or removed, and that being taken back. It outlives the views: a removed deck has none. */
export class DeckChanges {
  /** What was done last, in words, and what is said once it is taken back; null where nothing can be. */
  news = $state.raw<{ readonly words: string; readonly undone: string | null } | null>(null);
  readonly task = new Task();
  readonly #call: Client;
  /** The page of a removed deck makes way: the next one tells of it. */
  #carried = false;

  constructor({ call }: { readonly call: Client }) {
    this.#call = call;
  }

  /** @param name its whole new name @returns whether it was done */
  readonly rename = async (deckId: string, name: string): Promise<boolean> => {
    const done = await this.task.run(() => this.#call('deck.set', { deckId, name }));
    if (done) this.news = { words: t('deck.moved', name), undone: t('deck.movedBack') };
    return done !== undefined;
  };

  /** @returns whether it was done */
  readonly remove = async (deckId: string, name: string): Promise<boolean> => {
    const gone = await this.task.run(() => this.#call('library.remove', { deckId }));
    if (!gone) return false;
    const own = lastDeckName(name);
    const words = gone.decks > 1 ? t('deck.removedMany', own, gone.decks - 1) : t('deck.removed', own);
    this.news = { words, undone: t('deck.broughtBack', own) };
    this.#carried = true;
    return true;
  };

  /** Takes back what was done last, while nothing else was done since. */
  readonly undo = async (): Promise<void> => {
    const undone = this.news?.undone;
    if (undone == null) return;
    const taken = await this.task.run(() => this.#call('study.undo', {}));
    if (taken) this.news = { words: undone, undone: null };
  };

  /** A page is shown: what was done on another one is past, and something else may have been done since. */
  readonly arrive = (): void => {
    if (!this.#carried) this.forget();
    this.#carried = false;
  };

  readonly forget = (): void => {
    this.news = null;
    this.task.error = null;
  };
}
