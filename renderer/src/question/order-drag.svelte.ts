interface Dragged {
  readonly id: string;
  readonly over: string;
  readonly heightPx: number;
}
/** Between two rows. */
const GAP_PX = 8;

/** Rows part while one is dragged over them, and each shows the place it would have. */
export class OrderDrag {
  #dragged = $state.raw<Dragged | null>(null);
  readonly #order: () => readonly string[];
  readonly #preview: readonly string[] = $derived.by(() => {
    const order = this.#order();
    if (this.#dragged === null) return order;
    const { id, over } = this.#dragged;
    const others = order.filter((other) => other !== id);
    return others.toSpliced(order.indexOf(over), 0, id);
  });

  constructor(order: () => readonly string[]) {
    this.#order = order;
  }

  /** A row is over another one; null: over none any more. */
  readonly over = (id: string, target: string | null, heightPx: number): void => {
    this.#dragged = target === null ? null : { id, over: target, heightPx };
  };

  /** The place a row would have, from 0. */
  readonly placeOf = (id: string): number => this.#preview.indexOf(id);

  /** How far a row makes way, in px; the dragged one follows the pointer by itself. */
  readonly shiftOf = (id: string): number =>
    this.#dragged === null || this.#dragged.id === id
      ? 0
      : (this.placeOf(id) - this.#order().indexOf(id)) * (this.#dragged.heightPx + GAP_PX);
}
