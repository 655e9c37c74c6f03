import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { runApp } from './life-cycle.ts';

/** A promise that is settled from outside. */
function later<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

function run({ close = async () => undefined as void } = {}) {
  const did: string[] = [];
  const ready = later<void>();
  const started = later<{ close(): Promise<void> }>();
  let windows = 0;
  const app = Object.assign(new EventEmitter(), {
    whenReady: () => ready.promise,
    exit: (status: number) => void did.push(`exit ${status}`),
    relaunch: () => void did.push('relaunch'),
  });
  const end = runApp(app as never, {
    start: () => {
      did.push('start');
      return started.promise;
    },
    openWindow: () => {
      windows += 1;
      did.push('open');
    },
    bringToFront: () => {
      if (windows > 0) did.push('front');
      return windows > 0;
    },
    refuse: (error) => did.push(`refuse ${String(error)}`),
    log: (error) => did.push(`log ${String(error)}`),
  });
  const host = {
    close: async () => {
      did.push('close');
      await close();
    },
  };
  return {
    did,
    end,
    ready: async () => (ready.resolve(), await settled()),
    started: async () => (started.resolve(host), await settled()),
    failed: async (error: unknown) => (started.reject(error), await settled()),
    closeWindow: () => (windows = 0),
    emit: async (name: string) => (app.emit(name, { preventDefault: () => undefined }), await settled()),
    quit: async () => {
      for (const name of ['before-quit', 'will-quit']) app.emit(name, { preventDefault: () => undefined });
      await settled();
    },
  };
}
const running = async (options = {}) => {
  const all = run(options);
  await all.ready();
  await all.started();
  all.did.length = 0;
  return all;
};

describe('starting', () => {
  it('opens the data, then one window', async () => {
    const { did, ready, started } = run();
    await ready();
    expect(did).toEqual(['start']);
    await started();
    expect(did).toEqual(['start', 'open']);
  });

  it('tells why it can not start, and ends with 1', async () => {
    const { did, ready, failed } = run();
    await ready();
    await failed('locked');
    expect(did).toEqual(['start', 'refuse locked', 'exit 1']);
  });

  it.each(['second-instance', 'activate'])('%s before there is a window opens no second one', async (name) => {
    const { did, ready, started, emit } = run();
    await emit(name);
    await ready();
    await emit(name);
    await started();
    expect(did).toEqual(['start', 'open']);
  });
});

describe('running', () => {
  it.each(['second-instance', 'activate'])('%s brings the window to the front', async (name) => {
    const { did, emit } = await running();
    await emit(name);
    expect(did).toEqual(['front']);
  });

  it.each(['second-instance', 'activate'])('%s opens a window where there is none', async (name) => {
    const { did, emit, closeWindow } = await running();
    closeWindow();
    await emit(name);
    expect(did).toEqual(['open']);
  });

  it('a fault is told, the data closed, and the app ends with 1; a second fault is only logged', async () => {
    const { did, end } = await running();
    end('first');
    end('second');
    await settled();
    expect(did).toEqual(['refuse first', 'log second', 'close', 'exit 1']);
  });

  it('a quit after a fault does not close the data twice', async () => {
    const { did, end, quit } = await running();
    end('fault');
    await quit();
    expect(did.filter((what) => what === 'close')).toHaveLength(1);
  });
});

describe('ending', () => {
  it('a quit before Electron is ready opens nothing', async () => {
    const { did, ready, quit } = run();
    await quit();
    await ready();
    expect(did).toEqual(['exit 0']);
  });

  it('a quit while the data is being opened waits for it, closes it, and shows no window', async () => {
    const { did, ready, started, quit } = run();
    await ready();
    await quit();
    expect(did).toEqual(['start']);
    await started();
    expect(did).toEqual(['start', 'close', 'exit 0']);
  });

  it('a start that fails after the learner has quitted is logged, not told', async () => {
    const { did, ready, failed, quit } = run();
    await ready();
    await quit();
    await failed('locked');
    expect(did).toEqual(['start', 'log locked', 'exit 0']);
  });

  it('closes once for two quits', async () => {
    const { did, quit } = await running();
    await quit();
    await quit();
    expect(did).toEqual(['close', 'exit 0']);
  });

  it('ends also when closing fails, and logs why', async () => {
    const { did, quit } = await running({ close: () => Promise.reject(new Error('disk full')) });
    await quit();
    expect(did).toEqual(['close', 'log Error: disk full', 'exit 0']);
  });

  it('an app that is started again while it closes comes back, once', async () => {
    const closing = later<void>();
    const { did, quit, emit } = await running({ close: () => closing.promise });
    await quit();
    await emit('second-instance');
    await emit('second-instance');
    expect(did).toEqual(['close', 'relaunch']);
    closing.resolve();
    await settled();
    expect(did).toEqual(['close', 'relaunch', 'exit 0']);
  });

  it('the Dock shows no window of an app that is closing', async () => {
    const closing = later<void>();
    const { did, quit, emit, closeWindow } = await running({ close: () => closing.promise });
    closeWindow();
    await quit();
    await emit('activate');
    expect(did).toEqual(['close']);
  });
});
