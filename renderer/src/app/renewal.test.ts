import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextRollover, Renewal } from './renewal.ts';

const at = (text: string) => new Date(text).getTime();

describe('renewal', () => {
  let now = at('2026-11-23T22:00:00');
  let renewal: Renewal;
  let end: () => void;
  const renewed = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    renewed.mockReset();
    now = at('2026-11-23T22:00:00');
    renewal = new Renewal({ now: () => now, rolloverHour: () => 4 });
    renewal.whenRenewed(renewed);
    end = renewal.listen(window);
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
  });
  const passTo = (time: string) => {
    now = at(time);
    vi.advanceTimersByTime(20_000);
  };

  it('the next study day begins at the rollover hour of today or tomorrow', () => {
    expect(nextRollover(at('2026-11-23T22:00:00'), 4)).toBe(at('2026-11-24T04:00:00'));
    expect(nextRollover(at('2026-11-24T03:59:59'), 4)).toBe(at('2026-11-24T04:00:00'));
    expect(nextRollover(at('2026-11-24T04:00:00'), 4)).toBe(at('2026-11-25T04:00:00'));
  });

  it('comes once at the rollover, also when the machine slept over it', () => {
    passTo('2026-11-24T03:59:59');
    expect(renewed).toHaveBeenCalledTimes(0);
    passTo('2026-11-24T07:30:00');
    passTo('2026-11-24T07:31:00');
    expect(renewed).toHaveBeenCalledTimes(1);
    passTo('2026-11-25T04:00:00');
    expect(renewed).toHaveBeenCalledTimes(2);
  });

  it('comes when the window has the focus again, and when it is seen again', () => {
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(renewed).toHaveBeenCalledTimes(2);
    end();
    window.dispatchEvent(new Event('focus'));
    expect(renewed).toHaveBeenCalledTimes(2);
  });

  it('keeps an appointment once, at its time, unless it was called off', () => {
    const [kept, calledOff] = [vi.fn(), vi.fn()];
    renewal.when(at('2026-11-23T22:10:00'), kept);
    renewal.when(at('2026-11-23T22:10:00'), calledOff)();
    passTo('2026-11-23T22:09:59');
    expect(kept).not.toHaveBeenCalled();
    passTo('2026-11-23T22:10:00');
    passTo('2026-11-23T22:11:00');
    expect([kept.mock.calls.length, calledOff.mock.calls.length]).toEqual([1, 0]);
  });
});
