import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Wire } from '../../../core/api/wire.ts';
import { Connection } from './connection.svelte.ts';

describe('the connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tries again by itself, waiting longer each time, and says when the host is back', async () => {
    const gone: Wire = { ok: false, error: { code: 'not-reachable', details: {} } };
    const replies: Wire[] = [gone, gone, gone, { ok: true, value: {} }];
    const transport = vi.fn(() => Promise.resolve(replies.shift() ?? gone));
    const connection = new Connection(transport);
    const back = vi.fn();
    const end = connection.whenBack(back);
    await connection.send('stats.summary', {});
    expect(connection.lost).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(transport).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(transport).toHaveBeenLastCalledWith('app.info', {});
    expect([connection.lost, back.mock.calls.length]).toEqual([false, 1]);
    end();
    await connection.retry();
    replies.push({ ok: true, value: {} });
    await connection.retry();
    expect([connection.lost, back.mock.calls.length]).toEqual([false, 1]);
  });

  it('tries nothing any more once it was stopped', async () => {
    const transport = vi.fn(() => Promise.resolve<Wire>({ ok: false, error: { code: 'not-reachable', details: {} } }));
    const connection = new Connection(transport);
    await connection.send('stats.summary', {});
    connection.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(transport).toHaveBeenCalledTimes(1);
  });
});
