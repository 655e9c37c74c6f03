import { z } from 'zod';
import { QUESTION_PROBLEMS } from '../domain/note/question-problems.ts';
import { define, Done } from './define.ts';
import { CardFace } from './face-methods.ts';
import { QuestionDraft } from './question-shapes.ts';
import * as shape from './shapes.ts';

const NoteId = z.string().min(1).max(500);
const Tags = z.array(z.string().min(1).max(200)).max(500);
const Field = z.string().max(200_000);
const Languages = z
  .array(z.enum(['th', 'en']))
  .min(1)
  .max(2);

/** Where a note stands in a course of the learner's own. */
const Stand = z.strictObject({ lessonId: shape.Id, sectionId: shape.Id });

/** What a note holds while it is written: fields of a note type, or a question of the app's own kinds. */
const WrittenContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fields'), typeId: shape.Id, fields: z.array(Field).max(1_000) }),
  z.strictObject({ kind: z.literal('question'), languages: Languages, question: QuestionDraft }),
]);

/** Notes: written, looked at and changed. Every change is one undo step. */
export const noteMethods = {
  /** What a note holds, with what the learner changed in it. By its own id, or that of a card of it. */
  'note.get': define(
    z.strictObject({ noteId: NoteId.exactOptional(), cardId: shape.CardId.exactOptional() }),
    z.strictObject({
      noteId: z.string(),
      /** The deck its first card lies in; null where it has no card in any. */
      deck: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      /** Where it stands, where that is a course of the learner's own. */
      stand: z.strictObject({ lessonId: z.string(), sectionId: z.string() }).nullable(),
      /** Name of its note type, or the kind of its question. */
      type: z.string(),
      /** Null for a question of the app's own kinds. */
      typeId: z.string().nullable(),
      /** In their places; those that are gone from the type are left out. */
      fields: z.array(
        z.strictObject({
          place: z.int(),
          name: z.string(),
          text: z.string(),
          isEdited: z.boolean(),
          isRightToLeft: z.boolean(),
        }),
      ),
      question: z.strictObject({ languages: Languages, question: QuestionDraft }).nullable(),
      tags: z.array(z.string()),
      cards: z.array(z.strictObject({ cardId: shape.CardId, deckId: z.string() })),
      /** Made here, not brought in. */
      isOwn: z.boolean(),
      createdAt: shape.EpochMs,
      modifiedAt: shape.EpochMs,
    }),
  ),
  /**
   * A new note. Refused where it would have no card (`no-cards`) or its question can not be asked (the first of
   * QUESTION_PROBLEMS): `bad-input` with `reason`.
   */
  'note.add': define(
    z.strictObject({ deckId: shape.Id, stand: Stand.exactOptional(), content: WrittenContent, tags: Tags }),
    z.strictObject({ noteId: z.string(), cards: z.array(shape.CardId) }),
  ),
  /** Changes fields of a note by their place, its question or its tags; null takes the learner's change of a field back. */
  'note.set': define(
    z.strictObject({
      noteId: NoteId,
      fields: z.record(z.string().regex(/^\d{1,3}$/), Field.nullable()).exactOptional(),
      question: z.strictObject({ languages: Languages, question: QuestionDraft }).exactOptional(),
      tags: Tags.exactOptional(),
      /** The deck, or course of the learner's own, that all its cards are put into. */
      deckId: shape.Id.exactOptional(),
      stand: Stand.exactOptional(),
    }),
    Done,
  ),
  /** Takes notes out of their decks, with their cards; one undo brings them back. */
  'note.remove': define(
    z.strictObject({ noteIds: z.array(NoteId).min(1).max(5_000) }),
    z.strictObject({ notes: z.int() }),
  ),
  /** What would come of a note as it is written now: its cards, each as it is shown, or why there is none. Nothing is kept. */
  'note.preview': define(
    z.strictObject({
      content: WrittenContent,
      tags: Tags,
      deckId: shape.Id.exactOptional(),
      noteId: NoteId.exactOptional(),
    }),
    z.strictObject({
      /** Of a note type: its cards. */
      cards: z.array(z.strictObject({ ordinal: z.int(), name: z.string(), face: CardFace })),
      problems: z.array(z.enum([...QUESTION_PROBLEMS, 'no-cards'])),
    }),
  ),
  /** Makes another note type of notes: which old field goes into each new one. `isTrial`: only tells what would come of it. */
  'note.convert': define(
    z.strictObject({
      noteIds: z.array(NoteId).min(1).max(5_000),
      typeId: shape.Id,
      /** Of each field of the new type the place of the old one; null: empty. */
      fields: z.array(z.int().min(0).max(999).nullable()).max(1_000),
      isTrial: z.boolean(),
    }),
    z.strictObject({ notes: z.int(), kept: z.int(), added: z.int(), gone: z.int() }),
  ),
  /** An empty deck; nested by `::`. */
  'deck.create': define(z.strictObject({ name: z.string().min(1).max(2_000) }), z.strictObject({ deckId: z.string() })),
  /** Puts a file of `library.receive`, or of the disk, into the library's media; notes call it by the name that comes back. */
  'media.add': define(
    z.strictObject({ path: z.string().min(1).max(4_096), name: z.string().min(1).max(255) }),
    z.strictObject({
      name: z.string(),
      /** What the name of the file said it is. */
      kind: z.enum(['image', 'sound', 'film']),
      address: z.string(),
    }),
  ),
  /** What was being written when the editor was left or the app ended, the newest first. */
  'draft.list': define(
    z.strictObject({}),
    z.strictObject({ drafts: z.array(z.strictObject({ id: z.string(), at: shape.EpochMs, text: z.string() })) }),
  ),
  /** Keeps what is being written, as the interface writes it down. Not part of the history, and in no backup. */
  'draft.keep': define(z.strictObject({ id: shape.Id, text: z.string().max(1_000_000) }), Done),
  'draft.drop': define(z.strictObject({ id: shape.Id }), Done),
} as const;
