import { MAX_DATE } from '../domain/history/limits.ts';
import type { Progress } from '../domain/progress.ts';
import { momentAt, type Moment } from '../domain/study/moment.ts';
import type { Clock } from './ports.ts';

/** This moment, where the learner is and by the hour their day begins. */
export function momentOf(clock: Clock, { settings: { rolloverHour } }: Progress): Moment {
  const now = clock.now();
  const offsetAt = (at: number) => clock.utcOffsetMin(Math.min(Math.max(at, -MAX_DATE), MAX_DATE));
  return momentAt(now, { utcOffsetMin: offsetAt(now), rolloverHour }, offsetAt);
}
