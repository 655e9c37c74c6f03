import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How Linux counts its policies FIFO and RR. */
const REAL_TIME = ['1', '2'];
/** Where `/proc/self/stat` tells the policy, counted behind the program's name, which may hold anything. */
const POLICY = 38;

function isRealTime(): boolean {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  return REAL_TIME.includes(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[POLICY] ?? '');
}

/**
 * Puts this process, its threads and what it starts under the system's usual scheduling. Some machines start programs with real-time
 * priority: there a core is taken away for 50 ms each second, and of two threads one waits 100 ms for the other, as on no learner's
 * machine. Returns what is to be said of it; null where all is as usual.
 */
export function scheduledAsUsual(): string | null {
  if (process.platform !== 'linux' || !isRealTime()) return null;
  try {
    execFileSync('chrt', ['--all-tasks', '--other', '--pid', '0', String(process.pid)], { stdio: 'ignore' });
  } catch {
    return 'Real-time scheduling, which could not be changed (chrt): long blocks are the system’s.';
  }
  return 'Started with real-time priority; measured under the usual scheduling.';
}
