import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { parseQuery } from '../../../../core/domain/query/parse.ts';
import { printQuery } from '../../../../core/domain/query/print.ts';
import { codeOf } from '../../app/failure.ts';
import { Task } from '../../app/task.svelte.ts';
import type { Names } from './completions.ts';
import { countedFor, type SideTerm } from './filter-terms.ts';

type CardFacets = Output<'card.facets'>;
export type SideFacets = Omit<CardFacets, 'total'>;

/** What each part of the side is counted by. */
const PARTS = {
  courses: 'deck',
  tags: 'tag',
  states: 'is',
  flags: 'flag',
  kinds: 'kind',
  noteTypes: 'note',
} as const satisfies Partial<Record<keyof CardFacets, SideTerm['kind']>>;

/** What cards can be told apart by, at the side of the list: each kind of values counted in all the search asks for beside it. */
export class Facets {
  value = $state.raw<SideFacets | null>(null);
  /** Of all cards, whatever is searched: what a query can name. */
  names = $state.raw<Names & { readonly ownDecks: readonly string[] }>({
    decks: [],
    ownDecks: [],
    tags: [],
    noteTypes: [],
  });
  error = $state.raw<ErrorCode | null>(null);
  readonly #call: Client;
  readonly #task = new Task();
  #isNamed = false;

  constructor(call: Client) {
    this.#call = call;
  }

  /** @param again names of decks and tags may have changed too */
  readonly load = async (query: string, again = false): Promise<void> => {
    const parsed = parseQuery(query).query ?? { kind: 'all' };
    await this.#task.runNext(async () => {
      try {
        const counted = (kind: SideTerm['kind']) => printQuery(countedFor(parsed, kind));
        const asked: Record<string, Promise<CardFacets>> = {};
        const ask = (text: string) => (asked[text] ??= this.#call('card.facets', { query: text }));
        const parts = await Promise.all(
          Object.entries(PARTS).map(async ([part, kind]) => {
            const facets = await ask(counted(kind));
            return [part, facets[part as keyof typeof PARTS]] as const;
          }),
        );
        if (again || !this.#isNamed) this.names = namesOf(await ask(''));
        this.#isNamed = true;
        this.value = Object.fromEntries(parts) as SideFacets;
        this.error = null;
      } catch (error) {
        this.error = codeOf(error);
      }
    });
  };
}

const namesOf = ({ courses, tags, noteTypes }: CardFacets) => ({
  decks: courses.map(({ id, name }) => name ?? id),
  ownDecks: courses.flatMap(({ name }) => name ?? []),
  tags: tags.map(({ name }) => name),
  noteTypes: noteTypes.map(({ name }) => name),
});
