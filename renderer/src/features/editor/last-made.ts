import { locale } from '../../i18n/locale.svelte.ts';
import type { Making, WrittenNote } from './note-writing.svelte.ts';
import type { Language } from './question-form.ts';

/** What was made last, so that the next note begins alike, wherever it is written. */
export class LastMade {
  deckId = '';
  making: Making | null = null;
  #languages: readonly Language[] | null = null;

  get languages(): readonly Language[] {
    return this.#languages ?? [locale.language];
  }

  readonly remember = ({ deckId, making, languages }: Pick<WrittenNote, 'deckId' | 'making' | 'languages'>): void => {
    this.deckId = deckId;
    this.making = making;
    this.#languages = languages;
  };
}
