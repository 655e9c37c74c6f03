import type { Output } from '../../../core/api/contract.ts';
import type { Loaded } from '../app/loaded.svelte.ts';

/** The course to show where the address names none: the first one that is a course and not a deck. */
export class FirstCourse {
  readonly #library: Loaded<Output<'library.list'>>;
  readonly #course = $derived.by(() => this.#library.value?.courses.find(({ kind }) => kind === 'course'));

  constructor(library: Loaded<Output<'library.list'>>) {
    this.#library = library;
  }

  readonly id: string | null = $derived(this.#course?.id ?? null);
  /** True when the library is known and has none. */
  readonly none: boolean = $derived.by(() => this.#library.value !== null && this.id === null);
}
