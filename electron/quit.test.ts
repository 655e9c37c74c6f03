import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { quitAfter } from './quit.ts';

/** The two calls of Electron's app that are used; `exited` resolves with the exit status. */
function fakeApp() {
  const listeners: (() => boolean)[] = [];
  const exits: (number | undefined)[] = [];
  let left: (status: number | undefined) => void;
  const exited = new Promise<number | undefined>((resolve) => (left = resolve));
  const app = {
    on: (name: string, listener: (event: { preventDefault(): void }) => void) => {
      expect(name).toBe('will-quit');
      listeners.push(() => {
        let prevented = false;
        listener({ preventDefault: () => (prevented = true) });
        return prevented;
      });
    },
    exit: (status?: number) => {
      exits.push(status);
      left(status);
    },
  } as unknown as Pick<App, 'on' | 'exit'>;
  return { app, exits, exited, quit: () => listeners.map((listener) => listener()) };
}

describe('quitAfter', () => {
  it('ends the app only after the store has closed', async () => {
    const { app, exits, exited, quit } = fakeApp();
    let finish = () => undefined as void;
    quitAfter(
      app,
      () => new Promise<void>((resolve) => (finish = resolve)),
      () => undefined,
    );
    expect(quit()).toEqual([true]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(exits).toEqual([]);
    finish();
    expect(await exited).toBe(0);
  });

  it('closes once, however often the learner quits, and never quits underneath', async () => {
    const { app, exits, exited, quit } = fakeApp();
    let closes = 0;
    quitAfter(
      app,
      async () => void (closes += 1),
      () => undefined,
    );
    expect([...quit(), ...quit(), ...quit()]).toEqual([true, true, true]);
    await exited;
    expect(quit()).toEqual([true]);
    expect(closes).toBe(1);
    expect(exits).toEqual([0]);
  });

  it('ends the app also when closing fails, and logs why', async () => {
    const { app, exited, quit } = fakeApp();
    const logged: unknown[] = [];
    const failure = new Error('disk full');
    quitAfter(
      app,
      () => Promise.reject(failure),
      (error) => logged.push(error),
    );
    quit();
    expect(await exited).toBe(0);
    expect(logged).toEqual([failure]);
  });
});
