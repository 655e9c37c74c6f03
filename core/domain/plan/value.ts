import type { Forgetting, Trace } from './forgetting.ts';

/** A review is worth what it saves within so many days. */
const VALUE_HORIZON_DAYS = 30;

/**
 * How much recall a review now saves: the mean probability of recall over the next 30 days with it, less that without it; 0 to 1. An
 * answer that would be missed saves too: the card is learned again.
 * @param days since the last answer, fractions allowed
 */
export function recallSaved(trace: Trace, days: number, forgetting: Forgetting): number {
  const recall = forgetting.recallAfter(trace.stabilityDays, days);
  const without = forgetting.meanRecall(trace.stabilityDays, days, days + VALUE_HORIZON_DAYS);
  const meanAfter = (passed: boolean) =>
    forgetting.meanRecall(forgetting.afterReview(trace, days, passed).stabilityDays, 0, VALUE_HORIZON_DAYS);
  return Math.max(0, recall * meanAfter(true) + (1 - recall) * meanAfter(false) - without);
}

/** Recall saved per minute of work: questions that will be known more, for one minute. @param ms what the review takes, more than 0 */
export const recallPerMinute = (saved: number, ms: number): number => (saved * 60_000) / ms;
