import { z } from 'zod';
import { exactlyOptional } from './exactly-optional.ts';
import { HIGHLIGHT_COLOURS } from '../highlight-colours.ts';
import { CardIdShape, EventRefShape, LessonKeyShape } from './id-schemas.ts';
import * as limits from './limits.ts';
import { ResponseShape } from './response-schema.ts';
import { StudyOptionsShape } from './settings-schema.ts';

const Id = z.string().min(1).max(limits.MAX_ID);
const Name = z.string().max(limits.MAX_NAME);
const Count = z.int().min(0).max(limits.MAX_COUNT);
const Day = z.int().min(-limits.MAX_DAY).max(limits.MAX_DAY);
const At = z.int().min(limits.MIN_AT).max(limits.MAX_AT);
const Cards = z.array(CardIdShape).max(limits.MAX_RECORD_CARDS);
const Loss = z.number().min(-1e6).max(1e6);
const Removed = z.literal(true);
const Text = z.string().max(limits.MAX_TEXT);
/** A place among others: between two there is always a third, until numbers end. */
const Order = z.number().min(-1e9).max(1e9);

/** A check of a lesson, before or after reading it. `score`: mean share of parts that were right, 0 to 1. */
const CheckShape = z.object({ at: At, cards: Cards, right: Count, score: z.number().min(0).max(1) });

/**
 * What is known by a name and can be changed field by field: of each field the last change in the order of the history holds, so
 * devices merge without a question. One schema a kind, for events and for what a snapshot kept.
 */
export const RECORD_SHAPES = {
  /** Options that several courses share. Id: any. */
  preset: z.object({ name: Name, ...StudyOptionsShape.shape, removed: Removed }),
  /** How one course is studied. Id: of the course. */
  'course-options': z.object({ preset: Id, ...StudyOptionsShape.shape }),
  /** The exam a course is learned for. Id: of the course, or `all`. */
  goal: z.object({
    examDay: Day,
    /** Expected share of questions answered right on that day. */
    target: z.number().min(0.5).max(0.99),
    removed: Removed,
  }),
  /**
   * The memory model's parameters. Id: `current`; without fields: the model's defaults. Id `tried`: the last that were trained and
   * refused, without their weights.
   */
  parameters: z.object({
    model: Name,
    version: z.int().min(1).max(limits.MAX_VERSION),
    weights: z.array(z.number().min(-1e4).max(1e4)).min(17).max(64),
    trainedOn: z.object({ reviews: Count, from: Day, to: Day }),
    /** Log loss a review, on reviews they were not fitted to: of the parameters before, of these; 95 % interval of the difference. */
    heldOut: z.object({ reviews: Count, before: Loss, after: Loss, low: Loss, high: Loss }),
    /** The event that chose the weights; never said by an event, but kept with them. */
    by: EventRefShape,
    /** What came of the training. */
    verdict: z.enum(['accepted', 'not-better', 'no-pattern']),
  }),
  /** One exam. Id: made for it. `blueprint`: what was asked for, as JSON. */
  exam: z.object({
    name: Name,
    course: Id,
    template: Name,
    blueprint: z.string().max(limits.MAX_TEXT),
    startedAt: At,
    durationMs: z.int().min(1_000).max(limits.MAX_EXAM_MS),
    endedAt: At,
    countsAsReviews: z.boolean(),
    parts: z.array(z.object({ name: Name, cards: Cards })).max(limits.MAX_PARTS),
    removed: Removed,
  }),
  /** One answer of an exam. Id: `<exam>/<card>`. */
  'exam-answer': z.object({
    /** Null: it was taken out again. */
    response: ResponseShape,
    at: At,
    elapsedMs: z.number().min(0).max(limits.MAX_ELAPSED_MS),
    /** To be looked at again. */
    marked: z.boolean(),
  }),
  /**
   * What was brought in from elsewhere. Id: the device of the import's own journal (`store/journal/brought-journal.ts`), where it stands
   * first, so an undo of that takes it away with all the rest.
   */
  import: z.object({
    /** Hash of the pack it came in: see `library/packs`. */
    pack: z.string().regex(/^[0-9a-f]{64}$/),
    name: Name,
    format: Name,
    /** The deck that all of it was put into; absent where decks are as they came. */
    into: Id,
    notes: Count,
    cards: Count,
    reviews: Count,
    media: Count,
    /** When a device of the learner took it in, and the report as JSON: said by that device, beside the import's journal. */
    takenInAt: At,
    report: z.string().max(limits.MAX_TEXT),
  }),
  /** A note that the learner made, or what they changed in one that came. Id: `<space>/<note>`; of a question of a course, which has tags alone, its card's. */
  note: z.object({
    tags: z.array(z.string().min(1).max(limits.MAX_NAME)).max(limits.MAX_TAGS),
    /** Its note type, or `question` for one of the app's own kinds. A note that no pack has is there as long as it has one. */
    type: Id,
    /** The deck its cards lie in; absent where they lie as they came. */
    deck: Id,
    /** Where its cards stand, of one that lies in a course: ids of the lesson and of a section of it. */
    lesson: Id,
    section: Id,
    createdAt: At,
    /** When its fields or tags were changed here last. */
    editedAt: At,
    removed: Removed,
  }),
  /**
   * What the learner wrote in one field of a note. Id: `<space>/<note>/<place of the field>`, or of a question
   * `<space>/<note>/<part>`: see `note/question-parts.ts`.
   */
  'note-field': z.object({ text: z.string().max(limits.MAX_FIELD) }),
  /** A note type that was made here, or what was changed in one that came. Id: its own. Fields and templates keep their places: those that are gone stay. */
  'note-type': z.object({
    name: z.string().min(1).max(limits.MAX_NAME),
    kind: z.enum(['standard', 'cloze']),
    fields: z
      .array(
        z.object({
          name: z.string().min(1).max(limits.MAX_NAME),
          isRightToLeft: z.literal(true).exactOptional(),
          font: Name.exactOptional(),
          sizePx: z.number().min(1).max(1_000).exactOptional(),
          gone: z.literal(true).exactOptional(),
        }),
      )
      .min(1)
      .max(limits.MAX_PARTS),
    templates: z
      .array(
        z.object({
          name: z.string().min(1).max(limits.MAX_NAME),
          front: z.string().max(limits.MAX_FIELD),
          back: z.string().max(limits.MAX_FIELD),
          gone: z.literal(true).exactOptional(),
        }),
      )
      .min(1)
      .max(limits.MAX_PARTS),
    css: z.string().max(limits.MAX_FIELD),
    sortField: Count,
    removed: Removed,
  }),
  /** A picture, sound or film that the learner put into a note, in `library/media` by its hash. Id: the name that notes call it by. */
  medium: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: Count }),
  /** A deck that was brought in or made. Id: its own, for ever. `name`: nested by `::`. `createdAt`: of one that was made here. */
  deck: z.object({ name: z.string().min(1).max(limits.MAX_TEXT), createdAt: At, removed: Removed }),
  /** A course that the learner made. Id: its own. A text of a language that it has not is kept all the same. */
  course: z.object({
    'title.th': Name,
    'title.en': Name,
    'about.th': Text,
    'about.en': Text,
    /** In which it is written. */
    languages: z
      .array(z.enum(['th', 'en']))
      .min(1)
      .max(2),
    createdAt: At,
    removed: Removed,
  }),
  /** A lesson of it. Id: `<course>/<lesson>`. Those of a course stand by their `order`, then by their ids. */
  lesson: z.object({ 'title.th': Name, 'title.en': Name, order: Order, createdAt: At, removed: Removed }),
  /** A section of a lesson, its text in Markdown. Id: `<course>/<lesson>/<section>`. Ordered as lessons are. */
  section: z.object({
    'heading.th': Name,
    'heading.en': Name,
    'text.th': z.string().max(limits.MAX_FIELD),
    'text.en': z.string().max(limits.MAX_FIELD),
    order: Order,
    removed: Removed,
  }),
  /** A search that was kept. Id: made for it. `query`: docs/query.md. */
  search: z.object({ name: Name, query: z.string().max(limits.MAX_TEXT), removed: Removed }),
  /** A passage of a lesson that the learner marked, and what they wrote at it. Id: made for it. `quote-anchor.ts` says how it is found again. */
  highlight: z.object({
    lesson: LessonKeyShape,
    section: Id,
    language: z.enum(['th', 'en']),
    quote: z.string().min(1).max(limits.MAX_TEXT),
    before: Name,
    after: Name,
    /** Where it began in the section's text when it was marked, as JavaScript counts signs. */
    place: Count,
    colour: z.enum(HIGHLIGHT_COLOURS),
    note: z.string().max(limits.MAX_TEXT),
    createdAt: At,
    removed: Removed,
  }),
  /** What a learner knew of a lesson before and after it. Id: `<course>/<lesson>`. */
  'lesson-check': z.object({ before: CheckShape, after: CheckShape, skipped: z.literal(true) }),
};

type Shapes = typeof RECORD_SHAPES;
export type RecordType = keyof Shapes;
export const RECORD_TYPES = Object.keys(RECORD_SHAPES) as readonly RecordType[];

type Nullable<S extends z.ZodRawShape> = { [K in keyof S]: z.ZodExactOptional<z.ZodNullable<S[K] & z.ZodType>> };
const settable = <S extends z.ZodRawShape>(shape: S) =>
  z.object(
    Object.fromEntries(
      Object.entries(shape).map(([key, value]) => [key, z.nullable(value as z.ZodType).exactOptional()]),
    ) as unknown as Nullable<S>,
  );
const recordEvent = <S extends z.ZodRawShape>({ shape }: z.ZodObject<S>) => z.object({ id: Id, set: settable(shape) });

/** Events that change a record: a field that is set to null is taken away. */
export const RECORD_EVENTS = Object.fromEntries(
  Object.entries(RECORD_SHAPES).map(([type, shape]) => [type, recordEvent(shape as z.ZodObject)]),
) as unknown as {
  [T in RecordType]: z.ZodObject<{ id: typeof Id; set: ReturnType<typeof settable<Shapes[T]['shape']>> }>;
};

/** The fields of a record as a snapshot kept them. */
export const recordFields = (type: RecordType): z.ZodType =>
  z.object(exactlyOptional(RECORD_SHAPES[type].shape as z.ZodRawShape));
