import { z } from 'zod';
import { STOPPED, TEMPLATE_PROBLEMS } from '../domain/template/problems.ts';
import { define } from './define.ts';
import { COVERS, REGION_SHAPES } from '../domain/own-picture.ts';
import * as shape from './shapes.ts';

/** A mask over a picture: `domain/template/occlusion.ts`. */
const Mask = z.strictObject({
  kind: z.enum(['rect', 'ellipse', 'polygon', 'text']),
  isAsked: z.boolean(),
  isCovered: z.boolean(),
  numbers: z.record(z.string(), z.number()),
  points: z.array(z.tuple([z.number(), z.number()])),
  text: z.string(),
});

/** One side of a card, made safe by `services/face`. Addresses of media are those of this run of the shell. */
const Face = z.strictObject({
  html: z.string(),
  css: z.string(),
  /** In the order of the text. `address`: null where the file is missing. */
  sounds: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('file'), name: z.string(), address: z.string().nullable() }),
      z.strictObject({
        kind: z.literal('speech'),
        text: z.string(),
        language: z.string(),
        voices: z.array(z.string()),
        speed: z.number(),
      }),
    ]),
  ),
  masks: z.array(Mask),
  /** Files of other hosts that it names; none of them is loaded. */
  remote: z.strictObject({ count: z.int(), hosts: z.array(z.string()) }),
  /** Names of files that are not there. */
  missing: z.array(z.string()),
  /** Of them, those that the deck has and that another device has not brought yet: they come by themselves. */
  onTheWay: z.array(z.string()),
  /** What was taken out of it, so that nothing runs, loads or leads away. */
  stopped: z.array(z.enum(STOPPED)),
});

/** A card that a template makes. */
export const CardFace = z.strictObject({
  /** Path of the empty page that it is shown in; another one with each start of the shell. */
  frame: z.string(),
  front: Face,
  back: Face,
  /** Class of the body: `card card<n>`. */
  className: z.string(),
  /** Something is typed: how its field is written; null where nothing is. */
  typed: z.strictObject({ isRightToLeft: z.boolean(), font: z.string().nullable() }).nullable(),
  /** What of its template can not be made. */
  problems: z.array(
    z.strictObject({ code: z.enum(TEMPLATE_PROBLEMS), side: z.enum(['front', 'back']), name: z.string() }),
  ),
});

/** Cards that are made by templates, as they are shown in the frame of cards. */
export const faceMethods = {
  /** Both sides of a card; null where it is not made by a template. */
  'card.face': define(z.strictObject({ cardId: shape.CardId }), z.strictObject({ face: CardFace.nullable() })),
  /** The picture of a card whose question has one of its own (`domain/own-picture.ts`). `address`: path of its file; null where it is not there. */
  'card.picture': define(
    z.strictObject({ cardId: shape.CardId }),
    z.strictObject({
      address: z.string().nullable(),
      covers: z.enum(COVERS),
      regions: z.array(
        z.strictObject({
          ...{ id: z.string(), text: shape.Bilingual, shape: z.enum(REGION_SHAPES) },
          points: z.array(z.tuple([z.number(), z.number()])),
        }),
      ),
    }),
  ),
  /** Path of a file by the name that a note calls it, or a note that is written; null where it is not there. */
  'media.address': define(
    z.strictObject({ name: z.string().min(1).max(1_000), noteId: shape.Id.exactOptional() }),
    z.strictObject({ address: z.string().nullable() }),
  ),
} as const;
