import type { Progress } from '../domain/progress.ts';
import { momentAt, type Moment } from '../domain/study/moment.ts';
import type { Clock } from './ports.ts';

/** This moment, where the learner is and by the hour their day begins. */
export function momentOf(clock: Clock, { settings: { rolloverHour } }: Progress): Moment {
  const now = clock.now();
  return momentAt(now, { utcOffsetMin: clock.utcOffsetMin(now), rolloverHour });
}
