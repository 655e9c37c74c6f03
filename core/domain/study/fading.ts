import { modelOf, type Weights } from './memory-model.ts';
import type { Moment } from './moment.ts';
import type { Memory } from './schedule.ts';
import { DAY_MS, studyDay } from './study-day.ts';

/**
 * The study day on which predicted recall has fallen to the target; today or a day before where it has already.
 * @param target probability, 0 to 1 exclusive. Source: the forgetting curve of FSRS-6, solved for time.
 */
export function fadesOn(
  { lastReview, stabilityDays }: Memory,
  target: number,
  { clock }: Pick<Moment, 'clock'>,
  weights: Weights = null,
): number {
  return studyDay(lastReview + modelOf(weights).daysUntil(target, stabilityDays) * DAY_MS, clock);
}
