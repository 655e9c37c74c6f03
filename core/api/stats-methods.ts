import { z } from 'zod';
import { QueryText } from './chosen-cards.ts';
import { define, Empty } from './define.ts';
import * as shape from './shapes.ts';
import { StatsPage } from './stats-shapes.ts';
import { STATS_RANGES } from '../domain/stats/words.ts';

/** Figures of the progress. */
export const statsMethods = {
  'stats.summary': define(
    Empty,
    z.strictObject({
      reviewsTotal: z.int(),
      reviewsToday: z.int(),
      passedToday: z.int(),
      elapsedTodayMs: z.int(),
      /** Today's share: what is due within the daily limits. */
      due: z.int(),
      /** All that is due by the end of today, whatever the limits. */
      dueTotal: z.int(),
      daysStudied: z.int(),
      /** Study days since the last one with an answer; 0: today; null: never. */
      daysSinceStudy: z.int().nullable(),
      learning: z.int(),
      review: z.int(),
      new: z.int(),
      streakDays: z.int(),
      /** Estimate for what is due, from the learner's own pace. */
      minutesDue: z.int(),
      nextDue: shape.EpochMs.nullable(),
      today: z.int(),
    }),
  ),
  /** Per study day (days since 1970-01-01), oldest first, days without study included. */
  'stats.series': define(
    z.strictObject({ days: z.int().min(1).max(3_660) }),
    z.strictObject({
      days: z.array(z.strictObject({ day: z.int(), reviews: z.int(), passed: z.int(), elapsedMs: z.int() })),
    }),
  ),
  /**
   * All charts of the statistics: of everything, of a course or deck, of a lesson (only with its `courseId`), or of the cards that a query
   * finds. Nothing in it is older than the last answer.
   */
  'stats.page': define(
    z
      .strictObject({
        range: z.enum(STATS_RANGES),
        courseId: shape.Id.exactOptional(),
        lessonId: shape.Id.exactOptional(),
        query: QueryText.exactOptional(),
      })
      .refine(({ courseId, lessonId, query }) =>
        courseId === undefined ? lessonId === undefined : query === undefined,
      ),
    StatsPage,
  ),
} as const;
