import { z } from 'zod';
import { SPEEDS } from '../domain/plan/backlog.ts';
import { define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

const Share = z.number().min(0).max(1);
const Minutes = z.int().nonnegative();
/** Study days, as days since 1970-01-01; both ends belong to it. */
const Days = z.strictObject({ from: z.int(), to: z.int() });
/** To a tenth, and never more than it is: the parts of a day are together no more than its budget. */
const Tenths = z.number().nonnegative();
const DayAmount = z.strictObject({ cards: z.int(), minutes: Tenths });
const Amount = z.strictObject({ cards: z.int(), minutes: Minutes });

/** The plan: what a day's time buys, what is left over, and where it leads. */
export const planMethods = {
  /**
   * What there is to do in one sitting. `minutes`: the time for it; else what is left of the minutes a day, or, without those, whatever
   * the limits allow. `language`: of the texts to be read.
   */
  'plan.day': define(
    z.strictObject({ minutes: z.int().min(1).max(1440).optional(), language: z.enum(['th', 'en']).optional() }),
    z.strictObject({
      today: z.int(),
      /** The learner's minutes a day; 0: none. */
      minutesPerDay: Minutes,
      /** Studied today so far. */
      doneMinutes: Minutes,
      /** What the plan takes, and by how much that may be wrong. */
      minutes: Minutes,
      spreadMinutes: Minutes,
      /** Answers the pace rests on; 0: what is usual. */
      paceAnswers: z.int(),
      reviews: Amount,
      fresh: Amount,
      /** The section to read next, with those of its questions that are asked after it. */
      reading: z
        .strictObject({
          courseId: z.string(),
          lessonId: z.string(),
          sectionId: z.string(),
          heading: shape.Bilingual,
          minutes: Minutes,
          questions: z.int(),
        })
        .nullable(),
      /** Due or new, and not in the plan: they wait for another sitting or day. */
      left: z.strictObject({
        reviews: z.int(),
        fresh: z.int(),
        /** What holds them back. */
        because: z.enum(['time', 'limit']).nullable(),
      }),
      /** Due or new too, but another question of today would give them away. */
      keptApart: z.int(),
      /** Due too, but put off by the learner until another day; and suspended. */
      putOff: z.int(),
      suspended: z.int(),
      /** The vacation of today, or one that begins within a week. */
      vacation: Days.extend({ isOn: z.boolean() }).nullable(),
      /** More is overdue than a day's time: see `plan.backlog`. */
      hasBacklog: z.boolean(),
    }),
  ),
  /** A session that asks what `plan.day` names, in its order. After a restart it goes on with as many of what is due. */
  'plan.start': define(
    z.strictObject({ minutes: z.int().min(1).max(1440).optional() }),
    z.strictObject({ sessionId: z.string(), counts: shape.Progress }),
  ),
  /** How what is overdue is worked off; null where there is no backlog. */
  'plan.backlog': define(
    Empty,
    z
      .strictObject({
        overdue: Amount,
        daysSinceStudy: z.int().nullable(),
        /** Expected recall of what is overdue: now, and on the day it was due. */
        recallNow: Share,
        recallWhenDue: Share,
        /** Overdue and still well known: they come last. */
        canWait: z.int(),
        speeds: z.array(z.strictObject({ speed: z.enum(SPEEDS), minutes: Minutes, days: z.int(), endsOn: z.int() })),
        /** Minutes of the coming days at normal speed: what falls due then, and what is overdue. */
        days: z.array(z.strictObject({ day: z.int(), due: Tenths, late: Tenths })),
        /** Lessons where most was lost: expected recall when due, and now. */
        faded: z.array(
          z.strictObject({
            courseId: z.string(),
            lessonId: z.string(),
            number: z.int(),
            title: shape.Bilingual,
            before: Share,
            now: Share,
          }),
        ),
      })
      .nullable(),
  ),
  /** The next 30 days if all is done as planned. */
  'plan.month': define(
    Empty,
    z.strictObject({
      today: z.int(),
      days: z.array(
        z.strictObject({
          day: z.int(),
          reviews: DayAmount,
          late: DayAmount,
          fresh: DayAmount,
          /** Left over at the end of the day. */
          left: z.int(),
          isOff: z.boolean(),
        }),
      ),
    }),
  ),
  /** The exam a course is learned for, and what can be expected of it. */
  'plan.goal': define(
    shape.CourseId,
    z.strictObject({
      goal: z.strictObject({ examDay: z.int(), target: z.number().min(0.5).max(0.99) }).nullable(),
      questions: z.int(),
      /** Questions never asked. */
      unasked: z.int(),
      /** Null without a goal, and once its day has come. */
      outlook: z
        .strictObject({
          /** Share of all questions remembered on the day, and where nine of ten results lie. */
          expected: Share,
          low: Share,
          high: Share,
          newPerDay: z.int(),
          /** The least new cards a day with which the target is reached; null: it can not be. */
          newPerDayWanted: z.int().nullable(),
          /** The most that can be reached. */
          best: Share,
        })
        .nullable(),
    }),
  ),
  'plan.setGoal': define(
    shape.CourseId.extend({ examDay: z.int().min(0).max(100_000), target: z.number().min(0.5).max(0.99) }),
    Done,
  ),
  'plan.removeGoal': define(shape.CourseId, Done),
} as const;
