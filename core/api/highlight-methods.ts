import { z } from 'zod';
import { HIGHLIGHT_COLOURS } from '../domain/highlight-colours.ts';
import { MAX_TEXT } from '../domain/history/limits.ts';
import { define, Done } from './define.ts';
import * as shape from './shapes.ts';

const Colour = z.enum(HIGHLIGHT_COLOURS);
const Note = z.string().max(MAX_TEXT);

const HighlightShape = z.strictObject({
  id: z.string(),
  courseId: z.string(),
  lessonId: z.string(),
  /** What the course calls it; null where it is not there any more. */
  lesson: z.strictObject({ number: z.int(), title: shape.Bilingual }).nullable(),
  /** Null: the words are not in the lesson any more. `from` and `to`: in the section's text, as JavaScript counts signs. */
  place: z.strictObject({ sectionId: z.string(), heading: shape.Bilingual, from: z.int(), to: z.int() }).nullable(),
  language: z.enum(['th', 'en']),
  quote: z.string(),
  colour: Colour,
  /** Empty where nothing was written at it. */
  note: z.string(),
  createdAt: shape.EpochMs,
});

/** Passages of lessons that the learner marked, with notes of their own. Every change is one undo step. */
export const highlightMethods = {
  /** Of a lesson, of a course, or all: in the order of the text, those that are not in it any more at the end of their lesson. */
  'highlight.list': define(
    z.strictObject({ courseId: shape.Id.exactOptional(), lessonId: shape.Id.exactOptional() }),
    z.strictObject({ highlights: z.array(HighlightShape) }),
  ),
  /**
   * Marks a passage by its words; of several places with these words that nearest to `place`. What is marked already changes.
   * `sessionId`: undo there takes it back. Refused where the section does not have these words: `bad-input` with `reason` `not-in-text`.
   */
  'highlight.add': define(
    z.strictObject({
      ...{ courseId: shape.Id, lessonId: shape.Id, sectionId: shape.Id, language: z.enum(['th', 'en']) },
      quote: z.string().min(1).max(MAX_TEXT),
      place: z.int().min(0).exactOptional(),
      colour: Colour,
      note: Note.exactOptional(),
      sessionId: shape.SessionId.exactOptional(),
    }),
    z.strictObject({ id: z.string() }),
  ),
  'highlight.set': define(
    z.strictObject({
      id: shape.Id,
      colour: Colour.exactOptional(),
      note: Note.exactOptional(),
      sessionId: shape.SessionId.exactOptional(),
    }),
    Done,
  ),
  'highlight.remove': define(z.strictObject({ id: shape.Id, sessionId: shape.SessionId.exactOptional() }), Done),
} as const;
