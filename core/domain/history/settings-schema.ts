import { z } from 'zod';
import { LANGUAGES, THEMES, type Settings } from '../settings.ts';
import { MAX_RETENTION, MIN_RETENTION } from './limits.ts';

/** What can be chosen: of `settings.set`, of events, and of the snapshot. */
export const SettingsShape = z.object({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  fontScale: z.number().min(0.85).max(1.5),
  newPerDay: z.int().min(0).max(999),
  reviewsPerDay: z.int().min(0).max(9999),
  retention: z.number().min(MIN_RETENTION).max(MAX_RETENTION),
  rolloverHour: z.int().min(0).max(23),
  answerTimeCapS: z.int().min(10).max(600),
}) satisfies z.ZodType<Settings>;
