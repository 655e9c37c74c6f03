import type { Client } from '../../../../core/api/client.ts';
import { parseQuery } from '../../../../core/domain/query/parse.ts';
import { locale } from '../../i18n/locale.svelte.ts';
import { CardChanges } from './card-changes.svelte.ts';
import { CardWindow } from './card-window.svelte.ts';
import { ChosenCards, MOST_NAMED, type Chosen } from './chosen-cards.svelte.ts';
import { ColumnLayout } from './column-layout.svelte.ts';
import type { CardRow, CardSort } from './columns.ts';
import { Facets } from './facets.svelte.ts';
import { SavedSearches } from './saved-searches.svelte.ts';

/** Milliseconds without a key, after which the side is counted: six walks through all cards, which the next key would wait for. */
const RESTED_MS = 250;

/** The list of all cards: what is searched, shown, chosen and done. It outlives its view, so that the learner comes back to where they were. */
export class BrowserPage {
  /** As it is typed. */
  text = $state('');
  /** Grows when another search, or another order, is shown: from its first card on. */
  shownAnew = $state(0);
  /** What is typed, as far as it is understood. */
  readonly parsed = $derived(parseQuery(this.text));
  readonly layout = new ColumnLayout(localStorage);
  readonly window: CardWindow;
  readonly facets: Facets;
  readonly saved: SavedSearches;
  readonly changes: CardChanges;
  readonly chosen = new ChosenCards();
  /** The search that is shown, whatever is being typed. */
  readonly query = $derived.by(() => this.window.listing?.query ?? '');
  readonly here = $derived.by((): CardRow | null => this.window.row(this.chosen.at));
  readonly count = $derived.by(() => this.chosen.count(this.window.total));
  readonly #call: Client;

  constructor({ call }: { readonly call: Client }) {
    this.#call = call;
    this.window = new CardWindow(call);
    this.facets = new Facets(call);
    this.saved = new SavedSearches(call);
    this.changes = new CardChanges(call, () => void this.renew());
  }

  /** Looks for something else; what is not understood leaves the list as it is. */
  readonly search = async (text: string): Promise<void> => {
    this.text = text;
    if (this.parsed.error) return;
    const query = text.trim();
    const isNew = query !== this.query || this.window.isFresh;
    if (isNew) await this.#show(query, this.layout.sort);
    void this.#countSide(query);
  };

  readonly sortBy = async (sort: CardSort): Promise<void> => {
    this.layout.sortBy(sort);
    await this.#show(this.query, sort);
  };

  /** Reads again what is shown: cards have changed, or time has gone on. */
  readonly renew = async (): Promise<void> => {
    const { chosen, window } = this;
    await window.show({ query: this.query, sort: this.layout.sort }, chosen.at);
    if (chosen.at >= window.total) chosen.moveTo(Math.max(0, window.total - 1));
    await this.facets.load(this.query, true);
  };

  /** Chooses a card of the list, or chooses it no more. */
  readonly toggle = async (at: number): Promise<void> => {
    const row = this.window.row(at);
    if (!row) return;
    if (this.chosen.all && this.window.total > MOST_NAMED) return this.chosen.goTo(at);
    const others = this.chosen.all ? await this.#ids(0, this.window.total) : [];
    this.chosen.toggle(at, row.cardId, others);
  };

  /** Chooses the cards from where the choice began to this row. */
  readonly chooseTo = async (at: number): Promise<void> => {
    const { from, to } = this.chosen.rangeTo(at);
    this.chosen.chooseRange(at, await this.#ids(from, Math.min(to - from + 1, MOST_NAMED)));
  };

  /** What a change is meant for now; null where there is nothing. */
  readonly target = (): Chosen | null => this.chosen.target(this.query, this.here?.cardId ?? null);

  async #show(query: string, sort: CardSort): Promise<void> {
    if (!(await this.window.show({ query, sort }))) return;
    this.chosen.goTo(0);
    this.shownAnew += 1;
  }

  async #countSide(query: string): Promise<void> {
    if (this.facets.value) await new Promise((rested) => setTimeout(rested, RESTED_MS));
    if (this.text.trim() === query) await this.facets.load(query);
  }

  async #ids(offset: number, limit: number): Promise<readonly string[]> {
    const rows = Array.from({ length: limit }, (_, at) => this.window.row(offset + at)?.cardId);
    if (rows.every((cardId) => cardId !== undefined)) return rows;
    const sort = { ...this.layout.sort, language: locale.language };
    return (await this.#call('card.ids', { query: this.query, sort, offset, limit })).cardIds;
  }
}
