import { z } from 'zod';
import { BODY_GROUPS, PARTNER_RINGS, PLACE_KINDS, TIMELINE_THEMES, type Pictures } from '../../domain/pictures.ts';

const Text = z.string().max(1_000_000);
const Id = z.string().min(1).max(200);
const Both = z.object({ th: Text, en: Text });
const cited = { evidence: z.array(Id).max(5_000) };
const list = <T extends z.ZodType>(part: T) => z.array(part).max(20_000);
const Point = z.tuple([z.number(), z.number()]);
/** Drawn by our own compiler: moves and lines, nothing else. */
const Path = z
  .string()
  .max(5_000_000)
  .regex(/^[MLlZz\d., -]*$/);
const Figure = z.object({ subject: Id, label: Both, value: z.number(), unit: Both, asOf: Both, ...cited });

const MapShape = z.object({
  ...{ width: z.number().positive(), height: z.number().positive() },
  lands: list(z.object({ state: Id.nullable(), path: Path, label: Point.nullable() })),
  disputed: list(z.object({ name: Both, path: Path, within: Id.exactOptional() })),
  steps: list(Id),
  places: list(
    z.object({
      ...{ id: Id, name: Both, state: Both, kind: z.enum(PLACE_KINDS), at: Point.nullable(), events: list(Id) },
      notes: list(z.object({ text: Both, ...cited })),
    }),
  ),
});

/** The pictures of a compiled course: `domain/pictures.ts` says what each part means. */
export const PicturesShape = z.object({
  timeline: list(z.object({ id: Id, date: Id, theme: z.enum(TIMELINE_THEMES), title: Both, ...cited })),
  bodies: list(
    z.object({
      ...{ id: Id, name: Both, abbr: Text.exactOptional(), group: z.enum(BODY_GROUPS), parent: Id.exactOptional() },
      ...{ function: Both, ...cited },
    }),
  ),
  members: list(
    z.object({
      ...{ id: Id, name: Both },
      spans: list(z.object({ from: Id, to: Id.exactOptional(), note: Both.exactOptional(), ...cited })),
    }),
  ),
  forces: list(Figure),
  operations: list(Figure),
  map: MapShape.nullable(),
  exercises: list(
    z.object({
      ...{ id: Id, name: Both, from: Id, to: Id.exactOptional(), yearly: z.literal(true).exactOptional() },
      ...{ partOf: Id.exactOptional(), where: Both.exactOptional(), about: Both, ...cited },
    }),
  ),
  partners: list(
    z.object({
      ...{ id: Id, name: Both, ring: z.enum(PARTNER_RINGS) },
      ties: list(z.object({ what: Both, date: Id.exactOptional(), ...cited })),
    }),
  ),
}) satisfies z.ZodType<Pictures>;
