import type { ReviewEvent } from './events.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';

/** What an answer counts for at most unless its event says otherwise, seconds: answers of older versions say nothing. */
const DEFAULT_TIME_CAP_S = DEFAULT_SETTINGS.answerTimeCapS;

type Timed = Pick<ReviewEvent, 'elapsedMs'> & { readonly timeCapS?: number };

/** The time of a new answer as its event keeps it: no longer than the learner lets an answer count. */
export function keptTime(elapsedMs: number, capS: number): Timed {
  return { elapsedMs: Math.min(elapsedMs, capS * 1000), ...(capS > DEFAULT_TIME_CAP_S && { timeCapS: capS }) };
}

/** The time an answer counts for, ms; the same in every total, on every device. */
export function countedMs({ elapsedMs, timeCapS = DEFAULT_TIME_CAP_S }: Timed): number {
  return Math.min(elapsedMs, timeCapS * 1000);
}
