import { z } from 'zod';
import { CARD_FLAGS } from './define.ts';
import type { Block, Inline } from '../domain/course.ts';
import { GRADES } from '../domain/grade.ts';
import { EVENT_TYPES } from '../domain/event-types.ts';
import { JUDGEMENT_NOTES, VERDICTS } from '../domain/judgement.ts';
import { LABEL_TASKS, QUESTION_KINDS } from '../domain/question.ts';
import { INTERVAL_RULES } from '../domain/study/interval-reasons.ts';
import { CardIdShape, naming } from '../domain/history/id-schemas.ts';
import type { CardId as CardName } from '../domain/ids.ts';
import { SettingsShape as Settings } from '../domain/history/settings-schema.ts';

/** Values that several methods share. JSON only: no Date, Map or undefined-as-value, so IPC and HTTP carry the same. */
export const EpochMs = z.int().nonnegative();
export const Id = z.string().min(1).max(200);
export const CardId = naming<CardName>(Id);
export const CourseId = z.strictObject({ courseId: Id });
/** Holds the session's scope, so it is longer than the ids in it. */
export const SessionId = z.string().min(1).max(1_000);
export const Bilingual = z.strictObject({ th: z.string(), en: z.string() });
export const Grade = z.literal(GRADES);
export const Response = z.union([
  z.string().max(2_000),
  z.array(z.string().max(2_000)).max(50),
  z.record(z.string().max(200), z.string().max(200)).refine((map) => Object.keys(map).length <= 50),
]);

const InlineShape: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
    z.strictObject({ kind: z.enum(['strong', 'em']), children: z.array(InlineShape) }),
    z.strictObject({ kind: z.literal('term'), termId: z.string(), children: z.array(InlineShape) }),
    z.strictObject({ kind: z.literal('cite'), paragraphs: z.array(z.string()) }),
  ]),
);
const Line = z.array(InlineShape);
export const BlockShape: z.ZodType<Block> = z.union([
  z.strictObject({ kind: z.enum(['paragraph', 'quote']), children: Line }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(Line) }),
  z.strictObject({ kind: z.literal('table'), head: z.array(Line), rows: z.array(z.array(Line)) }),
  z.strictObject({
    kind: z.literal('picture'),
    picture: z.string(),
    focus: z.array(z.string()),
    children: Line,
  }),
  z.strictObject({
    kind: z.literal('medium'),
    name: z.string(),
    address: z.string().nullable().exactOptional(),
    children: Line,
  }),
]);

/** A passage of the source in our words, and whose words they stand for, where the course names its voices. */
export const ShownPassage = z.strictObject({
  id: z.string(),
  gist: Bilingual,
  /** Of a section of a lesson, which has no number that people know: the lesson's title. */
  lesson: Bilingual.exactOptional(),
  voice: z.strictObject({ id: z.string(), name: Bilingual }).exactOptional(),
});
/** A passage and where the course teaches it. */
export const Evidence = ShownPassage.extend({
  section: z
    .strictObject({
      /** Where that is another one than the question's. */
      courseId: z.string().exactOptional(),
      ...{ lessonId: z.string(), sectionId: z.string(), heading: Bilingual },
    })
    .nullable(),
});

/** One figure as one passage gives it. */
export const Figure = z.strictObject({
  subject: z.string(),
  name: Bilingual,
  label: Bilingual,
  value: z.number(),
  unit: Bilingual,
  asOf: Bilingual,
  evidence: z.array(Evidence),
});

/** How many study days ahead, counted in whole days; absent where it is today. */
const Days = z.int().positive().exactOptional();
/** What one grade would do: when the card comes back, and after how long. */
const Interval = z.strictObject({ due: EpochMs, intervalMs: z.int().nonnegative(), days: Days });
const Intervals = z.strictObject({ 1: Interval, 2: Interval, 3: Interval, 4: Interval });

const Labelled = z.strictObject({ id: z.string(), text: Bilingual });

/** A question as it is put to the learner: nothing in it gives the answer away, except the other side of a plain card. */
export const CardView = z.strictObject({
  cardId: CardId,
  /** The state the learner sees; an answer must name it. */
  revision: z.int().nonnegative(),
  kind: z.enum(QUESTION_KINDS),
  /** `isDeck`: it has no lessons, and `lesson` says nothing. */
  course: z.strictObject({
    ...{ id: z.string(), title: Bilingual, isDeck: z.literal(true).exactOptional() },
    /** The learner made it: its lessons and questions can be edited. */
    isOwn: z.literal(true).exactOptional(),
  }),
  lesson: z.strictObject({ id: z.string(), number: z.int(), title: Bilingual }),
  /** It is made by a template: `card.face` has its two sides; `prompt` and `back` are their plain text. */
  hasFace: z.literal(true).exactOptional(),
  sectionId: z.string(),
  prompt: Bilingual,
  /** A passage the prompt is about. */
  passage: ShownPassage.exactOptional(),
  /** The other side of a `card`. */
  back: Bilingual.optional(),
  /** `card`: shown with the other side, before the learner grades; no other kind carries them here. */
  explanation: Bilingual.optional(),
  evidence: z.array(Evidence).optional(),
  /** Options of choice, choices and a name to choose, items of order, labels to place: in the order to show, fixed for this revision. */
  options: z.array(Labelled).optional(),
  /** `choices`: how many are right. */
  choose: z.int().optional(),
  /** `label`: the picture, and the marks whose names are hidden, where saying which does not answer it (`find`: every mark). */
  label: z.strictObject({ picture: z.string(), task: z.enum(LABEL_TASKS), marks: z.array(z.string()) }).optional(),
  left: z.array(Labelled).optional(),
  right: z.array(Labelled).optional(),
  /** Gaps of a cloze, in order. */
  blanks: z.array(z.strictObject({ as: z.enum(['text', 'number', 'year', 'date']) })).optional(),
  unit: Bilingual.optional(),
  /** `date`: what is asked for. */
  precision: z.enum(['year', 'month', 'day']).optional(),
  hasHint: z.boolean(),
  /** Set when a hint was shown or a near miss made before: the best grade left is Hard. */
  attempt: z.enum(['hint', 'close']).nullable(),
  phase: z.enum(['new', 'learning', 'review', 'relearning']),
  intervals: Intervals,
  /** Grades the learner may give: all four, or Again and Good alone. */
  buttons: z.literal([2, 4]),
  /** It comes back because the learner was sure of a wrong answer to it in this session. */
  sureWrong: z.literal(true).optional(),
  suspended: z.boolean(),
  flag: z.int(),
  marked: z.boolean(),
});

/** How far a session is. Each card counts once: `done` + `left` only grow when a card is taken up that was put away. */
export const Progress = z.strictObject({
  /** Cards answered in this session, those that come back too. */
  done: z.int(),
  /** Cards not answered in it yet, the one on show included. */
  left: z.int(),
  /** Cards answered in it that come back in it: learning steps. */
  repeats: z.int(),
  /** Of those left, by kind of work. */
  learning: z.int(),
  review: z.int(),
  new: z.int(),
});

export const Difference = z.array(z.strictObject({ kind: z.enum(['same', 'extra', 'missing']), text: z.string() }));

/** Why a card comes back on its day. Days are counted from its answer; probabilities are 0 to 1. */
export const IntervalReasons = z.strictObject({
  rule: z.enum(INTERVAL_RULES),
  /** What FSRS wants, not rounded; null in a learning step. */
  wantedDays: z.number().nullable(),
  /** Predicted recall when it comes back. */
  recallAtDue: z.number(),
  /** Days it could have come back on, the one it does among them: how many reviews were due then before, and is it kept free? */
  window: z.array(z.strictObject({ days: z.int(), load: z.int(), isRest: z.boolean() })),
});

const ComesBack = z.strictObject({ due: EpochMs, days: Days });

/** Why the next interval is what it is. Stability and intervals in days; probabilities 0 to 1. */
const Why = z.strictObject({
  grade: Grade,
  retention: z.number(),
  stabilityDays: z.number(),
  difficulty: z.number(),
  /** Probability of recall just before the answer; null for the first answer. */
  recallBefore: z.number().nullable(),
  stabilityBeforeDays: z.number().nullable(),
  intervalDays: z.number(),
  phase: z.enum(['learning', 'review', 'relearning']),
  lapses: z.int(),
  leech: z.boolean(),
  /** The learner's own parameters hold, not those that the model is published with. */
  ownParameters: z.boolean(),
  interval: IntervalReasons,
  /** When each grade would have brought it back; null where the answer moved no schedule. */
  grades: z.strictObject({ 1: ComesBack, 2: ComesBack, 3: ComesBack, 4: ComesBack }).nullable(),
});

/** The outcome of an answer, shown only after it is on the disk. */
export const Outcome = z.strictObject({
  cardId: CardId,
  /** The card's revision after the answer. */
  revision: z.int(),
  /** `self`: the learner graded alone. */
  verdict: z.enum([...VERDICTS, 'self']),
  score: z.number().min(0).max(1),
  difference: Difference.optional(),
  parts: z.array(
    z.strictObject({
      id: z.string(),
      right: z.boolean(),
      expected: Bilingual.optional(),
      /** Of an item in the wrong order: what it belongs right behind; null for the first. */
      goesAfter: Bilingual.nullable().optional(),
      difference: Difference.optional(),
      /** Of a gap: a reason as for the whole. */
      note: z.enum(JUDGEMENT_NOTES).optional(),
      /** Why this option is wrong. */
      why: Bilingual.optional(),
    }),
  ),
  /** `unchanged`: what nearly was right was sent again as it was; it costs nothing. */
  note: z.enum([...JUDGEMENT_NOTES, 'unchanged']).optional(),
  /**
   * The question stays open: a near miss, the same near miss sent again, or what can not be read as a date or number. Nothing is
   * graded; a difference shows `_` for each missing letter, and no part of the answer is said.
   */
  tryAgain: z.boolean(),
  answer: Bilingual.optional(),
  explanation: Bilingual.optional(),
  evidence: z.array(Evidence),
  grade: Grade.nullable(),
  /** The learner was sure, and wrong: the card comes back in this session, after others. */
  sureWrong: z.literal(true).optional(),
  due: EpochMs.nullable(),
  days: Days,
  why: Why.nullable(),
  progress: Progress,
});

export const SettingsShape = z.strictObject(Settings.shape);

const Recall = z.strictObject({
  /** Of the questions in the schedule; null where there are none. */
  introduced: z.number().min(0).max(1).nullable(),
  /** Of all questions, those not read yet counted as 0. */
  all: z.number().min(0).max(1),
});
/** Predicted share of questions answered, 0 to 1: now, and later without any study in between. */
export const RecallForecast = z.strictObject({ today: Recall, in7Days: Recall, in30Days: Recall });

/** How far a set of questions is: `remembered` have left the learning steps, `learning` are in them; `recall` is what is known. */
export const Mastery = z.strictObject({
  questions: z.int(),
  /** In the schedule. */
  introduced: z.int(),
  learning: z.int(),
  remembered: z.int(),
  recall: RecallForecast,
});

const Share = z.number().min(0).max(1);
/** Days, 0 to 3, on which every question of a lesson was right; and which share of them was, on one day at least, two, three. */
export const Learned = z.strictObject({
  dots: z.int().min(0).max(3),
  shares: z.tuple([Share, Share, Share]).readonly(),
});

/** What happened to a card beside an answer. */
export const CardChange = z.strictObject({
  suspended: z.boolean().optional(),
  buriedUntilDay: z.int().optional(),
  dueDay: z.int().optional(),
  lastDay: z.int().optional(),
  flag: CARD_FLAGS.optional(),
  marked: z.boolean().optional(),
  reset: z.literal(true).optional(),
  /** It came with a memory and no reviews. */
  memory: z.object({ stabilityDays: z.number(), intervalDays: z.number() }).optional(),
});

/** One thing the learner did, said so that it can be named. */
export const Deed = z.strictObject({
  type: z.enum(EVENT_TYPES),
  at: EpochMs,
  /** The one card it touched, and how many it touched. */
  cardId: CardIdShape.nullable(),
  cards: z.int(),
  /** Of the one card, where its course is there. */
  prompt: Bilingual.optional(),
  /** Title of the lesson that was read or opened. */
  lesson: Bilingual.optional(),
  /** How many sections were marked read. */
  sections: z.int().optional(),
  /** Names of the settings that were changed. */
  settings: z.array(z.string()).optional(),
  change: CardChange.optional(),
});
