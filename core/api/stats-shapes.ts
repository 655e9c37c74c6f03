import { z } from 'zod';
import { Bilingual, CardId, EpochMs } from './shapes.ts';
import { QUESTION_KINDS } from '../domain/question.ts';
import { ITEM_CONCERNS, MATURITIES, PREDICTORS, SAID } from '../domain/stats/words.ts';

/** A study day, as days since 1970-01-01. */
const Day = z.int();
const Count = z.int().nonnegative();
const Part = z.number().min(0).max(1);

/** What a figure rests on: how many answers, and the first and last day of them (null: none). */
const Basis = z.strictObject({ answers: Count, from: Day.nullable(), to: Day.nullable() });

/** A share with its 90 % Wilson interval; all null where there is no answer. `enough`: it rests on so many that it may be said in words. */
const Share = z.strictObject({
  answers: Count,
  right: Count,
  share: Part.nullable(),
  low: Part.nullable(),
  high: Part.nullable(),
  enough: z.boolean(),
});

/** Of `from` up to, not including, `to` (null: and more). */
const Bin = z.strictObject({ from: z.number(), to: z.number().nullable(), cards: Count });
/** What the questions in the schedule are like now. */
const Histogram = z.strictObject({
  cards: Count,
  mean: z.number().nullable(),
  median: z.number().nullable(),
  bins: z.array(Bin),
});

const Totals = z.strictObject({
  /** All answers; `reviews` of them moved the schedule. */
  answers: Count,
  reviews: Count,
  /** Days with an answer, of the days of the range (from the first answer on where the range is `all`). */
  days: Count,
  daysInRange: Count,
  elapsedMs: Count,
  /** Mean time an answer; null without any. */
  msPerAnswer: z.number().nonnegative().nullable(),
  /** Of questions that had left the learning steps. */
  retention: Share,
  target: Part,
  /** Questions with a recall of 90 % or more, now and 30 days ago. */
  strong: z.strictObject({ now: Count, before30Days: Count }),
});

/** One day with an answer, oldest first. The kinds of work add up to `answers`; `other`: answers that moved no schedule. */
const StudiedDay = z.strictObject({
  day: Day,
  answers: Count,
  right: Count,
  elapsedMs: Count,
  new: Count,
  learning: Count,
  relearning: Count,
  young: Count,
  mature: Count,
  other: Count,
});

const Days = z.strictObject({
  basis: Basis,
  days: z.array(StudiedDay),
  /** The longest time without an answer between two days with one, in days; null for less than two days in a row. */
  pause: z.strictObject({ days: Count, from: Day, to: Day }).nullable(),
});

const Retention = z.strictObject({
  basis: Basis,
  target: Part,
  /** `new` is left out: nothing was to be remembered yet. */
  groups: z.array(z.strictObject({ maturity: z.enum(MATURITIES), ...Share.shape })),
});

/** What comes due, by what is known now: each question once. */
const Forecast = z.strictObject({
  /** Mean time an answer, the learner's own where there are enough, else 15 s. */
  msPerAnswer: z.number().positive(),
  isOwnPace: z.boolean(),
  overdue: z.strictObject({ cards: Count, minutes: z.number().nonnegative() }),
  /** From today on, 365 days; what is overdue is not in them. */
  days: z.array(z.strictObject({ day: Day, cards: Count, minutes: z.number().nonnegative() })),
});

const Hours = z.strictObject({
  basis: Basis,
  /** 24, from midnight on, by the clock where the learner was. `known`: answers to questions that had left the steps. */
  hours: z.array(z.strictObject({ hour: z.int().min(0).max(23), answers: Count, elapsedMs: Count, known: Share })),
});

const GradeCounts = z.strictObject({ 1: Count, 2: Count, 3: Count, 4: Count });
const Grades = z.strictObject({
  basis: Basis,
  groups: z.array(z.strictObject({ maturity: z.enum(['new', ...MATURITIES]), counts: GradeCounts })),
});
const Kinds = z.strictObject({
  basis: Basis,
  /** Kinds with an answer. `other`: of questions whose course is not there any more. */
  kinds: z.array(
    z.strictObject({
      kind: z.enum([...QUESTION_KINDS, 'other']),
      ...Share.shape,
      counts: GradeCounts,
      elapsedMs: Count,
    }),
  ),
});

/** Questions that entered the schedule in the range. */
const Added = z.strictObject({ cards: Count, days: z.array(z.strictObject({ day: Day, cards: Count })) });

/** How far a set of questions is now. `recall`: mean predicted recall of those in the schedule; null where none is. */
const Known = z.strictObject({
  questions: Count,
  introduced: Count,
  remembered: Count,
  recall: Part.nullable(),
  /** On how many days (up to 3) every question of it was answered right; `dotsShare`: the share of all dots of its questions. */
  dots: z.int().min(0).max(3),
  dotsShare: Part,
});
const Mastery = z.strictObject({
  lessons: z.array(
    z.strictObject({
      courseId: z.string(),
      lessonId: z.string(),
      /** 0: a deck, which has no lessons. */
      number: z.int(),
      title: Bilingual,
      ...Known.shape,
      /** Topics of the lesson: its sections with questions, in teaching order. */
      sections: z.array(z.strictObject({ sectionId: z.string(), heading: Bilingual, ...Known.shape })),
    }),
  ),
});

/** What was said of sureness, and how often it was right. */
const Sureness = z.strictObject({
  basis: Basis,
  groups: z.array(z.strictObject({ said: z.enum(SAID), ...Share.shape })),
});

/** A question by its name, as far as its course is there. */
const Item = {
  cardId: CardId,
  prompt: Bilingual,
  kind: z.enum(QUESTION_KINDS),
  courseId: z.string(),
  lessonId: z.string(),
};

/** The ten lowest shares right of questions with four or more answers. */
const Hardest = z.strictObject({
  basis: Basis,
  /** Questions with enough answers, of which these are the hardest. */
  judged: Count,
  questions: z.array(z.strictObject({ ...Item, ...Share.shape, misses: Count, lapses: Count })),
});

/**
 * Item health. Facility: share right. Discrimination: point-biserial correlation of right or wrong with the share right of the
 * learner's other answers of that day (there is one learner, so good days take the place of good learners), −1 to 1.
 */
const Items = z.strictObject({
  basis: Basis,
  /** Questions with enough answers to be judged, and those with fewer. */
  judged: Count,
  tooFew: Count,
  /** Those with something to look at, the most concerns first, at most 50. */
  questions: z.array(
    z.strictObject({
      ...Item,
      answers: Count,
      facility: Part,
      discrimination: z.number().min(-1).max(1).nullable(),
      /** Wrong options that were never picked, though enough wrong answers were given. */
      unpicked: z.array(z.strictObject({ id: z.string(), text: Bilingual })),
      concerns: z.array(z.enum(ITEM_CONCERNS)),
    }),
  ),
});

/**
 * How well recall was predicted. An answer counts where the question had been answered before on another day. `mean`: the
 * learner's share right so far; `moving`: that of the last 100 answers.
 */
const Calibration = z.strictObject({
  basis: Basis,
  /** Mean of what was predicted, and the share that was right. */
  predicted: Part.nullable(),
  right: Part.nullable(),
  predictors: z.array(
    z.strictObject({
      name: z.enum(PREDICTORS),
      logLoss: z.number().nonnegative().nullable(),
      /** Root of the mean square difference over bins of interval, repetitions and lapses, as in the open-spaced-repetition benchmark. */
      rmse: Part.nullable(),
      /** Chance that a right answer had the higher prediction than a wrong one; null where all were right or all wrong. */
      auc: Part.nullable(),
      /** By prediction, those with answers. */
      bins: z.array(
        z.strictObject({ from: Part, to: Part, answers: Count, predicted: Part, right: Part, low: Part, high: Part }),
      ),
    }),
  ),
  /** Against the better of the plain guesses, by log loss: the 95 % interval of the difference per answer leaves out 0, or not. */
  verdict: z.enum(['better', 'worse', 'same', 'too-few']),
  against: z.enum(['mean', 'moving']).nullable(),
});

/** All figures of the statistics, for one range and scope. */
export const StatsPage = z.strictObject({
  at: EpochMs,
  today: Day,
  /** First day of the range: that of the first answer where the range is `all`, or today without any. */
  from: Day,
  /** Questions of the scope, as far as their courses are there. */
  questions: Count,
  totals: Totals,
  days: Days,
  retention: Retention,
  forecast: Forecast,
  /** Of questions in review, days. */
  intervals: Histogram,
  stability: Histogram,
  difficulty: Histogram,
  /** Predicted recall now. */
  recall: Histogram,
  hours: Hours,
  grades: Grades,
  kinds: Kinds,
  added: Added,
  mastery: Mastery,
  sureness: Sureness,
  hardest: Hardest,
  items: Items,
  calibration: Calibration,
});
