/** The first few of many by an order, without sorting the many. */
export class BestFew<T> {
  readonly #few: T[] = [];

  /** @param order as for sorting */
  constructor(
    private readonly most: number,
    private readonly order: (a: T, b: T) => number,
  ) {}

  add(one: T): void {
    const few = this.#few;
    if (this.isFull && this.order(one, few[few.length - 1]!) >= 0) return;
    let place = few.length;
    while (place > 0 && this.order(one, few[place - 1]!) < 0) place--;
    few.splice(place, 0, one);
    if (few.length > this.most) few.pop();
  }

  get isFull(): boolean {
    return this.#few.length === this.most;
  }

  get inOrder(): readonly T[] {
    return this.#few;
  }
}
