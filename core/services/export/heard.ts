import type { Step } from '../jobs/work.ts';

const ASK_EVERY_MS = 100;

/**
 * Runs work whose parts hear the learner's wish to end it by a signal, whether they tell how far they are or not.
 * @param step throws once the end was asked for
 */
export async function heard<T>(step: Step, work: (step: Step, signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  let last: Parameters<Step> = [0, 1];
  const told: Step = (...how) => {
    last = how;
    step(...how);
  };
  const asking = setInterval(() => {
    try {
      step(...last);
    } catch {
      ending.abort();
    }
  }, ASK_EVERY_MS);
  try {
    return await work(told, ending.signal);
  } finally {
    clearInterval(asking);
  }
}
