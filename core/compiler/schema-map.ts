import { z } from 'zod';
import { PARTNER_RINGS, PLACE_KINDS } from '../domain/pictures.ts';
import { Bilingual, Evidence, Id, IsoDate } from './schema-parts.ts';

/** places.yaml, exercises.yaml and partners.yaml: the data of the map, the calendar and the rings. */
const evidence = Evidence;
/** Longitude and latitude, degrees. */
const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

export const PlacesFile = z.strictObject({
  region: z.strictObject({ west: z.number(), east: z.number(), south: z.number(), north: z.number() }),
  disputed: z.array(z.strictObject({ name: Bilingual, within: Id.optional(), outline: z.array(Point).min(3) })),
  steps: z.array(Id).min(1),
  places: z
    .array(
      z.strictObject({
        id: Id,
        name: Bilingual,
        state: Bilingual,
        kind: z.enum(PLACE_KINDS).default('city'),
        at: Point.optional(),
        events: z.array(Id).default([]),
        notes: z.array(z.strictObject({ text: Bilingual, evidence })).default([]),
      }),
    )
    .min(1),
});
export type PlacesFile = z.infer<typeof PlacesFile>;

export const ExercisesFile = z.array(
  z.strictObject({
    id: Id,
    name: Bilingual,
    partOf: Id.optional(),
    from: IsoDate,
    to: IsoDate.optional(),
    yearly: z.literal(true).optional(),
    where: Bilingual.optional(),
    about: Bilingual,
    evidence,
  }),
);

export const PartnersFile = z.strictObject({
  members: z.strictObject({ tie: Bilingual, evidence }),
  partners: z.array(
    z.strictObject({
      id: Id,
      name: Bilingual,
      ring: z.enum(PARTNER_RINGS).exclude(['members']),
      ties: z.array(z.strictObject({ what: Bilingual, date: IsoDate.optional(), evidence })).min(1),
    }),
  ),
});
