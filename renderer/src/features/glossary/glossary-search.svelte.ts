import { byLetter, findTerms, indexTerm, type LetterGroup, type Term } from './find-terms.ts';
import { locale } from '../../i18n/locale.svelte.ts';

/** What of the glossary is on show. */
export class GlossarySearch {
  query = $state('');
  misleadingOnly = $state(false);
  readonly #terms: () => readonly Term[];
  /** Made when something is searched for the first time. */
  readonly #index = $derived.by(() => this.#terms().map(indexTerm));

  constructor(terms: () => readonly Term[]) {
    this.#terms = terms;
  }

  readonly misleading: number = $derived.by(
    () => this.#terms().filter(({ inSource }) => inSource !== undefined).length,
  );
  readonly searching: boolean = $derived(this.query.trim() !== '');
  readonly found: readonly Term[] = $derived.by(() => {
    const found = this.searching ? findTerms(this.#index, this.query) : this.#terms();
    return this.misleadingOnly ? found.filter(({ inSource }) => inSource !== undefined) : found;
  });
  /** By letter; the best first, without letters, while something is searched. */
  readonly groups: readonly LetterGroup[] = $derived(
    this.searching ? [{ letter: '', terms: this.found }] : byLetter(this.found, locale.language),
  );

  readonly clear = (): void => {
    this.query = '';
    this.misleadingOnly = false;
  };

  /** Makes sure a term that is asked for by its address can be seen. */
  readonly reveal = (termId: string): void => {
    if (!this.found.some(({ id }) => id === termId)) this.clear();
  };
}
