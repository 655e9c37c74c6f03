import { z } from 'zod';
import type { CardId, EventRef, LessonKey } from '../ids.ts';
import * as limits from './limits.ts';

/** The same schema, whose texts are names of one kind once it has let them through: see `ids.ts`. */
export const naming = <T extends string>(schema: z.ZodType<string, string>) =>
  schema as z.ZodType<unknown> as z.ZodType<T, string>;

/** What `parseCardId`, `parseLessonKey` and `parseEventRef` take. */
export const CardIdShape = naming<CardId>(z.string().min(1).max(limits.MAX_ID));
export const LessonKeyShape = naming<LessonKey>(z.string().regex(limits.LESSON_KEY));
export const EventRefShape = naming<EventRef>(z.string().regex(limits.EVENT_REF));
