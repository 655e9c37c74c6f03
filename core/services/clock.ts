import type { SteadyClock } from './ports.ts';
import { systemSteadyMs } from './steady-clock.ts';

export const systemClock: SteadyClock = {
  now: () => Date.now(),
  steadyMs: systemSteadyMs,
  utcOffsetMin: (at) => -new Date(at).getTimezoneOffset(),
};

/**
 * A clock that starts at an instant (epoch ms) and stands still; for tests and demonstrations (`JAMDAI_NOW`, `--now`). `set` is
 * what a learner does to a clock, `advance` is time going on.
 * @param utcOffsetMin minutes east of UTC; the machine's own where it is left out
 */
export function fixedClock(
  start: number,
  utcOffsetMin?: number,
): SteadyClock & { set(at: number): void; advance(ms: number): void } {
  let now = start;
  let steady = 0;
  return {
    now: () => now,
    steadyMs: () => steady,
    utcOffsetMin: (at) => utcOffsetMin ?? systemClock.utcOffsetMin(at),
    set: (at) => void (now = at),
    advance: (ms) => {
      now += ms;
      steady += ms;
    },
  };
}
