import { z } from 'zod';
import { MAX_NAME } from '../domain/history/limits.ts';
import { COVERS, OWN_PICTURE, REGION_SHAPES } from '../domain/own-picture.ts';
import { QUESTION_LEVELS } from '../domain/question.ts';
import { Bilingual, Id, IsoDate, line, MAX_ENTRIES, MAX_PARTS, ParagraphId } from './schema-parts.ts';

const MAX_QUESTIONS = 2_000;
const MAX_ACCEPTED = 300;

const SectionKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}\/[a-z0-9][a-z0-9-]{0,60}$/);
const QuestionEvidence = z
  .array(z.union([ParagraphId, SectionKey], 'must be a paragraph id such as p003, or lesson/section'))
  .max(MAX_ENTRIES)
  .default([])
  .describe('what the answer rests on: paragraphs of source.yaml, or sections as `lesson-id/section-id`');

const Forms = z.array(line).max(MAX_ACCEPTED).default([]);
/** Lists of both languages, or a name of names.yaml (`full`: its abbreviation alone does not do) and what is added to its forms. */
const Accepted = z
  .strictObject({ name: Id.optional(), full: z.literal(true).optional(), th: Forms, en: Forms })
  .refine(
    ({ name, th, en }) => name !== undefined || (th.length > 0 && en.length > 0),
    'needs a name of names.yaml, or what is accepted in each language of the course',
  )
  .meta({
    title:
      'lists of accepted answers, `{ th: […], en: […] }`, the one that is shown first; or `{ name: id of names.yaml }`',
  });
const accents = z
  .literal('ignore')
  .optional()
  .describe('accents of Latin letters make no difference; else é for e is a near miss');
const Blank = z
  .discriminatedUnion('as', [
    z.strictObject({ as: z.literal('text'), accept: Accepted, accents }),
    z.strictObject({ as: z.literal('number'), answer: z.number() }),
    z.strictObject({ as: z.literal('year'), answer: z.int().min(-99_999).max(99_999) }),
    z.strictObject({ as: z.literal('date'), answer: IsoDate }),
  ])
  .meta({
    title: 'gap: `{ as: text, accept }`, `{ as: number, answer }`, `{ as: year, answer }` or `{ as: date, answer }`',
  });
const Option = z
  .strictObject({ th: line, en: line, right: z.literal(true).optional(), why: Bilingual.optional() })
  .meta({ title: 'option: text in each language, `right: true` of a right one, `why` a wrong one is wrong' });
const Pair = z
  .strictObject({ left: Bilingual, right: Bilingual })
  .meta({ title: 'pair: `left` and `right`, a text in each language' });

const base = {
  id: Id.describe('unique in the course, for ever: what is remembered of the question hangs on it'),
  section: Id.describe('the section of the lesson it belongs to'),
  prompt: Bilingual.describe('what is asked; it never holds its own answer'),
  explanation: Bilingual.optional().describe('why it is so, or what to tell apart'),
  hint: Bilingual.optional().describe('helps without giving the answer away'),
  level: z
    .enum(QUESTION_LEVELS)
    .optional()
    .describe('to know it, to explain it, to use it on a case, to weigh what may be said'),
  inline: z.boolean().optional().describe('asked in the lesson, after its section'),
  retired: z.literal(true).optional().describe('asked no more; it stays, because learners have a history with it'),
  passage: ParagraphId.optional().describe('a paragraph whose gist is shown with the prompt'),
  tags: z
    .array(z.string().max(MAX_NAME).regex(/^\S+$/u, 'a tag has no blanks'))
    .max(MAX_ENTRIES)
    .optional()
    .describe('what it is found by; `::` stands between a tag and one below it'),
  reveals: z
    .array(Id)
    .min(1)
    .max(MAX_ENTRIES)
    .optional()
    .describe('questions that give this one away, or are given away by it: not asked on one day'),
  confuses: z
    .array(Id)
    .min(1)
    .max(MAX_ENTRIES)
    .optional()
    .describe('questions whose answers are easily taken for this one’s: asked in turn, side by side'),
  evidence: QuestionEvidence,
};
const one = <K extends string, S extends z.ZodRawShape>(kind: K, more: S) =>
  z.strictObject({ ...base, kind: z.literal(kind), ...more });

const some = <T extends z.ZodType>(part: T, least: number) => z.array(part).min(least).max(MAX_PARTS);
const extra = some(Bilingual, 0).optional();
const Options = some(Option, 2);
const Share = z.number().min(0).max(1);
const Region = z.strictObject({
  ...{ id: Id, name: Bilingual, shape: z.enum(REGION_SHAPES) },
  points: some(z.tuple([Share, Share]), 2),
});
const PictureFile = line.regex(/\.(?:png|jpe?g|gif|webp|avif|svg)$/i, 'must be a picture of media/, such as river.png');
const Image = z
  .strictObject({ file: PictureFile, covers: z.enum(COVERS), regions: some(Region, 1) })
  .meta({ title: 'image: `{ file, covers, regions }`' })
  .describe(
    [
      `of the picture ${OWN_PICTURE}: a file of media/; what is hidden while it is asked (all, asked or none); and its places,`,
      'each with `id`, `name`, `shape` (rect, ellipse or polygon) and `points`: shares of width and height, two opposite corners or all of a polygon',
    ].join(' '),
  );
const onPicture = <T extends string, S extends z.ZodRawShape>(task: T, more: S) =>
  one('label', {
    picture: Id.describe(`map, timeline, bodies, members, calendar, partners, or ${OWN_PICTURE} with an image`),
    image: Image.optional(),
    task: z.literal(task),
    ...more,
  });
const mark = Id.describe('a mark of that picture, or a place of the image');
const Label = z.discriminatedUnion('task', [
  onPicture('name', {
    mark,
    accept: Accepted.optional().describe('absent: the name the picture gives it'),
    accents,
    options: Options.optional().describe('the name is chosen, not typed; then without `accept`'),
  }),
  onPicture('find', { mark }),
  onPicture('place', { marks: some(Id, 2).describe('marks whose labels are to be put in place'), extra }),
]);
export type LabelFile = z.infer<typeof Label>;

export const QuestionFile = z.discriminatedUnion('kind', [
  one('card', { back: Bilingual.describe('the learner grades the answer') }),
  one('cloze', { blanks: some(Blank, 1).describe('of the gaps {{1}}, {{2}} … that the prompt has in each language') }),
  one('choice', { options: Options.describe('one of them right') }),
  one('choices', { options: Options.describe('one or more of them right') }),
  one('typed', { accept: Accepted, accents }),
  one('number', {
    answer: z.number(),
    unit: Bilingual.optional(),
    tolerance: z.number().min(0).optional().describe('how far from it is right too; absent: exactly it'),
  }),
  one('date', { answer: IsoDate.describe('asked as precisely as it is written; either era may be typed') }),
  one('order', { items: some(Bilingual, 2).describe('in the right order; they are shown shuffled') }),
  one('match', { pairs: some(Pair, 2), extra: extra.describe('right sides that fit nothing') }),
  Label,
]);
export type QuestionFile = z.infer<typeof QuestionFile>;
/** questions.yaml */
export const QuestionsFile = z.array(QuestionFile).max(MAX_QUESTIONS);
