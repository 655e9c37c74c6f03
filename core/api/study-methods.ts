import { z } from 'zod';
import { EVENT_TYPES } from '../domain/event-types.ts';
import { REVIEW_MODES } from '../domain/history/event-schemas.ts';
import { CARD_FLAGS, define, Empty } from './define.ts';
import * as shape from './shapes.ts';

/** Asking and answering, and what the learner does to a card beside answering it. */
export const studyMethods = {
  'study.start': define(
    z
      .strictObject({
        mode: z.enum(REVIEW_MODES),
        courseId: shape.Id.optional(),
        lessonId: shape.Id.optional(),
        limit: z.int().min(1).max(10_000).optional(),
      })
      // A lesson's id is unique in its course only.
      .refine(({ courseId, lessonId }) => lessonId === undefined || courseId !== undefined, { path: ['courseId'] }),
    z.strictObject({ sessionId: z.string(), counts: shape.Progress }),
  ),
  /** The next card, or null when the session has none left for now. */
  'study.next': define(z.strictObject({ sessionId: shape.SessionId }), shape.CardView.nullable()),
  /**
   * `response` is graded by machine; `grade` alone is the learner's own verdict, for every kind; `unknown` alone is "I don't know":
   * Again, and the answer is shown.
   */
  'study.answer': define(
    z
      .strictObject({
        sessionId: shape.SessionId,
        cardId: shape.Id,
        revision: z.int().nonnegative(),
        response: shape.Response.optional(),
        grade: shape.Grade.optional(),
        unknown: z.literal(true).optional(),
        elapsedMs: z.number().min(0).max(86_400_000),
      })
      .refine(({ unknown, response, grade }) => !unknown || (response === undefined && grade === undefined), {
        path: ['unknown'],
      }),
    shape.Outcome,
  ),
  /** "I was right": replaces the last answer of this card by the learner's own grade (Good unless said). */
  'study.correct': define(
    z.strictObject({
      sessionId: shape.SessionId,
      cardId: shape.Id,
      revision: z.int().nonnegative(),
      grade: shape.Grade.optional(),
    }),
    shape.Outcome,
  ),
  /** Shows the hint; the best grade left is Hard. */
  'study.hint': define(
    z.strictObject({ sessionId: shape.SessionId, cardId: shape.Id, revision: z.int().nonnegative() }),
    z.strictObject({ hint: shape.Bilingual, revision: z.int() }),
  ),
  /** Takes back the last event, also after a restart. */
  'study.undo': define(
    Empty,
    z.strictObject({ type: z.enum(EVENT_TYPES), cardId: z.string().nullable(), at: shape.EpochMs }),
  ),
  /** How far a session is; after an undo, say. */
  'study.progress': define(z.strictObject({ sessionId: shape.SessionId }), shape.Progress),
  'study.summary': define(
    z.strictObject({ sessionId: shape.SessionId }),
    z.strictObject({
      answered: z.int(),
      passed: z.int(),
      elapsedMs: z.int(),
      grades: z.strictObject({ 1: z.int(), 2: z.int(), 3: z.int(), 4: z.int() }),
      /** Cards that went wrong, to look at again. */
      missed: z.array(
        z.strictObject({
          cardId: z.string(),
          prompt: shape.Bilingual,
          lessonId: z.string(),
          sectionId: z.string(),
          courseId: z.string(),
        }),
      ),
      /** When the next card comes due, and how many are due by the end of the next study day. */
      nextDue: shape.EpochMs.nullable(),
      dueTomorrow: z.int(),
    }),
  ),
  'card.update': define(
    z.strictObject({
      cardId: shape.Id,
      change: z.strictObject({
        suspended: z.boolean().optional(),
        /** Hide until tomorrow, or take that back. */
        buried: z.boolean().optional(),
        flag: CARD_FLAGS.optional(),
        marked: z.boolean().optional(),
        reset: z.literal(true).optional(),
      }),
    }),
    z.strictObject({ revision: z.int() }),
  ),
} as const;
