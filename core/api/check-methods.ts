import { z } from 'zod';
import { CardIdShape } from '../domain/history/id-schemas.ts';
import { define, Done } from './define.ts';
import * as shape from './shapes.ts';

const LessonId = shape.CourseId.extend({ lessonId: shape.Id });
/** `right`: answers that were right at once, of `of`. `score`: mean share of parts that were right. */
const Result = z
  .strictObject({ at: shape.EpochMs, right: z.int(), of: z.int(), score: z.number().min(0).max(1) })
  .nullable();
const Cards = z.array(CardIdShape);
const CHECKS = z.enum(['before', 'after']);

/** The check of a lesson: what is known of it before it is read, and after. It moves no schedule. */
export const checkMethods = {
  'check.get': define(
    LessonId,
    z.strictObject({
      number: z.int(),
      title: shape.Bilingual,
      /** Two forms of equal difficulty, null where the lesson has too few questions. */
      forms: z.strictObject({ before: Cards, after: Cards }).nullable(),
      before: Result,
      after: Result,
      /** The learner does not want to be asked for this lesson. */
      skipped: z.boolean(),
    }),
  ),
  /** A session that asks a form: its answers move no schedule. */
  'check.start': define(
    LessonId.extend({ when: CHECKS }),
    z.strictObject({ sessionId: z.string(), counts: shape.Progress }),
  ),
  /** Keeps the result of a session in which every card of a form was answered. */
  'check.finish': define(
    LessonId.extend({ when: CHECKS, sessionId: shape.SessionId }),
    z.strictObject({ result: Result }),
  ),
  /** Not for this lesson; or asked again after all. */
  'check.skip': define(LessonId.extend({ skipped: z.boolean() }), Done),
} as const;
