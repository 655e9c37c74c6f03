import { z } from 'zod';
import { define, Done } from './define.ts';
import * as shape from './shapes.ts';

const LessonId = shape.CourseId.extend({ lessonId: shape.Id });

/** Lessons whose questions should be remembered first, with what is missing. */
const Waiting = z.array(z.strictObject({ lessonId: z.string(), number: z.int(), title: shape.Bilingual }));

/** Reading: lessons, the place in them, and what reading introduces. */
export const lessonMethods = {
  'lesson.list': define(
    shape.CourseId,
    z.strictObject({
      course: z.strictObject({
        ...{ id: z.string(), title: shape.Bilingual, source: shape.Bilingual },
        /** The learner made it, and can write in it. */
        isOwn: z.literal(true).exactOptional(),
        /** Its source lets several speak: `course.voices`. */
        hasVoices: z.literal(true).exactOptional(),
      }),
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
          learned: shape.Learned,
          waitsFor: Waiting,
        }),
      ),
    }),
  ),
  'lesson.get': define(
    LessonId,
    z.strictObject({
      id: z.string(),
      /** The learner made its course, and can write in it. */
      isOwn: z.literal(true).exactOptional(),
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
      learned: shape.Learned,
      waitsFor: Waiting,
    }),
  ),
  /** How questions that rest on its sections were answered last, the newest first: only of those that were asked already. */
  'lesson.answers': define(
    LessonId,
    z.strictObject({
      sections: z.array(
        z.strictObject({
          sectionId: z.string(),
          answers: z.array(
            z.strictObject({
              cardId: shape.CardId,
              prompt: shape.Bilingual,
              at: shape.EpochMs,
              grade: shape.Grade,
              isPractice: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Keeps the reading position. */
  'lesson.place': define(LessonId.extend({ sectionId: shape.Id }), Done),
  /** Marks the lesson, or one section, read; its questions enter the schedule. `sessionId`: undo there takes it back. */
  'lesson.complete': define(
    LessonId.extend({ sectionId: shape.Id.optional(), sessionId: shape.SessionId.optional() }),
    z.strictObject({ introduced: z.int(), sectionsRead: z.int(), sections: z.int() }),
  ),
  /** Asks the questions of a lesson though its prerequisites are not remembered. */
  'lesson.open': define(LessonId, Done),
} as const;
