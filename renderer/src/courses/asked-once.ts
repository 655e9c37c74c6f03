/** What one view leaves for the next: who takes it has it, once. */
export class AskedOnce<T> {
  #asked: T | null = null;

  readonly ask = (what: T): void => {
    this.#asked = what;
  };
  readonly take = (): T | null => {
    const asked = this.#asked;
    this.#asked = null;
    return asked;
  };
}
