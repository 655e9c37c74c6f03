import { Loaded } from '../app/loaded.svelte.ts';

/** What the host says of each course, as far as it was looked at. */
export class ByCourse<T> {
  readonly #loaded = new Map<string, Loaded<T>>();
  readonly #read: (courseId: string) => Promise<T>;

  constructor(read: (courseId: string) => Promise<T>) {
    this.#read = read;
  }

  readonly of = (courseId: string): Loaded<T> => {
    const loaded = this.#loaded.get(courseId) ?? new Loaded(() => this.#read(courseId));
    this.#loaded.set(courseId, loaded);
    return loaded;
  };
}
