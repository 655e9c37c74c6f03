/** Time during which something was seen, in ms: it runs and rests. */
export class Stopwatch {
  readonly #now: () => number;
  #total = 0;
  #since: number | null = null;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get ms(): number {
    return Math.round(this.#total + (this.#since === null ? 0 : this.#now() - this.#since));
  }

  run(running: boolean): void {
    this.#total = this.ms;
    this.#since = running ? this.#now() : null;
  }
}

/** Attached to what is timed: the watch runs while it is on the screen, its page is seen and its window is the one in use. */
export function timedBy(watch: Stopwatch) {
  return (element: HTMLElement) => {
    let inView = typeof IntersectionObserver === 'undefined';
    let active = document.visibilityState === 'visible' && (document.hasFocus() || inView);
    const update = () => watch.run(inView && active);
    const turn = (on: boolean) => () => {
      active = on && document.visibilityState === 'visible';
      update();
    };
    const gone = new AbortController();
    const { signal } = gone;
    addEventListener('focus', turn(true), { signal });
    addEventListener('blur', turn(false), { signal });
    document.addEventListener('visibilitychange', () => turn(document.hasFocus())(), { signal });
    if (!inView) {
      const seen = new IntersectionObserver((entries) => {
        inView = entries.at(-1)?.isIntersecting ?? inView;
        update();
      });
      seen.observe(element);
      signal.addEventListener('abort', () => seen.disconnect());
    }
    update();
    return () => {
      gone.abort();
      watch.run(false);
    };
  };
}
