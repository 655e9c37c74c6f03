import type { App } from '../../app/app.svelte.ts';
import {
  flattened,
  libraryTrees,
  matching,
  ordered,
  type ItemOrder,
  type LibraryNode,
} from '../../courses/deck-tree.ts';
import { OpenDecks } from '../../courses/open-decks.svelte.ts';
import { locale, pick } from '../../i18n/locale.svelte.ts';

/** What is shown of the library: found, ordered, opened. It outlives its view. */
export class LibraryPage {
  query = $state('');
  order = $state<ItemOrder>('name');
  readonly #app: App;
  readonly #open: OpenDecks;
  readonly #trees = $derived.by(() =>
    ordered(libraryTrees(this.#app.library.value?.courses ?? [], pick), this.order, locale.language),
  );
  readonly #found = $derived(this.query.trim() === '' ? this.#trees : matching(this.#trees, this.query));
  readonly courses: readonly LibraryNode[] = $derived(this.#found.filter(({ item }) => item.kind === 'course'));
  readonly decks: readonly LibraryNode[] = $derived(this.#found.filter(({ item }) => item.kind === 'deck'));
  /** Of everything, found or not. */
  readonly totals = $derived.by(() => {
    const all = flattened(this.#trees).map(({ item }) => item.kind);
    const sum = (of: (node: LibraryNode) => number) => this.#trees.reduce((total, node) => total + of(node), 0);
    return {
      courses: all.filter((kind) => kind === 'course').length,
      decks: all.filter((kind) => kind === 'deck').length,
      // Decks at the top hold those inside.
      cards: sum(({ item }) => item.counts.cards),
      due: sum(({ item }) => item.counts.due),
    };
  });

  constructor(app: App) {
    this.#app = app;
    this.#open = app.keep(OpenDecks);
  }

  /** What was looked for is shown wherever it lies. */
  readonly isOpen = (id: string): boolean => this.query.trim() !== '' || this.#open.has(id);
  readonly setOpen = (id: string, open: boolean): void => this.#open.set(id, open);
}
