/** Numbers different values in the order they are met. */
export class Places<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  /** @param nameOf the same text for what counts as the same value */
  constructor(private readonly nameOf: (value: T) => string) {}

  of(value: T): number {
    const name = this.nameOf(value);
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.values.length);
    return this.values.push(value) - 1;
  }
}
