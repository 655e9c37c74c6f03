import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { parseQuery } from '../../../../core/domain/query/parse.ts';
import { printQuery } from '../../../../core/domain/query/print.ts';
import { codeOf } from '../../app/failure.ts';
import { Task } from '../../app/task.svelte.ts';
import type { Names } from './completions.ts';
import { withoutSide } from './filter-terms.ts';

type CardFacets = Output<'card.facets'>;

/** What cards can be told apart by, at the side of the list: counted in the search without what the side itself asks for. */
export class Facets {
  value = $state.raw<CardFacets | null>(null);
  /** Of all cards, whatever is searched: what a query can name. */
  names = $state.raw<Names>({ decks: [], tags: [], noteTypes: [] });
  error = $state.raw<ErrorCode | null>(null);
  readonly #call: Client;
  readonly #task = new Task();
  #shown: string | null = null;

  constructor(call: Client) {
    this.#call = call;
  }

  /** @param again though the search is the same: cards have changed */
  readonly load = async (query: string, again = false): Promise<void> => {
    const parsed = parseQuery(query).query;
    const counted = parsed === null ? '' : printQuery(withoutSide(parsed));
    if (!again && counted === this.#shown) return;
    await this.#task.runNext(async () => {
      try {
        const value = await this.#call('card.facets', { query: counted });
        const all =
          counted === '' ? value : (again || this.#shown === null) && (await this.#call('card.facets', { query: '' }));
        this.value = value;
        if (all) this.names = namesOf(all);
        this.#shown = counted;
        this.error = null;
      } catch (error) {
        this.error = codeOf(error);
      }
    });
  };
}

const namesOf = ({ courses, tags, noteTypes }: CardFacets): Names => ({
  decks: courses.map(({ id, name }) => name ?? id),
  tags: tags.map(({ name }) => name),
  noteTypes: noteTypes.map(({ name }) => name),
});
