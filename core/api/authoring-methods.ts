import { z } from 'zod';
import { BLOCK_FAULTS } from '../domain/block-faults.ts';
import { QUESTION_KINDS } from '../domain/question.ts';
import { define, Done } from './define.ts';
import * as shape from './shapes.ts';

const Title = z.string().max(500);
const About = z.string().max(10_000);
const Markdown = z.string().max(200_000);
const Languages = z
  .array(z.enum(['th', 'en']))
  .min(1)
  .max(2);
/** Made by whoever adds it: letters, digits and hyphens. */
const SectionId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Texts by language, of which those that are absent stay as they are. */
const changed = <T extends z.ZodType>(text: T) =>
  z.strictObject({ th: text.exactOptional(), en: text.exactOptional() });
const LessonOf = z.strictObject({ courseId: shape.Id, lessonId: shape.Id });

/** Courses and lessons that the learner makes. Every change is one undo step; texts are merged one by one. */
export const authoringMethods = {
  /** A new course, empty. `bad-input` with `reason` `empty` where no language has a title. */
  'course.add': define(
    z.strictObject({ title: changed(Title), about: changed(About), languages: Languages }),
    z.strictObject({ courseId: z.string() }),
  ),
  'course.set': define(
    z.strictObject({
      courseId: shape.Id,
      title: changed(Title).exactOptional(),
      about: changed(About).exactOptional(),
      languages: Languages.exactOptional(),
    }),
    Done,
  ),
  /** With its lessons and questions; one undo brings them back. */
  'course.remove': define(shape.CourseId, Done),
  /** A course as its author wrote it: a language that was left out is empty. */
  'course.written': define(
    shape.CourseId,
    z.strictObject({
      title: shape.Bilingual,
      about: shape.Bilingual,
      languages: Languages,
      lessons: z.array(
        z.strictObject({
          ...{ id: z.string(), title: shape.Bilingual, questions: z.int() },
          /** By what they are called in the lesson. */
          sections: z.array(z.strictObject({ id: z.string(), heading: shape.Bilingual })),
        }),
      ),
    }),
  ),

  /** Behind the others, with one section that is empty. */
  'lesson.add': define(
    z.strictObject({ courseId: shape.Id, title: changed(Title) }),
    z.strictObject({ lessonId: z.string(), sectionId: z.string() }),
  ),
  /** A lesson as its author wrote it, and what is asked of it in teaching order. */
  'lesson.written': define(
    LessonOf,
    z.strictObject({
      course: z.strictObject({ title: shape.Bilingual, languages: Languages }),
      title: shape.Bilingual,
      sections: z.array(z.strictObject({ id: z.string(), heading: shape.Bilingual, text: shape.Bilingual })),
      questions: z.array(
        z.strictObject({
          cardId: shape.CardId,
          sectionId: z.string(),
          kind: z.enum(QUESTION_KINDS),
          prompt: shape.Bilingual,
        }),
      ),
    }),
  ),
  /** Changes what is said, and leaves the rest: so what came from elsewhere meanwhile stays. */
  'lesson.set': define(
    LessonOf.extend({
      title: changed(Title).exactOptional(),
      /** Those that are new, or have other texts. */
      sections: z
        .array(
          z.strictObject({
            id: SectionId,
            heading: changed(Title).exactOptional(),
            text: changed(Markdown).exactOptional(),
          }),
        )
        .max(200)
        .exactOptional(),
      /** All of them in their order, where that changes. */
      order: z.array(SectionId).min(1).max(200).exactOptional(),
      /** Their questions go to the last section that stays. One at least must stay: `bad-input`. */
      removed: z.array(SectionId).max(200).exactOptional(),
    }),
    Done,
  ),
  /** To a place among the others, from 0. */
  'lesson.move': define(LessonOf.extend({ to: z.int().min(0).max(10_000) }), Done),
  /** With its questions; one undo brings them back. */
  'lesson.remove': define(LessonOf, Done),
  /** How the Markdown of a section is read. Nothing is kept. */
  'lesson.preview': define(
    z.strictObject({ text: Markdown }),
    z.strictObject({
      blocks: z.array(shape.BlockShape),
      /** What a lesson can not show as it is meant: lines from 1. */
      faults: z.array(z.strictObject({ line: z.int(), fault: z.enum(BLOCK_FAULTS) })),
    }),
  ),
} as const;
