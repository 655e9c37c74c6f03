import { z } from 'zod';
import { BODY_GROUPS, TIMELINE_THEMES } from '../domain/pictures.ts';
import { define, Empty } from './define.ts';
import * as picture from './picture-shapes.ts';
import * as shape from './shapes.ts';

/** What there is to learn: courses, their terms and their pictures. */
export const courseMethods = {
  'library.list': define(
    Empty,
    z.strictObject({
      courses: z.array(
        z.strictObject({
          id: z.string(),
          title: shape.Bilingual,
          kind: z.enum(['course', 'deck']),
          /** A course that the learner made, and can write in. */
          isOwn: z.literal(true).exactOptional(),
          /** Of a deck: the one it is below; counts of a deck hold those below. */
          parentId: z.string().nullable(),
          counts: z.strictObject({
            lessons: z.int(),
            cards: z.int(),
            new: z.int(),
            due: z.int(),
            suspended: z.int(),
            learning: z.int(),
            remembered: z.int(),
          }),
          /** Of all cards of the course. */
          recall: shape.RecallForecast,
          /** The lesson to go on with: the one being read, else the first unread. */
          next: z
            .strictObject({ lessonId: z.string(), number: z.int(), title: shape.Bilingual, started: z.boolean() })
            .nullable(),
        }),
      ),
    }),
  ),

  /** Terms of a course, with the passages and lessons they belong to. */
  'course.glossary': define(
    shape.CourseId,
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
  /**
   * Begins a round of the glossary quiz: the ten terms least known, one question of each; or the questions named, once more. It goes
   * on with `study.next` and `study.answer`, as practice.
   */
  'glossary.quiz': define(
    z.strictObject({ courseId: shape.Id, again: z.array(shape.CardId).min(1).max(50).exactOptional() }),
    z.strictObject({ sessionId: z.string(), counts: shape.Progress }),
  ),
  /** Who speaks in the source of a course, in its order; none where the course does not say. */
  'course.voices': define(
    shape.CourseId,
    z.strictObject({
      voices: z.array(
        z.strictObject({
          id: z.string(),
          name: shape.Bilingual,
          /** One sentence: what it is, and how to read it. */
          about: shape.Bilingual,
          /** Id of the voice that quotes it. */
          within: z.string().nullable(),
          paragraphs: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** The data of the course's pictures. Dates are ISO, Common Era, as precise as the source. */
  'course.pictures': define(
    shape.CourseId,
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
      map: picture.Map.nullable(),
      exercises: z.array(picture.Exercise),
      partners: z.array(picture.Partner),
    }),
  ),
} as const;
