/** jsdom lays nothing out: everything is so wide, and is measured when it appears. */
export function layOut(width: number): void {
  class Measured implements ResizeObserver {
    readonly #notify: ResizeObserverCallback;
    constructor(notify: ResizeObserverCallback) {
      this.#notify = notify;
    }
    observe(target: Element): void {
      this.#notify([{ target } as ResizeObserverEntry], this);
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  window.ResizeObserver = Measured;
  globalThis.ResizeObserver = Measured;
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => width });
}
