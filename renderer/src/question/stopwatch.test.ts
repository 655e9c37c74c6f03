import { afterEach, describe, expect, it, vi } from 'vitest';
import { Stopwatch, timedBy } from './stopwatch.ts';

describe('the time an answer took', () => {
  let now = 0;
  afterEach(() => vi.unstubAllGlobals());
  const pass = (seconds: number) => (now += seconds * 1000);

  it('counts from when the question came into view, and not while the window was left', () => {
    let see: (inView: boolean) => void = () => undefined;
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
          see = (isIntersecting) => tell([{ isIntersecting }]);
        }
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
    const watch = new Stopwatch(() => now);
    const end = timedBy(watch)(document.body);
    window.dispatchEvent(new Event('focus'));
    pass(600);
    expect(watch.ms).toBe(0);
    see(true);
    pass(5);
    window.dispatchEvent(new Event('blur'));
    pass(36_000);
    expect(watch.ms).toBe(5_000);
    window.dispatchEvent(new Event('focus'));
    pass(2);
    see(false);
    pass(60);
    expect(watch.ms).toBe(7_000);
    see(true);
    pass(1);
    end();
    pass(60);
    expect(watch.ms).toBe(8_000);
  });
});
