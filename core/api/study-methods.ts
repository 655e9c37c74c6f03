import { z } from 'zod';
import { MAX_DAY } from '../domain/history/limits.ts';
import { CardIdShape } from '../domain/history/id-schemas.ts';
import { REVIEW_MODES } from '../domain/history/event-schemas.ts';
import { QUESTION_KINDS } from '../domain/question.ts';
import { EMPTY_REASONS } from '../domain/study/why-empty.ts';
import { CARD_FLAGS, define } from './define.ts';
import * as shape from './shapes.ts';

const ContrastSide = z.strictObject({ text: shape.Bilingual, cards: z.array(CardIdShape) });
const NamedSide = z.strictObject({ cardId: CardIdShape, prompt: shape.Bilingual });

const Filter = z.strictObject({
  /** These cards, in this order; no other process can go on with such a session. */
  cardIds: z.array(shape.CardId).min(1).max(500).optional(),
  kinds: z.array(z.enum(QUESTION_KINDS)).min(1).max(QUESTION_KINDS.length).optional(),
  lessonIds: z.array(shape.Id).min(1).max(50).optional(),
  flag: z.int().min(1).max(7).optional(),
  marked: z.literal(true).optional(),
  leech: z.literal(true).optional(),
  /** Answered before, and recall now at most this. */
  maxRecall: z.number().min(0).max(1).optional(),
  /** Answered wrong today. */
  missedOn: z.literal('today').optional(),
  /** Answered before, and due in so many days at the latest. */
  dueWithinDays: z.int().min(0).max(3650).optional(),
  /** Found by this query when the session begins (docs/query.md); no other process can go on with such a session. */
  query: z.string().max(2_000).optional(),
});

const Growth = { before: z.number().min(0).max(1), after: z.number().min(0).max(1) };

/** Asking and answering, and what the learner does to a card beside answering it. */
export const studyMethods = {
  'study.start': define(
    z
      .strictObject({
        /** Exams and checks of a lesson have methods of their own. */
        mode: z.enum(REVIEW_MODES).exclude(['exam', 'check']),
        /** Narrows the scope to cards that have all that is named. */
        filter: Filter.optional(),
        courseId: shape.Id.optional(),
        lessonId: shape.Id.optional(),
        limit: z.int().min(1).max(10_000).optional(),
      })
      // A lesson's id is unique in its course only.
      .refine(({ courseId, lessonId }) => lessonId === undefined || courseId !== undefined, { path: ['courseId'] }),
    z.strictObject({
      sessionId: z.string(),
      counts: shape.Progress,
      /** Why there is nothing to ask now; null where there is. */
      why: z.enum(EMPTY_REASONS).nullable(),
    }),
  ),
  /** The next card, or null when the session has none left for now. */
  'study.next': define(z.strictObject({ sessionId: shape.SessionId }), shape.CardView.nullable()),
  /**
   * A card as it is now, for a view whose card was answered or changed elsewhere. `wanted`: it has work to do in this session now;
   * otherwise it was answered, put off or suspended meanwhile.
   */
  'study.card': define(
    z.strictObject({ sessionId: shape.SessionId, cardId: shape.CardId }),
    z.strictObject({ card: shape.CardView, wanted: z.boolean() }),
  ),
  /**
   * `response` is graded by machine; `grade` alone is the learner's own verdict, for every kind; `unknown` alone is "I don't know":
   * Again, and the answer is shown.
   */
  'study.answer': define(
    z
      .strictObject({
        sessionId: shape.SessionId,
        cardId: shape.CardId,
        revision: z.int().nonnegative(),
        response: shape.Response.optional(),
        grade: shape.Grade.optional(),
        unknown: z.literal(true).optional(),
        /** Did the learner say they were sure? A sure wrong answer comes back in the session. */
        sure: z.boolean().optional(),
        /** With a `grade`: when its preview said the card comes back, in days. Where it would not any more, the answer is `stale-card`. */
        due: shape.EpochMs.optional(),
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
      cardId: shape.CardId,
      revision: z.int().nonnegative(),
      grade: shape.Grade.optional(),
    }),
    shape.Outcome,
  ),
  /** Shows the hint; the best grade left is Hard. */
  'study.hint': define(
    z.strictObject({ sessionId: shape.SessionId, cardId: shape.CardId, revision: z.int().nonnegative() }),
    z.strictObject({ hint: shape.Bilingual, revision: z.int() }),
  ),
  /**
   * Takes back the last thing done in the session, or on this device where no session is named. Where the session has nothing
   * left, nothing is done and `older` tells what was done last before it; `older: true` takes that back.
   */
  'study.undo': define(
    z.strictObject({ sessionId: shape.SessionId.optional(), older: z.literal(true).optional() }),
    z.strictObject({
      /** What was taken back. */
      what: shape.Deed.nullable(),
      /** What would be taken back next; set exactly when nothing was. */
      older: shape.Deed.nullable(),
    }),
  ),
  /** How far a session is; after an undo, say. */
  'study.progress': define(z.strictObject({ sessionId: shape.SessionId }), shape.Progress),
  /** Pairs this learner mixes up, the latest first, and pairs that the course names; a session of mode `contrast` asks them in turn. */
  'contrast.list': define(
    shape.CourseId,
    z.strictObject({
      pairs: z.array(
        z.strictObject({
          /** The two things, each with the cards that ask for it: those answered wrong first; none where it is only an option. */
          sides: z.tuple([ContrastSide, ContrastSide]),
          /** Oldest first. */
          evidence: z.array(
            z.strictObject({
              ref: z.string(),
              at: shape.EpochMs,
              cardId: CardIdShape,
              prompt: shape.Bilingual,
              expected: shape.Bilingual,
              given: shape.Bilingual,
            }),
          ),
          /** How likely chance alone would make as many such mistakes. */
          chance: z.number().min(0).max(1),
        }),
      ),
      /** Pairs whose two questions were studied and whose answers, the course says, are easily taken for one another; none that is found. */
      named: z.array(z.tuple([NamedSide, NamedSide])),
    }),
  ),
  'study.summary': define(
    z.strictObject({ sessionId: shape.SessionId }),
    z.strictObject({
      answered: z.int(),
      passed: z.int(),
      elapsedMs: z.int(),
      grades: z.strictObject({ 1: z.int(), 2: z.int(), 3: z.int(), 4: z.int() }),
      /** Different cards, those answered for the first time ever, and those right at the first answer here. */
      cards: z.int(),
      newCards: z.int(),
      rightFirst: z.int(),
      /**
       * Mean predicted recall so many days from now, 0 to 1, without the answers of the session and with them; a new card counted as 0
       * before. By lesson, the largest gain first. Null where the session moves no schedule, or nothing was answered.
       */
      growth: z
        .strictObject({
          days: z.int(),
          ...Growth,
          lessons: z.array(
            z.strictObject({
              courseId: z.string(),
              lessonId: z.string(),
              number: z.int(),
              title: shape.Bilingual,
              cards: z.int(),
              ...Growth,
            }),
          ),
        })
        .nullable(),
      /** Cards that went wrong, to look at again. */
      missed: z.array(
        z.strictObject({
          cardId: CardIdShape,
          prompt: shape.Bilingual,
          lessonId: z.string(),
          sectionId: z.string(),
          courseId: z.string(),
          /** What was typed; null where it was not typed. */
          response: z.string().nullable(),
          /** The learner had said they were sure. */
          wasSure: z.boolean(),
          /** The last answer to it was right. */
          rightLater: z.boolean(),
        }),
      ),
      /** When the next card comes due, and how many are due by the end of the next study day. */
      nextDue: shape.EpochMs.nullable(),
      dueTomorrow: z.int(),
    }),
  ),
  /** `sessionId`: undo in that session takes it back. */
  'card.update': define(
    z.strictObject({
      sessionId: shape.SessionId.optional(),
      cardId: shape.CardId,
      change: z.strictObject({
        suspended: z.boolean().optional(),
        /** Hide until tomorrow, or take that back. */
        buried: z.boolean().optional(),
        flag: CARD_FLAGS.optional(),
        marked: z.boolean().optional(),
        reset: z.literal(true).optional(),
        /** Study day on which a card in review is due; its memory stays as it is. */
        dueDay: z.int().min(-MAX_DAY).max(MAX_DAY).optional(),
      }),
    }),
    z.strictObject({ revision: z.int() }),
  ),
} as const;
