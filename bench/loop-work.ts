import { openSync, readSync } from 'node:fs';

const told = Buffer.alloc(128);

function opened(): number | null {
  try {
    return openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    return null;
  }
}

/**
 * Tells how long this thread did not work, ms so far by the clock: it rested, waited for the disk, or others had the cores. What is left
 * of a block is what it worked. Only Linux says it; elsewhere 0.
 */
export function notWorking(): () => number {
  const fd = opened();
  if (fd === null) return () => 0;
  return () => {
    const bytes = readSync(fd, told, 0, told.length, 0);
    // The first number is how long it ran, ns.
    return performance.now() - Number(told.toString('latin1', 0, bytes).split(' ')[0]) / 1e6;
  };
}
