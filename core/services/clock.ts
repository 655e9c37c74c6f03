import type { Clock } from './ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  utcOffsetMin: (at) => -new Date(at).getTimezoneOffset(),
};

/**
 * A clock that starts at an instant (epoch ms) and stands still; for tests and demonstrations (`JAMDAI_NOW`, `--now`).
 * @param utcOffsetMin minutes east of UTC; the machine's own where it is left out
 */
export function fixedClock(
  start: number,
  utcOffsetMin?: number,
): Clock & { set(at: number): void; advance(ms: number): void } {
  let now = start;
  return {
    now: () => now,
    utcOffsetMin: (at) => utcOffsetMin ?? systemClock.utcOffsetMin(at),
    set: (at) => void (now = at),
    advance: (ms) => void (now += ms),
  };
}
