export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Percentiles of some times, in their unit. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** To a thousandth: the clock of a virtual machine is not finer than a microsecond. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const roundedSpread = ({ p50, p95, p99 }: Spread): Spread => ({
  p50: rounded(p50),
  p95: rounded(p95),
  p99: rounded(p99),
});

/** How long `work` took, ms, and what it gave. */
export async function millis<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const value = await work();
  return [performance.now() - began, value];
}

/** Now, epoch ms to the microsecond: the same in two processes. */
export const epochMs = (): number => performance.timeOrigin + performance.now();

/** Processor time of this process so far, all threads, ms: what a busy machine does not stretch. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Gives the event loop free. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface Blocks {
  /** The longest time the event loop was not free, ms. */
  readonly longest: number;
  /** The same with what it waited for, the disk or a core, taken off, ms. */
  readonly longestOwn: number;
}

/**
 * Watches the event loop while `work` runs.
 * @param waited how long the loop waited so far for what is not counted as its own, ms
 * @param restMs between two looks: 0 takes a processor for itself, which another thread may want
 */
export async function blocksOf(
  work: () => Promise<unknown>,
  waited: () => number = () => 0,
  restMs = 0,
): Promise<Blocks> {
  let [longest, longestOwn] = [0, 0];
  let last = performance.now();
  let lastWaited = waited();
  let running = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - restMs);
    longestOwn = Math.max(longestOwn, now - last - restMs - (waited() - lastWaited));
    last = now;
    lastWaited = waited();
    if (running) next();
  };
  const next = () => void (restMs > 0 ? setTimeout(tick, restMs) : setImmediate(tick));
  next();
  await new Promise((resolve) => setTimeout(resolve, 5));
  longest = longestOwn = 0;
  await work();
  await breathe();
  running = false;
  return { longest, longestOwn };
}

/** The longest time the event loop was not free while `work` ran, ms. */
export const longestBlock = async (work: () => Promise<unknown>): Promise<number> => (await blocksOf(work)).longest;
