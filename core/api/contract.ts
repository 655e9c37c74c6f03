import { z } from 'zod';
import { BODY_GROUPS, TIMELINE_THEMES } from '../domain/pictures.ts';
import { dataMethods } from './data-methods.ts';
import { CARD_FLAGS, define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

const CourseId = z.strictObject({ courseId: shape.Id });
const LessonId = z.strictObject({ courseId: shape.Id, lessonId: shape.Id });

/** Lessons whose questions should be remembered first, with what is missing. */
const Waiting = z.array(z.strictObject({ lessonId: z.string(), number: z.int(), title: shape.Bilingual }));

/** The whole surface between interface and host. A new feature starts with a line here. */
export const contract = {
  /** Who is there: version, shell, data folder, and what the store mended at start. */
  'app.info': define(
    Empty,
    z.strictObject({
      version: z.string(),
      shell: z.enum(['electron', 'web', 'cli']),
      dataFolder: z.string(),
      canOpenFolder: z.boolean(),
      /** Has the shell a dialog to choose files and folders? */
      canChoosePath: z.boolean(),
      now: shape.EpochMs,
      notices: z.array(z.strictObject({ code: z.string(), count: z.int() })),
    }),
  ),
  ...dataMethods,

  'library.list': define(
    Empty,
    z.strictObject({
      courses: z.array(
        z.strictObject({
          id: z.string(),
          title: shape.Bilingual,
          kind: z.enum(['course', 'deck']),
          counts: z.strictObject({
            lessons: z.int(),
            cards: z.int(),
            new: z.int(),
            due: z.int(),
            suspended: z.int(),
            learning: z.int(),
            remembered: z.int(),
          }),
          /** The lesson to go on with: the one being read, else the first unread. */
          next: z
            .strictObject({ lessonId: z.string(), number: z.int(), title: shape.Bilingual, started: z.boolean() })
            .nullable(),
        }),
      ),
    }),
  ),

  'lesson.list': define(
    CourseId,
    z.strictObject({
      course: z.strictObject({ id: z.string(), title: shape.Bilingual, source: shape.Bilingual }),
      lessons: z.array(
        z.strictObject({
          id: z.string(),
          number: z.int(),
          title: shape.Bilingual,
          subtitle: shape.Bilingual,
          objectives: z.array(shape.Bilingual),
          sections: z.int(),
          sectionsRead: z.int(),
          state: z.enum(['new', 'reading', 'read']),
          mastery: shape.Mastery,
          waitsFor: Waiting,
        }),
      ),
    }),
  ),
  'lesson.get': define(
    LessonId,
    z.strictObject({
      id: z.string(),
      number: z.int(),
      title: shape.Bilingual,
      subtitle: shape.Bilingual,
      objectives: z.array(shape.Bilingual),
      summary: z.array(shape.Bilingual),
      sections: z.array(
        z.strictObject({
          id: z.string(),
          heading: shape.Bilingual,
          blocks: z.strictObject({ th: z.array(shape.BlockShape), en: z.array(shape.BlockShape) }),
          evidence: z.array(shape.Evidence),
          read: z.boolean(),
          /** Asked after the section; answered through a `learn` session of this lesson. */
          inline: z.array(shape.CardView),
        }),
      ),
      terms: z.array(
        z.strictObject({
          id: z.string(),
          term: shape.Bilingual,
          abbr: z.string().optional(),
          meaning: shape.Bilingual,
        }),
      ),
      /** The section the learner stopped at. */
      place: z.string().nullable(),
      previous: z.string().nullable(),
      next: z.string().nullable(),
      mastery: shape.Mastery,
      waitsFor: Waiting,
    }),
  ),
  /** Keeps the reading position. */
  'lesson.place': define(LessonId.extend({ sectionId: shape.Id }), Done),
  /** Marks the lesson, or one section, read; its questions enter the schedule. */
  'lesson.complete': define(
    LessonId.extend({ sectionId: shape.Id.optional() }),
    z.strictObject({ introduced: z.int(), sectionsRead: z.int(), sections: z.int() }),
  ),
  /** Asks the questions of a lesson though its prerequisites are not remembered. */
  'lesson.open': define(LessonId, Done),

  /** Terms of a course, with the passages and lessons they belong to. */
  'course.glossary': define(
    CourseId,
    z.strictObject({
      terms: z.array(
        z.strictObject({
          id: z.string(),
          term: shape.Bilingual,
          abbr: z.string().optional(),
          meaning: shape.Bilingual,
          /** How the translated source writes it, where that misleads. */
          inSource: z.strictObject({ as: z.string(), note: shape.Bilingual }).optional(),
          evidence: z.array(shape.Evidence),
          /** Sections that link to it. */
          sections: z.array(
            z.strictObject({
              lessonId: z.string(),
              number: z.int(),
              title: shape.Bilingual,
              sectionId: z.string(),
              heading: shape.Bilingual,
            }),
          ),
        }),
      ),
    }),
  ),
  /** The data of the course's pictures. Dates are ISO, Common Era, as precise as the source. */
  'course.pictures': define(
    CourseId,
    z.strictObject({
      timeline: z.array(
        z.strictObject({
          id: z.string(),
          date: z.string(),
          theme: z.enum(TIMELINE_THEMES),
          title: shape.Bilingual,
          evidence: z.array(shape.Evidence),
        }),
      ),
      bodies: z.array(
        z.strictObject({
          id: z.string(),
          name: shape.Bilingual,
          abbr: z.string().optional(),
          group: z.enum(BODY_GROUPS),
          parent: z.string().nullable(),
          function: shape.Bilingual,
          evidence: z.array(shape.Evidence),
        }),
      ),
      members: z.array(
        z.strictObject({
          id: z.string(),
          name: shape.Bilingual,
          spans: z.array(
            z.strictObject({
              from: z.string(),
              to: z.string().nullable(),
              note: shape.Bilingual.optional(),
              evidence: z.array(shape.Evidence),
            }),
          ),
        }),
      ),
      forces: z.array(shape.Figure),
      operations: z.array(shape.Figure),
    }),
  ),

  'study.start': define(
    z
      .strictObject({
        mode: z.enum(['review', 'learn', 'practice']),
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
  /** `response` is graded by machine; `grade` alone is the learner's own verdict, for every kind. */
  'study.answer': define(
    z.strictObject({
      sessionId: shape.SessionId,
      cardId: shape.Id,
      revision: z.int().nonnegative(),
      response: shape.Response.optional(),
      grade: shape.Grade.optional(),
      elapsedMs: z.number().min(0).max(86_400_000),
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
  'study.undo': define(Empty, z.strictObject({ type: z.string(), cardId: z.string().nullable(), at: shape.EpochMs })),
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

  'stats.summary': define(
    Empty,
    z.strictObject({
      reviewsTotal: z.int(),
      reviewsToday: z.int(),
      passedToday: z.int(),
      elapsedTodayMs: z.int(),
      due: z.int(),
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

  'settings.get': define(Empty, shape.SettingsShape),
  'settings.set': define(shape.SettingsShape.partial(), shape.SettingsShape),
} as const;

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.infer<Contract[M]['input']>;
export type Output<M extends Method> = z.infer<Contract[M]['output']>;
export type Handlers = { [M in Method]: (input: Input<M>) => Promise<Output<M>> };
export const isMethod = (name: unknown): name is Method => typeof name === 'string' && Object.hasOwn(contract, name);

export type CardView = z.infer<typeof shape.CardView>;
export type Outcome = z.infer<typeof shape.Outcome>;
export type Evidence = z.infer<typeof shape.Evidence>;
export type SessionProgress = z.infer<typeof shape.Progress>;
export type Mastery = z.infer<typeof shape.Mastery>;
