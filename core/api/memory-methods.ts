import { z } from 'zod';
import { REVIEW_MODES } from '../domain/history/event-schemas.ts';
import { CardIdShape } from '../domain/history/id-schemas.ts';
import { VERDICTS } from '../domain/judgement.ts';
import { QUESTION_KINDS, QUESTION_LEVELS } from '../domain/question.ts';
import { define } from './define.ts';
import * as shape from './shapes.ts';

const Share = z.number().min(0).max(1);

/** One answer to a card. Recall is predicted, 0 to 1; stability and intervals are in days. */
const CardReview = z.strictObject({
  ref: z.string(),
  at: shape.EpochMs,
  mode: z.enum(REVIEW_MODES),
  grade: shape.Grade,
  /** Null: the learner graded alone. */
  verdict: z.enum(VERDICTS).nullable(),
  response: shape.Response.nullable(),
  elapsedMs: z.number(),
  /** Just before the answer; null for the first, and for one that was taken back. */
  recallBefore: Share.nullable(),
  /** What it left; null where it moved no schedule, or was taken back. */
  after: z.strictObject({ intervalDays: z.number(), stabilityDays: z.number(), difficulty: z.number() }).nullable(),
  undone: z.boolean(),
  /** Can be taken back, or brought back where it was taken back. */
  undoable: z.boolean(),
});

/** How well single questions are remembered. */
export const memoryMethods = {
  /** Every question of a course, or of one lesson, with its recall today: one mark each. */
  'memory.map': define(
    shape.CourseId.extend({ lessonId: shape.Id.optional() }),
    z.strictObject({
      /** Desired recall, 0 to 1: what lies under it is due or soon will be. */
      target: Share,
      today: z.int(),
      lessons: z.array(
        z.strictObject({
          lessonId: z.string(),
          cards: z.array(
            z.strictObject({
              cardId: CardIdShape,
              prompt: shape.Bilingual,
              /** Null: never answered. */
              recall: Share.nullable(),
              /** Study day on which recall falls under the target. */
              fadesOn: z.int().nullable(),
              /** Study days with a right answer, of those it takes to have learned it. */
              daysRight: z.int(),
              due: shape.EpochMs.nullable(),
              /** Has work to do today. */
              isDue: z.boolean(),
              suspended: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** A card as it is asked, with what is right: to be looked at, not answered. */
  'card.preview': define(
    z.strictObject({ cardId: shape.CardId }),
    z.strictObject({
      card: shape.CardView,
      /** What is shown to one who does not know it. Null where the learner turns the card over. */
      solved: shape.Outcome.pick({
        verdict: true,
        score: true,
        parts: true,
        answer: true,
        explanation: true,
        evidence: true,
      }).nullable(),
    }),
  ),
  /** Everything that is known of one card. */
  'card.info': define(
    z.strictObject({ cardId: shape.CardId }),
    z.strictObject({
      cardId: CardIdShape,
      kind: z.enum(QUESTION_KINDS),
      prompt: shape.Bilingual,
      passage: shape.ShownPassage.exactOptional(),
      course: z.strictObject({ id: z.string(), title: shape.Bilingual }),
      lesson: z.strictObject({ id: z.string(), number: z.int(), title: shape.Bilingual }),
      sectionId: z.string(),
      revision: z.int(),
      phase: z.enum(['unread', 'new', 'learning', 'review', 'relearning']),
      introducedAt: shape.EpochMs.nullable(),
      /** Null: never answered. */
      memory: z
        .strictObject({
          due: shape.EpochMs,
          /** Study days until it is due; absent where that is today. */
          days: z.int().positive().exactOptional(),
          intervalDays: z.number(),
          stabilityDays: z.number(),
          difficulty: z.number(),
          recall: Share,
          fadesOn: z.int(),
          reps: z.int(),
          lapses: z.int(),
          leech: z.boolean(),
          /** Why it comes back when it does, as far as it can be said later. */
          interval: shape.IntervalReasons,
        })
        .nullable(),
      target: Share,
      today: z.int(),
      /** Where it is asked: with the course, in the glossary quiz, or no more at all; what was answered stays. */
      asked: z.enum(['course', 'glossary', 'no-more']),
      level: z.enum(QUESTION_LEVELS).exactOptional(),
      suspended: z.boolean(),
      /** Put off until another day. */
      buried: z.boolean(),
      flag: z.int(),
      marked: z.boolean(),
      /** Study days with a right answer. */
      daysRight: z.int(),
      /** Newest first. */
      reviews: z.array(CardReview),
      /** Recall since the first answer, or since the card was reset, and on without another one. Two points at one instant: an answer. */
      curve: z.array(z.strictObject({ at: z.int(), recall: Share })),
      /** What else was done to it, newest first. */
      changes: z.array(
        z.strictObject({
          ref: z.string(),
          at: shape.EpochMs,
          cards: z.int(),
          change: shape.CardChange,
          undone: z.boolean(),
          undoable: z.boolean(),
        }),
      ),
    }),
  ),
} as const;
