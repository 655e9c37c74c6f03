import { z } from 'zod';
import { unreadable } from '../unreadable.ts';
import { noteFieldOf, type FoundNoteType } from './found-note-type.ts';

const text = z.string().catch('');
const ordinal = z.int().optional().catch(undefined);
const Field = z.object({
  name: z.string(),
  ord: ordinal,
  rtl: z.boolean().catch(false),
  font: text,
  size: z.number().catch(0),
});
const Template = z.object({ name: text, ord: ordinal, qfmt: text, afmt: text });
const Model = z.object({
  name: z.string(),
  type: z.literal(1).optional().catch(undefined),
  originalStockKind: z.int().catch(0),
  flds: z.array(Field),
  tmpls: z.array(Template),
  css: text,
  sortf: z.int().catch(0),
  latexPre: text,
  latexPost: text,
});

/**
 * Note types as schemas to 14 hold them.
 * @throws AppError `import-unreadable` `syntax`
 */
export function noteTypesOfJson(models: Readonly<Record<string, unknown>>, file: string): FoundNoteType[] {
  return Object.entries(models).map(([id, value]) => {
    const parsed = Model.safeParse(value);
    if (!parsed.success) throw unreadable('syntax', file, `col.models.${id}`.slice(0, 100), parsed.error);
    const model = parsed.data;
    return {
      id,
      name: model.name,
      isCloze: model.type === 1,
      stockKind: model.originalStockKind,
      fields: inOrder(model.flds).map(({ name, rtl, font, size }) => noteFieldOf(name, rtl, font, size)),
      templates: inOrder(model.tmpls).map(({ name, qfmt, afmt }) => ({ name, front: qfmt, back: afmt })),
      css: model.css,
      sortField: model.sortf,
      latexBefore: model.latexPre,
      latexAfter: model.latexPost,
    };
  });
}

/** By their number, which fields of notes and cards go by; where they have none, as they stand. */
const inOrder = <T extends { readonly ord?: number | undefined }>(parts: readonly T[]): readonly T[] =>
  [...parts].sort((a, b) => (a.ord ?? 0) - (b.ord ?? 0));
