import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';

export type SavedSearch = Output<'query.saved'>['searches'][number];

/** Searches that the learner keeps, by their names. */
export class SavedSearches {
  readonly list: Loaded<readonly SavedSearch[]>;
  readonly task = new Task();
  readonly #call: Client;

  constructor(call: Client) {
    this.#call = call;
    this.list = new Loaded(async () => (await call('query.saved', {})).searches);
  }

  /** Under a name that is there already it takes the place of the other. @returns whether it is kept now */
  readonly save = (name: string, query: string): Promise<boolean> => {
    const before = this.list.value?.find((search) => search.name === name);
    return this.#do(() => this.#call('query.save', { ...(before && { id: before.id }), name, query }));
  };

  readonly remove = (id: string): Promise<boolean> => this.#do(() => this.#call('query.remove', { id }));

  async #do(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.task.run(async () => {
      await work();
      await this.list.load();
      return true;
    });
    return done === true;
  }
}
