import { uptime } from 'node:os';

/** From this much on, the machine's uptime has seen something that a process's own clock has not: the machine was asleep. */
const ASLEEP_MS = 2_000;

/** Two clocks that nobody can set: one is fine but may stand still while the machine sleeps, the other counts whole seconds through it. */
export interface SteadySources {
  readonly awakeMs: () => number;
  readonly uptimeMs: () => number;
}

/**
 * Time that only goes on, ms from any instant: not moved by setting the clock, and not stopped by sleep. Node has no such clock by
 * itself: `performance.now` rests with the machine on Linux and macOS, and `os.uptime` counts in seconds.
 */
export function steadyClock({ awakeMs, uptimeMs }: SteadySources): () => number {
  const first = { awake: awakeMs(), uptime: uptimeMs() };
  let slept = 0;
  return () => {
    const awake = awakeMs() - first.awake;
    const behind = uptimeMs() - first.uptime - awake - slept;
    if (behind >= ASLEEP_MS) slept += behind;
    return awake + slept;
  };
}

/** Of this process. */
export const systemSteadyMs = steadyClock({ awakeMs: () => performance.now(), uptimeMs: () => uptime() * 1000 });
