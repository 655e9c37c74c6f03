import type { Progress } from '../../domain/progress.ts';
import { studyDay } from '../../domain/study/study-day.ts';

const DAY_MS = 86_400_000;
/** From one training to the next that nobody asked for. */
const TRAIN_AFTER_MS = 30 * DAY_MS;
/** And with so many more answers at least. */
const TRAIN_AFTER_REVIEWS = 1_000;

/**
 * When the app trains by itself: a month after the last try, with a thousand answers given since.
 * @param lastAt of the last try, epoch ms; null: there was none
 */
export function nextTraining(
  { days, settings: { rolloverHour } }: Pick<Progress, 'days' | 'settings'>,
  lastAt: number | null,
): { readonly notBefore: number; readonly reviewsMissing: number } {
  // The day of the last try is left out: who counts its answers twice would train too soon.
  const since = lastAt === null ? -Infinity : studyDay(lastAt, { utcOffsetMin: 0, rolloverHour }) + 1;
  let reviews = 0;
  for (const [day, total] of days) if (day >= since) reviews += total.reviews;
  return {
    notBefore: lastAt === null ? 0 : lastAt + TRAIN_AFTER_MS,
    reviewsMissing: Math.max(0, TRAIN_AFTER_REVIEWS - reviews),
  };
}
