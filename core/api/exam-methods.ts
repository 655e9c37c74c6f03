import { z } from 'zod';
import { EXAM_KINDS, MAX_EXAM_MINUTES, MAX_EXAM_PARTS, MAX_EXAM_QUESTIONS } from '../domain/exam/blueprint.ts';
import { TEMPLATES } from '../domain/exam/templates.ts';
import { VERDICTS } from '../domain/judgement.ts';
import { QUESTION_KINDS, QUESTION_LEVELS } from '../domain/question.ts';
import { CardIdShape } from '../domain/history/id-schemas.ts';
import { define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

const Share = z.number().min(0).max(1);
const ExamId = z.strictObject({ examId: shape.Id });
const Template = z.enum(TEMPLATES);

/** What an exam is to be made of; of a course. */
const Blueprint = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        title: shape.Bilingual.exactOptional(),
        lessons: z.array(shape.Id).min(1).max(MAX_EXAM_QUESTIONS),
        /** Measured against the other parts'. */
        weight: z.number().min(0).max(1_000),
      }),
    )
    .max(MAX_EXAM_PARTS),
  questions: z.int().min(1).max(MAX_EXAM_QUESTIONS),
  minutes: z.int().min(1).max(MAX_EXAM_MINUTES),
  kinds: z.enum(EXAM_KINDS),
  onlyAsked: z.boolean(),
  /** Share that asks for more than to know; without it levels are not looked at. */
  aboveRecall: Share.exactOptional(),
});
/** Refined apart from its shape, so that the shape can be used for replies. */
const BlueprintSent = Blueprint.refine(
  ({ parts }) =>
    new Set(parts.flatMap(({ lessons }) => lessons)).size === parts.flatMap(({ lessons }) => lessons).length,
  { path: ['parts'] },
);

const Lesson = z.strictObject({ id: z.string(), number: z.int(), title: shape.Bilingual });

/** A predicted share of right answers, guessing included, with the interval that holds nine times in ten. */
const Expectation = z.strictObject({ expected: Share, low: Share, high: Share, byGuessing: Share });

/** Right answers, and the share of all such questions that would be right, with a 90 % interval. */
const Score = z.strictObject({ right: z.int(), of: z.int(), share: Share, low: Share, high: Share });

/** An exam as a whole. */
const Exam = z.strictObject({
  examId: z.string(),
  template: Template,
  courseId: z.string(),
  startedAt: shape.EpochMs,
  durationMs: z.int().positive(),
  /** When it was handed in, or its time was up; null while it runs. */
  endedAt: shape.EpochMs.nullable(),
  /** `over`: the time is up and nobody has handed it in; it stands as it stood then. */
  state: z.enum(['running', 'over', 'ended']),
  /** Until the time is up; 0 when it is over. */
  leftMs: z.int().nonnegative(),
  questions: z.int(),
  answered: z.int(),
  /** How many questions were asked for, where there were not so many. */
  wanted: z.int(),
  countsAsReviews: z.boolean(),
  /** It is the course's own final exam. */
  final: z.literal(true).exactOptional(),
});
const Time = z.strictObject({ leftMs: z.int().nonnegative() });

/** Exams: no verdict before the end. */
export const examMethods = {
  /** The templates as a course fills them, and what there is to ask in each lesson. */
  'exam.templates': define(
    shape.CourseId,
    z.strictObject({
      templates: z.array(z.strictObject({ id: Template, blueprint: Blueprint })),
      /** Has the course made up a final exam? Then that is its `course` template. */
      hasFinal: z.boolean(),
      lessons: z.array(Lesson),
      /** Plain cards, which the learner grades alone: no exam asks them. */
      leftOut: z.int(),
    }),
  ),
  /** What an exam by this blueprint would be, and the score to expect of it now. */
  'exam.plan': define(
    z.strictObject({ courseId: shape.Id, blueprint: BlueprintSent }),
    z.strictObject({
      /** Questions of each part of the blueprint, and how many there are to draw from. */
      parts: z.array(z.strictObject({ questions: z.int(), available: z.int() })),
      questions: z.int(),
      minutes: z.int(),
      /** Of those there are to draw from, never answered before. */
      neverAsked: z.int(),
      expectation: Expectation.nullable(),
    }),
  ),
  /** Draws the questions and starts the clock. One exam at a time. */
  'exam.start': define(
    z.strictObject({
      courseId: shape.Id,
      template: Template,
      blueprint: BlueprintSent,
      /** At the end each answer also counts as a review. */
      countsAsReviews: z.boolean(),
    }),
    ExamId,
  ),
  /** The questions, in the order to ask, with what was answered: nothing that gives an answer away. */
  'exam.get': define(
    ExamId,
    z.strictObject({
      exam: Exam,
      parts: z.array(
        z.strictObject({
          title: shape.Bilingual.exactOptional(),
          lessons: z.array(Lesson),
          questions: z.array(
            z.strictObject({
              card: shape.CardView,
              response: shape.Response.nullable(),
              marked: z.boolean(),
              /** Time it was looked at before. */
              elapsedMs: z.number(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Puts an answer on the disk; it may be changed until the end. Without `response` it is taken back. */
  'exam.answer': define(
    z.strictObject({
      examId: shape.Id,
      cardId: shape.CardId,
      response: shape.Response.optional(),
      /** Time the question was looked at so far. */
      elapsedMs: z.number().min(0).max(86_400_000),
    }),
    Time,
  ),
  /** Marks a question to come back to. */
  'exam.mark': define(z.strictObject({ examId: shape.Id, cardId: shape.CardId, marked: z.boolean() }), Time),
  /** Hands it in. After the time is up it ends as it stood then. */
  'exam.end': define(ExamId, Done),
  /** Newest first. */
  'exam.list': define(
    z.strictObject({ courseId: shape.Id.optional() }),
    z.strictObject({ exams: z.array(z.strictObject({ exam: Exam, score: Score.nullable() })) }),
  ),
  /** The exam that goes on now. */
  'exam.running': define(Empty, z.strictObject({ exam: Exam.nullable() })),
  'exam.result': define(
    ExamId,
    z.strictObject({
      exam: Exam,
      score: Score,
      parts: z.array(
        z.strictObject({ title: shape.Bilingual.exactOptional(), lessons: z.array(Lesson), score: Score }),
      ),
      /** By what was asked for, from knowing upwards; none where the course does not say. */
      levels: z.array(z.strictObject({ level: z.enum(QUESTION_LEVELS), score: Score })),
      /** Share that blind guessing would have got, and what is known when luck is taken off. */
      byGuessing: Share,
      withoutLuck: Share,
      /** What was expected when it began. */
      expectation: Expectation.nullable(),
      /** The exam by the same template before it. */
      before: z.strictObject({ at: shape.EpochMs, share: Share }).nullable(),
      questions: z.array(
        z.strictObject({
          /** From 1, over the whole exam. */
          number: z.int(),
          part: z.int(),
          cardId: CardIdShape,
          kind: z.enum(QUESTION_KINDS),
          lesson: Lesson,
          sectionId: z.string(),
          prompt: shape.Bilingual,
          passage: shape.ShownPassage.exactOptional(),
          level: z.enum(QUESTION_LEVELS).exactOptional(),
          verdict: z.enum([...VERDICTS, 'unanswered']),
          score: Share,
          /** What was answered, as text. */
          given: shape.Bilingual.nullable(),
          difference: shape.Difference.optional(),
          answer: shape.Bilingual,
          /** Ids of the right options, where there are options. */
          rightOptions: z.array(z.string()),
          /** Why a wrong option that was picked is wrong. */
          why: z.array(shape.Bilingual),
          explanation: shape.Bilingual,
          evidence: z.array(shape.Evidence),
          marked: z.boolean(),
        }),
      ),
    }),
  ),
} as const;
