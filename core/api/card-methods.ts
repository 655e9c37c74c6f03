import { z } from 'zod';
import { MAX_NAME } from '../domain/history/limits.ts';
import { TEXT_PARTS } from '../domain/note/text-places.ts';
import { CARD_STATES, QUERY_FAULTS } from '../domain/query/query.ts';
import { QUESTION_KINDS } from '../domain/question.ts';
import { Chosen, QueryText, WithinCourse } from './chosen-cards.ts';
import { CARD_FLAGS, define, Done, Empty } from './define.ts';
import * as shape from './shapes.ts';

/** What cards can be sorted by; `taught`: the order new ones are learned in. */
export const CARD_SORTS = [
  'taught',
  'front',
  'deck',
  'kind',
  'tags',
  'due',
  'interval',
  'stability',
  'difficulty',
  'recall',
  'lapses',
  'reps',
  'created',
  'edited',
  'flag',
] as const;

const Sort = z.strictObject({
  by: z.enum(CARD_SORTS),
  descending: z.boolean(),
  /** Of fronts that stand in both; absent: English. */
  language: z.enum(['th', 'en']).exactOptional(),
});
const Place = z.int().min(0);
const Tag = z.string().regex(/^[^\s\p{Cc}]{1,200}$/u);
const DeckName = z.string().min(1).max(2_000);

/** What is looked for in the fields of notes and the texts of questions. A regular expression is one of JavaScript; in its replacement `$1` is its first group. */
const Replacement = z.strictObject({
  find: z.string().min(1).max(1_000),
  replace: z.string().max(10_000),
  isRegex: z.boolean(),
  isCaseSensitive: z.boolean(),
  /** Name of the only fields to look in, and the only part of questions: where one of both is named, the other alone is not looked in. */
  field: z.string().min(1).max(200).exactOptional(),
  part: z.enum(TEXT_PARTS).exactOptional(),
});

const Change = z.discriminatedUnion('what', [
  /** Whole name of a deck, which is made where it is not there. */
  z.strictObject({ what: z.literal('move'), deck: DeckName }),
  z.strictObject({ what: z.literal('tags'), add: z.array(Tag).max(100), remove: z.array(Tag).max(100) }),
  z.strictObject({ what: z.literal('flag'), flag: CARD_FLAGS }),
  z.strictObject({ what: z.literal('marked'), marked: z.boolean() }),
  z.strictObject({ what: z.literal('suspended'), suspended: z.boolean() }),
  /** Hidden until tomorrow, or no more. */
  z.strictObject({ what: z.literal('buried'), buried: z.boolean() }),
  /** Forgets what is known of them: they are new again. */
  z.strictObject({ what: z.literal('reset') }),
  /** Due in `from` to `to` days, spread evenly. Cards that were never answered are left alone. */
  z.strictObject({
    what: z.literal('due'),
    from: z.int().min(0).max(36_500),
    to: z.int().min(0).max(36_500),
  }),
  /** Takes their notes out of the library, with all cards of these; progress and content stay kept. */
  z.strictObject({ what: z.literal('removed') }),
  z.strictObject({ what: z.literal('replace'), ...Replacement.shape }),
]);

/**
 * Why cards were left as they are: questions of a course have no content of the learner's; `too-long`: the field would be; `not-whole`:
 * the question could not be asked any more, as it would lack a gap or have two options alike.
 */
export const LEFT_ALONE = ['of-course', 'never-answered', 'too-long', 'not-whole'] as const;
const LeftAlone = z.array(z.strictObject({ why: z.enum(LEFT_ALONE), cards: z.int() }));
const Counted = z.strictObject({ cards: z.int() });

const Row = z.strictObject({
  cardId: shape.CardId,
  /** Plain text of the front, cut at 300 characters. */
  front: shape.Bilingual,
  course: z.strictObject({
    ...{ id: z.string(), title: shape.Bilingual, isDeck: z.boolean() },
    /** The learner made it: its questions can be edited. */
    isOwn: z.literal(true).exactOptional(),
  }),
  kind: z.enum(QUESTION_KINDS),
  /** Of the note; of a question of the app's own kinds, its kind. */
  noteType: z.string(),
  tags: z.array(z.string()),
  phase: z.enum(['new', 'learning', 'review', 'relearning']),
  /** Study day; null for a new card, as all below that are null. */
  dueDay: z.int().nullable(),
  intervalDays: z.number().nullable(),
  stabilityDays: z.number().nullable(),
  difficulty: z.number().nullable(),
  /** Now, 0 to 1. */
  recall: z.number().min(0).max(1).nullable(),
  lapses: z.int(),
  reps: z.int(),
  suspended: z.boolean(),
  buried: z.boolean(),
  leech: z.boolean(),
  marked: z.boolean(),
  flag: CARD_FLAGS,
  /** Of the note; null where nothing says so. */
  createdAt: z.int().nullable(),
  editedAt: z.int().nullable(),
});

/** All cards of courses and decks: finding, listing and changing many at once. */
export const cardMethods = {
  /** Is the query understood? For a box it is typed in. `canonical`: the same as it would be printed. */
  'query.check': define(
    z.strictObject({ query: QueryText }),
    z.strictObject({
      error: z.strictObject({ fault: z.enum(QUERY_FAULTS), at: Place, length: Place }).nullable(),
      canonical: z.string().nullable(),
    }),
  ),
  /** Searches that were kept, by their names. */
  'query.saved': define(
    Empty,
    z.strictObject({
      searches: z.array(z.strictObject({ id: z.string(), name: z.string(), query: z.string() })),
    }),
  ),
  /** Keeps a search, or changes the one that is named. */
  'query.save': define(
    z.strictObject({ id: shape.Id.exactOptional(), name: z.string().min(1).max(MAX_NAME), query: QueryText }),
    z.strictObject({ id: z.string() }),
  ),
  'query.remove': define(z.strictObject({ id: shape.Id }), Done),
  /** Some of the cards that a query finds. What has no value of what is sorted by comes last. */
  'card.list': define(
    z.strictObject({ query: QueryText, ...WithinCourse, sort: Sort, offset: Place, limit: z.int().min(1).max(500) }),
    z.strictObject({ total: z.int(), today: z.int(), rows: z.array(Row) }),
  ),
  /** Their names alone, for a range that was chosen beyond what is listed. */
  'card.ids': define(
    z.strictObject({ query: QueryText, ...WithinCourse, sort: Sort, offset: Place, limit: z.int().min(1).max(10_000) }),
    z.strictObject({ total: z.int(), cardIds: z.array(shape.CardId) }),
  ),
  /** What the cards of a query can be told apart by, each with how many there are of it: for the side of the list. */
  'card.facets': define(
    z.strictObject({ query: QueryText, ...WithinCourse }),
    z.strictObject({
      total: z.int(),
      /** Courses and decks that have any, each deck behind the one it lies below and with those below it counted in. */
      courses: z.array(
        z.strictObject({
          id: z.string(),
          title: shape.Bilingual,
          /** Whole name of a deck, nested by `::`; null for a course. */
          name: z.string().nullable(),
          ...Counted.shape,
        }),
      ),
      /** Whole names in Thai order, each behind the one it lies below and with those below it counted in. */
      tags: z.array(z.strictObject({ name: z.string(), ...Counted.shape })),
      states: z.array(z.strictObject({ state: z.enum(CARD_STATES), ...Counted.shape })),
      flags: z.array(z.strictObject({ flag: CARD_FLAGS, ...Counted.shape })),
      kinds: z.array(z.strictObject({ kind: z.enum(QUESTION_KINDS), ...Counted.shape })),
      noteTypes: z.array(z.strictObject({ name: z.string(), ...Counted.shape })),
    }),
  ),
  /** Changes many cards at once, and is undone as one step. `cards`: those changed; what is so already is left alone and not told. */
  'card.change': define(
    z.strictObject({ of: Chosen, change: Change }),
    z.strictObject({
      cards: z.int(),
      notes: z.int(),
      leftAlone: LeftAlone,
      /** Names the step; null where nothing was changed. */
      ref: z.string().nullable(),
    }),
  ),
  /** How far the change is that goes on. `done`: 0 to 1; `canEnd`: nothing is written yet. */
  'card.changing': define(
    z.strictObject({}),
    z.strictObject({ work: z.strictObject({ done: z.number(), canEnd: z.boolean() }).nullable() }),
  ),
  /** Ends it where it still can be: it fails with `cancelled`, and nothing was changed. */
  'card.cancel': define(z.strictObject({}), z.strictObject({ done: z.literal(true) })),
  /** What find and replace would do: nothing is changed. A regular expression that takes too long is `bad-pattern`. */
  'card.replacements': define(
    z.strictObject({ of: Chosen, replacement: Replacement, offset: Place, limit: z.int().min(1).max(200) }),
    z.strictObject({
      notes: z.int(),
      fields: z.int(),
      leftAlone: LeftAlone,
      rows: z.array(
        z.strictObject({
          noteId: z.string(),
          cardId: shape.CardId,
          /** Name of the field. Of a question: one of `TEXT_PARTS`, which of them (from 1 on; null where there is one), and its language. */
          field: z.string(),
          nth: z.int().nullable(),
          language: z.enum(['th', 'en']).nullable(),
          before: z.string(),
          after: z.string(),
        }),
      ),
    }),
  ),
} as const;
