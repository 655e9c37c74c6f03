import { z } from 'zod';

/** Characters of one text. */
const MAX_LINE = 20_000;
export const MAX_ENTRIES = 5_000;
/** Options, items, pairs, gaps, marks, objectives. */
export const MAX_PARTS = 26;

/** What the fields of course files are made of. docs/course-format.md calls each by its title. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'must be lower-case letters, digits and hyphens')
  .meta({ title: 'id' });
export const ParagraphId = z
  .string()
  .regex(/^p\d{3}$/, 'must be a paragraph id such as p003')
  .meta({ title: 'paragraph id, p001 to p999' });
export const line = z.string().trim().min(1).max(MAX_LINE).meta({ title: 'text' });
export const Bilingual = z.strictObject({ th: line, en: line }).meta({ title: 'text in each language' });

/** 1992, 1992-05 or 1992-05-15, Common Era; YAML reads a bare year as a number. */
export const IsoDate = z
  .union([z.int(), z.string()])
  .transform(String)
  .refine(
    (text) => /^-?\d{1,6}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text),
    'must be a date such as 1992, 1992-05 or 1992-05-15',
  )
  .meta({ title: 'date: 1992, 1992-05 or 1992-05-15, Common Era' });

/** What something rests on: paragraphs of the source. A course with a source names some everywhere. */
export const Evidence = z
  .array(ParagraphId)
  .max(MAX_ENTRIES)
  .default([])
  .describe('paragraphs of source.yaml that it rests on; a course with a source names some everywhere');
