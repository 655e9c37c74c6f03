import { z } from 'zod';
import { define, Done, Empty } from './define.ts';
import { CardFace } from './face-methods.ts';
import * as shape from './shapes.ts';

const Name = z.string().min(1).max(200);
const Side = z.string().max(200_000);

/** A note type as it is edited: see `domain/note/note-type.ts`. Fields and templates keep their places; those that are `gone` stay in theirs. */
const NoteTypeShape = z.strictObject({
  name: Name,
  kind: z.enum(['standard', 'cloze']),
  fields: z
    .array(
      z.strictObject({
        name: Name,
        isRightToLeft: z.literal(true).exactOptional(),
        font: Name.exactOptional(),
        sizePx: z.number().min(1).max(1_000).exactOptional(),
        gone: z.literal(true).exactOptional(),
      }),
    )
    .min(1)
    .max(200),
  templates: z
    .array(z.strictObject({ name: Name, front: Side, back: Side, gone: z.literal(true).exactOptional() }))
    .min(1)
    .max(200),
  css: Side,
  sortField: z.int().min(0),
});

/** Note types: which fields notes have, and which cards are made of them. */
export const noteTypeMethods = {
  /** All there are: stock types first. */
  'notetype.list': define(
    Empty,
    z.strictObject({
      types: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          kind: z.enum(['standard', 'cloze']),
          /** Notes of it are made on a picture. */
          isOcclusion: z.boolean(),
          from: z.enum(['stock', 'pack', 'made']),
          /** Names with their places, without those that are gone. */
          fields: z.array(z.strictObject({ place: z.int(), name: z.string(), isRightToLeft: z.boolean() })),
        }),
      ),
    }),
  ),
  'notetype.get': define(
    z.strictObject({ typeId: shape.Id }),
    z.strictObject({ ...NoteTypeShape.shape, id: z.string() }),
  ),
  /**
   * Changes a note type, or makes one where `typeId` is left out. `isTrial`: only tells what would come of it: how many notes there
   * are of it, and how many cards they would get and lose (these keep their history). Long work named `note-type`.
   */
  'notetype.set': define(
    z.strictObject({ typeId: shape.Id.exactOptional(), type: NoteTypeShape, isTrial: z.boolean() }),
    z.strictObject({ typeId: z.string(), notes: z.int(), added: z.int(), gone: z.int() }),
  ),
  /** How a note would look by a type that is being edited: of a note, or of one with the names of the fields in them. */
  'notetype.preview': define(
    z.strictObject({
      typeId: shape.Id.exactOptional(),
      type: NoteTypeShape,
      noteId: z.string().max(500).exactOptional(),
    }),
    z.strictObject({ cards: z.array(z.strictObject({ ordinal: z.int(), name: z.string(), face: CardFace })) }),
  ),
  /** Takes a type that was made here, and has no notes, away. */
  'notetype.remove': define(z.strictObject({ typeId: shape.Id }), Done),
} as const;
