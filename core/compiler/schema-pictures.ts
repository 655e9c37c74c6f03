import { z } from 'zod';
import { BODY_GROUPS, TIMELINE_THEMES } from '../domain/pictures.ts';
import { Bilingual, Evidence, Id, IsoDate } from './schema-parts.ts';

/** timeline.yaml, bodies.yaml, members.yaml and figures.yaml: the data of a course's pictures. */
const evidence = Evidence;

export const TimelineFile = z.array(
  z.strictObject({ id: Id, date: IsoDate, theme: z.enum(TIMELINE_THEMES), title: Bilingual, evidence }),
);

export const BodiesFile = z.array(
  z.strictObject({ id: Id, group: z.enum(BODY_GROUPS), parent: Id.optional(), function: Bilingual, evidence }),
);

export const MembersFile = z.strictObject({
  states: z.array(
    z.strictObject({
      id: Id,
      name: Bilingual,
      spans: z
        .array(z.strictObject({ from: IsoDate, to: IsoDate.optional(), note: Bilingual.optional(), evidence }))
        .min(1),
    }),
  ),
});

const figure = { label: Bilingual, value: z.number().nonnegative(), unit: Bilingual, evidence };
export const FiguresFile = z.strictObject({
  forces: z.array(z.strictObject({ force: Id, asOf: Bilingual, ...figure })),
  operations: z.array(z.strictObject({ operation: Id, year: z.union([z.int(), z.string()]).optional(), ...figure })),
});
