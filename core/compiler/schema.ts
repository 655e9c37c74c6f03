import { z } from 'zod';
import { PARAGRAPH_KINDS } from '../domain/course.ts';
import { MAX_EXAM_MINUTES, MAX_EXAM_PARTS, MAX_EXAM_QUESTIONS } from '../domain/exam/blueprint.ts';
import { LANGUAGES } from './languages.ts';
import { Bilingual, Evidence, Id, IsoDate, line, MAX_ENTRIES, MAX_PARTS, ParagraphId } from './schema-parts.ts';

const MAX_LESSONS = 500;

/**
 * What a course sets itself: shares of its questions in per cent (above recall; answers made, not picked), how many cases and judgements, and the
 * days that are asked for as days, and the one form, with its year, for what was so when the source was written. A course that sets itself goals is held to all rules of design.
 */
const Goals = z.strictObject({
  aboveRecall: z.int().min(0).max(100),
  produced: z.int().min(0).max(100),
  cases: z.int().min(0),
  days: z.array(IsoDate),
  time: z.strictObject({ th: line.regex(/25\d\d/), en: line.regex(/(?:19|20)\d\d/) }),
});
export type Goals = z.infer<typeof Goals>;

const Exam = z.strictObject({
  questions: z.int().min(1).max(MAX_EXAM_QUESTIONS),
  minutes: z.int().min(1).max(MAX_EXAM_MINUTES),
  parts: z
    .array(z.strictObject({ title: Bilingual, lessons: z.array(Id).min(1), weight: z.number().positive() }))
    .min(1)
    .max(MAX_EXAM_PARTS),
  aboveRecall: z.number().min(0).max(1),
});

const LessonEntry = z.strictObject({
  id: Id.describe('unique in the course, for ever'),
  folder: Id.optional().describe('its folder below lessons/; absent: as its id'),
  prefix: z
    .string()
    .regex(/^[a-z0-9]{1,20}$/, 'must be lower-case letters and digits')
    .optional()
    .describe('what the ids of its questions begin with, before a hyphen'),
  requires: z
    .array(Id)
    .max(MAX_LESSONS)
    .default([])
    .describe('earlier lessons that should be remembered before the questions of this one are asked'),
});

export const CourseFile = z.strictObject({
  id: Id.describe('of the course, for ever: progress refers to it'),
  title: Bilingual,
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .max(LANGUAGES.length)
    .refine((all) => new Set(all).size === all.length, 'names a language twice')
    .default([...LANGUAGES])
    .describe('those it is written in; what is in one language stands for both'),
  source: Bilingual.optional().describe('what it is about or rests on, in one line below the title'),
  exam: Exam.optional().describe(
    'its final exam: `questions`, `minutes`, `aboveRecall` (0 to 1, the share of questions above the level recall) and `parts`, each with `title`, `weight` and its `lessons`; every lesson stands in one part',
  ),
  goals: Goals.optional().describe('holds the course to the rules of design: see content/README.md'),
  lessons: z.array(LessonEntry).max(MAX_LESSONS).describe('in teaching order'),
});
export type CourseFile = z.infer<typeof CourseFile>;
/** One lesson of `CourseFile`. */
export const LessonEntryFile = LessonEntry;

/** Front matter of lesson.{th,en}.md. */
export const LessonFront = z.strictObject({
  title: line,
  subtitle: line.optional(),
  objectives: z.array(line).max(MAX_PARTS).default([]).describe('what who has learned it can do'),
  summary: z.array(line).max(MAX_PARTS).default([]).describe('what to take away, in short sentences'),
});

const ParagraphFile = z.strictObject({
  id: ParagraphId,
  gist: Bilingual.describe('what it says, in our words'),
  dates: z.array(IsoDate).max(MAX_ENTRIES).default([]).describe('the dates that stand in it'),
  figures: z.array(z.number()).max(MAX_ENTRIES).default([]).describe('the figures that stand in it'),
  kind: z.enum(PARAGRAPH_KINDS),
});
/** source.yaml */
export const SourceFile = z.array(ParagraphFile).max(MAX_ENTRIES);

/** What terms the quiz may take for one another. */
const TERM_CLASSES = ['organization', 'document', 'body', 'force', 'exercise', 'operation', 'place', 'idea'] as const;

const Term = z.strictObject({
  id: Id,
  term: Bilingual,
  abbr: line.optional().describe('its abbreviation'),
  meaning: Bilingual,
  class: z.enum(TERM_CLASSES).optional().describe('terms of one class stand beside each other in the quiz'),
  name: Id.optional().describe('its entry in names.yaml, where that has another id'),
  inSource: z
    .strictObject({ as: line, note: Bilingual })
    .optional()
    .describe('how a translated source writes it where that misleads: `as`, and a `note`'),
  evidence: Evidence,
});
/** glossary.yaml */
export const GlossaryFile = z.array(Term).max(MAX_ENTRIES);
/** A term; `name`: the entry of names.yaml that says how it may be written, where that has another id. */
export type TermFile = z.infer<typeof GlossaryFile>[number];

/** Thai words that browsers cut: names above all. */
export const WordsFile = z
  .array(z.string().regex(/^[\u0E01-\u0E4E]{2,}$/, 'must be one Thai word, without spaces'))
  .min(1)
  .max(MAX_ENTRIES);
