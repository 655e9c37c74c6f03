const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** A picture whose things are one stop of the Tab key: the arrow keys move among them. Each carries its id in `data-item`. */
export class Roving {
  #current = $state<string | null>(null);
  readonly #ids: () => readonly string[];
  readonly #step: (from: string, key: string) => string | undefined;
  /** The thing that Tab reaches: the last one used, where it is still there. */
  readonly stop: string | undefined = $derived.by(() => {
    const ids = this.#ids();
    return this.#current !== null && ids.includes(this.#current) ? this.#current : ids[0];
  });

  constructor(ids: () => readonly string[], step: (from: string, key: string) => string | undefined) {
    this.#ids = ids;
    this.#step = step;
  }

  readonly tabindex = (id: string): 0 | -1 => (id === this.stop ? 0 : -1);

  readonly onfocusin = (event: FocusEvent): void => {
    this.#current = itemOf(event.target) ?? this.#current;
  };

  readonly onkeydown = (event: KeyboardEvent): void => {
    const from = itemOf(event.target);
    if (from === null || !KEYS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to = this.#step(from, event.key);
    if (to === undefined) return;
    const things = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement | SVGElement>('[data-item]');
    [...things].find((thing) => itemOf(thing) === to)?.focus();
  };
}

const itemOf = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement || target instanceof SVGElement ? (target.dataset['item'] ?? null) : null;
