import { SvelteSet } from 'svelte/reactivity';
import type { SideGroup } from './side-groups.ts';

/** What is opened at the side of the list. It outlives the view. */
export class OpenSides {
  readonly #below = new SvelteSet<string>();
  readonly #shut = new SvelteSet<SideGroup['name']>(['kinds', 'noteTypes']);

  /** Is what lies below a value shown? */
  readonly has = (id: string): boolean => this.#below.has(id);
  readonly set = (id: string, open: boolean): void => {
    if (open) this.#below.add(id);
    else this.#below.delete(id);
  };

  readonly isShown = (group: SideGroup['name']): boolean => !this.#shut.has(group);
  readonly show = (group: SideGroup['name'], shown: boolean): void => {
    if (shown) this.#shut.delete(group);
    else this.#shut.add(group);
  };
}
