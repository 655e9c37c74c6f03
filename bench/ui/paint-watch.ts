export interface Painted {
  /** Which of the selectors it was. */
  readonly shown: string;
  /** From the beginning to the frame after the one that shows it, ms. */
  readonly ms: number;
}

/** What the bench finds in the page. */
interface PaintWatch {
  /**
   * Waits for the first new element of one of the selectors.
   * @param began ms since the page was asked for; the next key press where it is left out
   */
  expect(selectors: readonly string[], began?: number): void;
  /** What `expect` waited for, once it is painted; rejects after ten seconds. */
  painted(): Promise<Painted>;
  /** Tasks of 50 ms and more since the last time, ms. */
  takeLongTasks(): number[];
}

declare global {
  interface Window {
    paintWatch: PaintWatch;
  }
}

/** Runs in the page, before the app. Says when something is painted: two animation frames after it came into the document. */
export function installPaintWatch(): void {
  const LIMIT_MS = 10_000;
  let painted = new Promise<Painted>(() => {});
  let longTasks: number[] = [];
  const take = (list: PerformanceObserverEntryList) =>
    longTasks.push(...list.getEntries().map((task) => task.duration));
  const tasks = new PerformanceObserver(take);
  tasks.observe({ type: 'longtask', buffered: true });

  window.paintWatch = {
    expect(selectors, given) {
      const all = (selector: string) => [...document.querySelectorAll(selector)];
      const before = new WeakSet(selectors.flatMap(all));
      let began = given ?? Infinity;
      painted = new Promise((resolve, reject) => {
        const fail = () => reject(new Error(`not shown: ${selectors.join(', ')} at ${location.hash}`));
        const limit = setTimeout(fail, LIMIT_MS);
        const observer = new MutationObserver(() => {
          const shown = selectors.find((selector) => all(selector).some((element) => !before.has(element)));
          if (shown === undefined) return;
          observer.disconnect();
          clearTimeout(limit);
          requestAnimationFrame(() => requestAnimationFrame(() => resolve({ shown, ms: performance.now() - began })));
        });
        observer.observe(document, {
          subtree: true,
          childList: true,
          attributeFilter: ['data-question', 'data-query'],
        });
      });
      if (given !== undefined) return;
      const begin = (event: KeyboardEvent) => (began = event.timeStamp);
      window.addEventListener('keydown', begin, { capture: true, once: true });
    },
    painted: () => painted,
    takeLongTasks() {
      longTasks.push(...tasks.takeRecords().map((task) => task.duration));
      const taken = longTasks;
      longTasks = [];
      return taken;
    },
  };
}
