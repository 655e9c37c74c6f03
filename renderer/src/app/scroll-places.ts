/** How long a view may take to grow as tall as it was, ms. */
const GROWING = 2_000;

/** How far down each step of the history was left, so that back and forward lead to the same lines. */
export class ScrollPlaces {
  readonly #page: Window;
  readonly #places = new Map<number, number>();
  #step = 0;
  #steps = 0;
  #wanted = 0;
  #stop = () => {};

  constructor(page: Window) {
    this.#page = page;
  }

  /** Follows the history; returns the way to stop. */
  readonly listen = (): (() => void) => {
    const { history } = this.#page;
    history.scrollRestoration = 'manual';
    this.#mark();
    const left = () => this.#places.set(this.#step, this.#page.scrollY);
    const moved = () => {
      this.#stop();
      const known = (history.state as { step?: number } | null)?.step;
      if (known === undefined) this.#mark();
      else this.#step = known;
      this.#wanted = this.#places.get(this.#step) ?? 0;
    };
    this.#page.addEventListener('scroll', left, { passive: true });
    this.#page.addEventListener('popstate', moved);
    return () => {
      this.#stop();
      this.#page.removeEventListener('scroll', left);
      this.#page.removeEventListener('popstate', moved);
    };
  };

  /** A new view is there: shows its top, or the place it was left at, as soon as it is tall enough. */
  readonly arrive = (): void => {
    const wanted = this.#wanted;
    this.#wanted = 0;
    this.#page.scrollTo(0, wanted);
    if (wanted === 0 || this.#page.scrollY >= wanted - 1) return;
    const { body } = this.#page.document;
    const observer = new ResizeObserver(() => {
      this.#page.scrollTo(0, wanted);
      if (this.#page.scrollY >= wanted - 1) this.#stop();
    });
    observer.observe(body);
    const timer = this.#page.setTimeout(() => this.#stop(), GROWING);
    // Whoever scrolls by hand is not taken elsewhere.
    const byHand = () => this.#stop();
    for (const name of ['wheel', 'keydown', 'pointerdown'] as const) this.#page.addEventListener(name, byHand);
    this.#stop = () => {
      observer.disconnect();
      this.#page.clearTimeout(timer);
      for (const name of ['wheel', 'keydown', 'pointerdown'] as const) this.#page.removeEventListener(name, byHand);
      this.#stop = () => {};
    };
  };

  /** Gives the step of the history that is shown a number of its own. */
  #mark(): void {
    this.#steps += 1;
    this.#step = Date.now() + this.#steps;
    this.#page.history.replaceState({ step: this.#step }, '');
  }
}
