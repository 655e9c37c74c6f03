import { z } from 'zod';
import { PARTNER_RINGS, PLACE_KINDS } from '../domain/pictures.ts';
import { Bilingual, Evidence } from './shapes.ts';

const evidence = z.array(Evidence);
/** In the units of the map. */
const Point = z.tuple([z.number(), z.number()]).readonly();

/** The map: land as SVG paths, and the places of the source. `events` and `steps` are ids of the timeline's events. */
export const Map = z.strictObject({
  width: z.number(),
  height: z.number(),
  lands: z
    .array(z.strictObject({ state: z.string().nullable(), path: z.string(), label: Point.nullable() }))
    .readonly(),
  disputed: z.array(z.strictObject({ name: Bilingual, path: z.string(), within: z.string().optional() })).readonly(),
  steps: z.array(z.string()).readonly(),
  places: z.array(
    z.strictObject({
      id: z.string(),
      name: Bilingual,
      state: Bilingual,
      kind: z.enum(PLACE_KINDS),
      /** Null: off the map. */
      at: Point.nullable(),
      events: z.array(z.string()).readonly(),
      notes: z.array(z.strictObject({ text: Bilingual, evidence })),
    }),
  ),
});

/** An exercise, dated as exactly as the source dates it. */
export const Exercise = z.strictObject({
  id: z.string(),
  name: Bilingual,
  from: z.string(),
  to: z.string().nullable(),
  /** Every year from then on. */
  yearly: z.boolean(),
  /** The exercise it is a part of. */
  partOf: z.string().nullable(),
  where: Bilingual.nullable(),
  about: Bilingual,
  evidence,
});

/** A partner and what joins it to the organization. */
export const Partner = z.strictObject({
  id: z.string(),
  name: Bilingual,
  ring: z.enum(PARTNER_RINGS),
  ties: z.array(z.strictObject({ what: Bilingual, date: z.string().nullable(), evidence })),
});
