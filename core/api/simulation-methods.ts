import { z } from 'zod';
import { define } from './define.ts';
import * as shape from './shapes.ts';

const Share = z.number().min(0).max(1);

/** A setting to be played. */
const Setting = z.strictObject({ newPerDay: z.int().min(0).max(999), retention: z.number().min(0.7).max(0.97) });

/** A figure a day, from today on. */
const Run = z.strictObject({
  reviews: z.array(z.int()),
  minutes: z.array(z.number()),
  /** Questions that would be known at the end of the day. */
  remembered: z.array(z.number()),
});

/** A predicted score: shares of the questions asked, with the interval that holds nine scores of ten. */
const Readiness = z.strictObject({
  questions: z.int(),
  expected: Share,
  low: Share,
  high: Share,
  /** How likely the wanted share is; null where none was named. */
  passes: Share.nullable(),
  byGuessing: Share,
});

/** The days to come, played from the learner's own memory and pace. */
export const simulationMethods = {
  'simulation.run': define(
    z.strictObject({
      settings: z.array(Setting).min(1).max(2),
      days: z.int().min(1).max(1_825),
      /** All courses where it is left out. */
      courseId: shape.Id.optional(),
      /** Begin with the cards as they are now, or with nothing learned. */
      from: z.enum(['now', 'nothing']),
    }),
    z.strictObject({
      runs: z.array(Run),
      /** Cards in the schedule at the beginning, and those still to learn. */
      known: z.int(),
      fresh: z.int(),
      /** How many answers the learner's pace rests on. */
      paceAnswers: z.int(),
    }),
  ),
  /** The score to expect on a study day, of a whole course or of so many questions drawn from it. */
  'readiness.get': define(
    shape.CourseId.extend({
      day: z.int(),
      questions: z.int().min(1).max(500).optional(),
      pass: Share.optional(),
    }),
    z.strictObject({
      /** Without any more study until then, and with it as the settings have it. */
      without: Readiness,
      studying: Readiness,
      days: z.int(),
    }),
  ),
};
