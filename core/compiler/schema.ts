import { z } from 'zod';
import { PARAGRAPH_KINDS } from '../domain/course.ts';
import { MAX_EXAM_MINUTES, MAX_EXAM_PARTS, MAX_EXAM_QUESTIONS } from '../domain/exam/blueprint.ts';
import { QUESTION_LEVELS } from '../domain/question.ts';

/** What the files of a course may hold, before they are compiled. content/README.md says it in words. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'lower-case letters, digits and hyphens');
export const ParagraphId = z.string().regex(/^p\d{3}$/, 'a paragraph id such as p003');
const line = z.string().trim().min(1);
export const Bilingual = z.strictObject({ th: line, en: line });
const Evidence = z.array(ParagraphId).min(1);

/** 1992, 1992-05 or 1992-05-15, Common Era; YAML reads a bare year as a number. */
export const IsoDate = z
  .union([z.int(), z.string()])
  .transform(String)
  .refine(
    (text) => /^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text),
    'a date such as 1992, 1992-05 or 1992-05-15',
  );

/** Lists of both languages, or a name of names.yaml (`full`: its abbreviation alone does not do) and what is added to its forms. */
const Accepted = z
  .strictObject({
    name: Id.optional(),
    full: z.literal(true).optional(),
    th: z.array(line).default([]),
    en: z.array(line).default([]),
  })
  .refine(({ name, th, en }) => name !== undefined || (th.length > 0 && en.length > 0), 'a name, or both th and en');
const Blank = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('text'), accept: Accepted, accents: z.literal('ignore').optional() }),
  z.strictObject({ as: z.literal('number'), answer: z.number() }),
  z.strictObject({ as: z.literal('year'), answer: z.int().min(1900).max(2100) }),
  z.strictObject({ as: z.literal('date'), answer: IsoDate }),
]);
const Option = z.strictObject({ th: line, en: line, right: z.literal(true).optional(), why: Bilingual.optional() });
const Pair = z.strictObject({ left: Bilingual, right: Bilingual });

const base = {
  id: Id,
  section: Id,
  prompt: Bilingual,
  explanation: Bilingual,
  hint: Bilingual.optional(),
  level: z.enum(QUESTION_LEVELS).optional(),
  inline: z.boolean().optional(),
  retired: z.literal(true).optional(),
  passage: ParagraphId.optional(),
  reveals: z.array(Id).min(1).optional(),
  confuses: z.array(Id).min(1).optional(),
  evidence: Evidence,
};
const one = <K extends string, S extends z.ZodRawShape>(kind: K, more: S) =>
  z.strictObject({ ...base, kind: z.literal(kind), ...more });

const Options = z.array(Option).min(3).max(4);
const accents = z.literal('ignore').optional();
const onPicture = <T extends string, S extends z.ZodRawShape>(task: T, more: S) =>
  one('label', { picture: Id, task: z.literal(task), ...more });
const Label = z.discriminatedUnion('task', [
  onPicture('name', { mark: Id, accept: Accepted.optional(), accents, options: Options.optional() }),
  onPicture('find', { mark: Id }),
  onPicture('place', { marks: z.array(Id).min(2).max(9), extra: z.array(Bilingual).max(3).optional() }),
]);
export type LabelFile = z.infer<typeof Label>;

export const QuestionFile = z.discriminatedUnion('kind', [
  one('card', { back: Bilingual }),
  one('cloze', { blanks: z.array(Blank).min(1).max(6) }),
  one('choice', { options: Options }),
  one('choices', { options: z.array(Option).min(4).max(9) }),
  one('typed', { accept: Accepted, accents }),
  one('number', { answer: z.number(), unit: Bilingual.optional(), tolerance: z.number().min(0).optional() }),
  one('date', { answer: IsoDate }),
  one('order', { items: z.array(Bilingual).min(3).max(8) }),
  one('match', { pairs: z.array(Pair).min(3).max(7), extra: z.array(Bilingual).max(3).optional() }),
  Label,
]);
export type QuestionFile = z.infer<typeof QuestionFile>;
export const QuestionsFile = z.array(QuestionFile).min(1);

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

export const CourseFile = z.strictObject({
  id: Id,
  title: Bilingual,
  languages: z.tuple([z.literal('th'), z.literal('en')]),
  source: Bilingual,
  exam: z
    .strictObject({
      questions: z.int().min(1).max(MAX_EXAM_QUESTIONS),
      minutes: z.int().min(1).max(MAX_EXAM_MINUTES),
      parts: z
        .array(z.strictObject({ title: Bilingual, lessons: z.array(Id).min(1), weight: z.number().positive() }))
        .min(1)
        .max(MAX_EXAM_PARTS),
      aboveRecall: z.number().min(0).max(1),
    })
    .optional(),
  goals: Goals.optional(),
  lessons: z
    .array(
      z.strictObject({
        id: Id,
        folder: z.string().regex(/^\d\d-[a-z0-9-]+$/),
        prefix: z.string().regex(/^[a-z]{2}$/),
        requires: z.array(Id),
      }),
    )
    .min(1),
});
export type CourseFile = z.infer<typeof CourseFile>;

/** Front matter of lesson.{th,en}.md. */
export const LessonFront = z.strictObject({
  title: line,
  subtitle: line,
  objectives: z.array(line).min(1).max(8),
  summary: z.array(line).min(1).max(6),
});

export const SourceFile = z.array(
  z.strictObject({
    id: ParagraphId,
    gist: Bilingual,
    dates: z.array(IsoDate).default([]),
    figures: z.array(z.number()).default([]),
    kind: z.enum(PARAGRAPH_KINDS),
  }),
);

/** What terms the quiz may take for one another. */
const TERM_CLASSES = ['organization', 'document', 'body', 'force', 'exercise', 'operation', 'place', 'idea'] as const;

export const GlossaryFile = z.array(
  z.strictObject({
    id: Id,
    term: Bilingual,
    abbr: line.optional(),
    meaning: Bilingual,
    class: z.enum(TERM_CLASSES).optional(),
    name: Id.optional(),
    inSource: z.strictObject({ as: line, note: Bilingual }).optional(),
    evidence: Evidence,
  }),
);
/** A term; `name`: the entry of names.yaml that says how it may be written, where that has another id. */
export type TermFile = z.infer<typeof GlossaryFile>[number];

/** Thai words that browsers cut: names above all. */
export const WordsFile = z.array(z.string().regex(/^[\u0E01-\u0E4E]{2,}$/, 'one Thai word, without spaces')).min(1);
