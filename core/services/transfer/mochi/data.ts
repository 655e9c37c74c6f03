import { parseEDNString } from 'edn-data';
import { z } from 'zod';
import { unreadable } from '../unreadable.ts';

const when = z
  .union([z.date(), z.string().transform((text) => new Date(text.replace(/^~t/, '')))])
  .transform((date) => date.getTime());
const reviewSchema = z.object({
  date: when,
  due: when.optional().catch(undefined),
  interval: z.number().finite().nonnegative().optional().catch(undefined),
  'remembered?': z.boolean(),
});
const name = z.string().transform((text) => text.replace(/^~:/, ''));
const fieldsSchema = z.record(z.string(), z.object({ value: z.unknown() }));
const cardSchema = z.object({
  id: name.optional(),
  content: z.string().catch(''),
  tags: z.array(name).catch([]),
  'template-id': name.optional().catch(undefined),
  fields: fieldsSchema.catch({}),
  reviews: z.array(z.unknown()).catch([]),
  'trashed?': z.unknown().optional(),
  'archived?': z.boolean().optional().catch(undefined),
});
const deckSchema = z.object({
  id: name.optional(),
  name: z.string(),
  'parent-id': name.optional().catch(undefined),
  cards: z.array(z.unknown()).catch([]),
  'trashed?': z.unknown().optional(),
});
const templateSchema = z.object({
  id: name,
  content: z.string(),
  fields: z.record(z.string(), z.object({ name: z.string() })).catch({}),
});
const dataSchema = z.object({
  decks: z.array(deckSchema),
  templates: z.array(templateSchema).catch([]),
});

export type MochiData = z.infer<typeof dataSchema>;
export type MochiCard = z.infer<typeof cardSchema>;
export type MochiReview = z.infer<typeof reviewSchema>;

/** What an export of Mochi lists: EDN, or JSON in which keys are written `~:key`. @throws AppError `import-unreadable` `syntax` */
export function mochiData(text: string, isJson: boolean, file: string): MochiData {
  try {
    const read: unknown = isJson
      ? plain(JSON.parse(text), 0)
      : parseEDNString(text, { mapAs: 'object', keywordAs: 'string', setAs: 'array', listAs: 'array' });
    return dataSchema.parse(read);
  } catch (error) {
    throw unreadable('syntax', file, isJson ? 'data.json' : 'data.edn', error);
  }
}

/** Null where it is none. */
export const mochiCard = (read: unknown): MochiCard | null => cardSchema.safeParse(read).data ?? null;
export const mochiReview = (read: unknown): MochiReview | null => {
  const review = reviewSchema.safeParse(read).data;
  return review && !Number.isNaN(review.date) ? review : null;
};

const MAX_DEPTH = 50;

/** Keys without their mark, sets and lists as lists. */
function plain(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
  if (Array.isArray(value)) {
    const items: unknown[] = /^~#(?:set|list)$/.test(String(value[0])) && Array.isArray(value[1]) ? value[1] : value;
    return items.map((item) => plain(item, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && /^~#(?:set|list)$/.test(only![0])) return plain(only![1], depth + 1);
  return Object.fromEntries(entries.map(([key, item]) => [key.replace(/^~:/, ''), plain(item, depth + 1)]));
}
