import { z } from 'zod';
import { define } from './define.ts';

/** What is searched, beside what the interface itself has: views, commands, settings. */
export const SEARCH_KINDS = ['course', 'lesson', 'term', 'question', 'note', 'passage', 'highlight'] as const;

/** Where a thing that was found is. */
const Address = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course'), courseId: z.string(), isDeck: z.boolean() }),
  /** Without a section: the lesson as a whole. */
  z.strictObject({
    kind: z.literal('lesson'),
    courseId: z.string(),
    lessonId: z.string(),
    sectionId: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('term'), courseId: z.string(), termId: z.string() }),
  z.strictObject({ kind: z.literal('question'), cardId: z.string() }),
  /** Of a deck: the first card of the note. */
  z.strictObject({ kind: z.literal('note'), cardId: z.string() }),
  /** A passage of the source, with the section that teaches it; null where none does. */
  z.strictObject({
    kind: z.literal('passage'),
    courseId: z.string(),
    paragraphId: z.string(),
    lessonId: z.string().nullable(),
    sectionId: z.string().nullable(),
  }),
  /** A passage that the learner marked; without a section: its words are not in the lesson any more. */
  z.strictObject({
    kind: z.literal('highlight'),
    courseId: z.string(),
    lessonId: z.string(),
    sectionId: z.string().nullable(),
    highlightId: z.string(),
  }),
]);
export type SearchAddress = z.infer<typeof Address>;

/** A piece of a text, and where in it what was looked for stands: from, to, as JavaScript counts signs. */
const Marked = z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) });

const Hit = z.strictObject({
  address: Address,
  title: Marked,
  /** The text it was found in, where that is not the title. */
  detail: Marked.nullable(),
  /** Title of the course or deck it is of, and the number of the lesson; null where it stands in none. */
  place: z.strictObject({ course: z.string(), lesson: z.int().nullable() }),
});

export const searchMethods = {
  /**
   * Looks for words in everything that can be learned or read: all must stand in what is found, a part in quotation marks as it is. The
   * best group comes first, and the best of each group; `limit`: of each.
   */
  'search.find': define(
    z.strictObject({
      query: z.string().max(500),
      language: z.enum(['th', 'en']),
      kinds: z.array(z.enum(SEARCH_KINDS)).min(1).max(SEARCH_KINDS.length).exactOptional(),
      limit: z.int().min(1).max(100),
    }),
    z.strictObject({
      groups: z.array(
        z.strictObject({
          kind: z.enum(SEARCH_KINDS),
          /** How well its best is found: 0 is what was typed, word for word. */
          best: z.int(),
          total: z.int(),
          hits: z.array(Hit),
        }),
      ),
      /** False: notes are still being made ready to be searched; ask again a little later. */
      isComplete: z.boolean(),
    }),
  ),
} as const;
