import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/domain/errors.ts';
import { Task } from './task.svelte.ts';

const failing = (code: 'not-reachable' | 'session-ended' | 'disk-full') => () =>
  Promise.reject(new AppError(code, 'as the test wants it'));

describe('a task', () => {
  it('does one thing at a time: what is asked for meanwhile is not done', async () => {
    const task = new Task();
    let finish: (value: string) => void = () => undefined;
    const first = task.run(() => new Promise<string>((resolve) => (finish = resolve)));
    expect([task.running, await task.run(() => Promise.resolve('second'))]).toEqual([true, undefined]);
    finish('first');
    expect([await first, task.running]).toEqual(['first', false]);
  });

  it('lets work wait for its turn, and only the last of what waits', async () => {
    const task = new Task();
    let finish: () => void = () => undefined;
    void task.run(() => new Promise<void>((resolve) => (finish = resolve)));
    const waiting = ['second', 'third'].map((each) => task.runNext(() => Promise.resolve(each)));
    finish();
    expect(await Promise.all(waiting)).toEqual([undefined, 'third']);
    expect([await task.runNext(() => Promise.resolve('at once')), task.running]).toEqual(['at once', false]);
  });

  it('keeps the code of a failure until work succeeds, and a lost host only until it is back', async () => {
    const task = new Task();
    await task.run(failing('disk-full'));
    expect([task.error, task.running, task.recover()]).toEqual(['disk-full', false, false]);
    await task.run(() => Promise.resolve());
    expect(task.error).toBeNull();
    await task.run(failing('not-reachable'));
    expect([task.recover(), task.error]).toEqual([true, null]);
  });

  it('shows no failure that was put right, and the new one where putting right failed', async () => {
    const mending = new Task((code) => Promise.resolve(code === 'session-ended'));
    await mending.run(failing('session-ended'));
    expect(mending.error).toBeNull();
    await mending.run(failing('disk-full'));
    expect(mending.error).toBe('disk-full');
    const failingAgain = new Task(failing('not-reachable'));
    await failingAgain.run(failing('session-ended'));
    expect(failingAgain.error).toBe('not-reachable');
  });
});
