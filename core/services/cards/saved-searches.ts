import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { recordOf, recordsOf } from '../../domain/history/records.ts';
import { sortKey } from '../../domain/text/sort-key.ts';
import type { ProgressStore } from '../ports.ts';
import { parsedQuery } from './find-cards.ts';

/** Searches the learner kept, by a name of their own. */
export class SavedSearches {
  constructor(private readonly store: ProgressStore) {}

  /** In the order of their names. */
  all(): Output<'query.saved'>['searches'] {
    return recordsOf(this.store.progress, 'search')
      .flatMap(([id, { name = '', query = '', removed }]) => (removed ? [] : [{ id, name, query, key: sortKey(name) }]))
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
      .map(({ id, name, query }) => ({ id, name, query }));
  }

  /** @throws AppError `bad-query`; `not-found` for one that is not there */
  async save({ id, name, query }: Input<'query.save'>): Promise<string> {
    parsedQuery(query);
    if (id !== undefined) this.#mustBe(id);
    const named = id ?? randomUUID().slice(0, 13);
    await this.store.append({ type: 'search', id: named, set: { name, query } });
    return named;
  }

  /** @throws AppError `not-found` */
  async remove(id: string): Promise<void> {
    this.#mustBe(id);
    await this.store.append({ type: 'search', id, set: { removed: true } });
  }

  #mustBe(id: string): void {
    const search = recordOf(this.store.progress, 'search', id);
    if (search === undefined || search.removed)
      throw new AppError('not-found', `no search ${id}`, { what: 'search', id });
  }
}
