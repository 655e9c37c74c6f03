import { expect, it } from 'vitest';
import { steadyClock, systemSteadyMs } from './steady-clock.ts';

/** A machine whose two clocks are moved by hand. */
function machine() {
  let [awake, up] = [500, 90_000];
  return {
    steady: steadyClock({ awakeMs: () => awake, uptimeMs: () => Math.floor(up / 1000) * 1000 }),
    run: (ms: number) => ((awake += ms), (up += ms)),
    sleep: (ms: number) => void (up += ms),
  };
}

it('goes on with the process, finer than a second', () => {
  const { steady, run } = machine();
  const start = steady();
  run(1_234);
  expect(steady() - start).toBe(1_234);
  for (let at = 0; at < 5_000; at += 1) {
    run(7);
    steady();
  }
  expect(steady() - start).toBe(1_234 + 35_000);
});

it('goes on through sleep, to within a second, and only once', () => {
  const { steady, run, sleep } = machine();
  const start = steady();
  run(10_000);
  sleep(3_600_000);
  const woke = steady() - start;
  expect(Math.abs(woke - 3_610_000)).toBeLessThanOrEqual(1_000);
  run(500);
  expect(steady() - start).toBe(woke + 500);
});

it('of this process only grows', () => {
  const before = systemSteadyMs();
  expect(systemSteadyMs()).toBeGreaterThanOrEqual(before);
});
