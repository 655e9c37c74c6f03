import { z } from 'zod';
import { Id } from './schema-parts.ts';

const line = z.string().trim().min(1);
const forms = z.array(line).min(1);
const both = z.strictObject({ th: forms, en: forms });
const names = { id: Id, th: forms, en: forms };
const abbr = forms.optional();

/** names.yaml: how persons, places, bodies … are written, one entry each. The first form of a language is the one shown. */
export const NamesFile = z.array(
  z.discriminatedUnion('kind', [
    /** th and en are surnames. */
    z.strictObject({
      ...names,
      kind: z.literal('person'),
      given: both.optional(),
      initials: both.optional(),
      titles: both.optional(),
    }),
    z.strictObject({
      ...names,
      kind: z.literal('place'),
      in: Id.optional(),
      as: z
        .array(z.enum(['city', 'region', 'base']))
        .min(1)
        .default(['city']),
    }),
    z.strictObject({ ...names, kind: z.literal('state') }),
    z.strictObject({ ...names, kind: z.literal('organization'), abbr }),
    /** `of`: the organization it belongs to; naming it adds nothing. */
    z.strictObject({ ...names, kind: z.enum(['body', 'document', 'force']), abbr, of: Id.optional() }),
    z.strictObject({ ...names, kind: z.enum(['exercise', 'operation']) }),
    z.strictObject({ ...names, kind: z.literal('other'), abbr }),
  ]),
);
export type Name = z.infer<typeof NamesFile>[number];
