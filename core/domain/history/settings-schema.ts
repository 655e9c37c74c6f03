import { z } from 'zod';
import { LANGUAGES, THEMES, type Look, type Settings, type StudySettings } from '../settings.ts';
import { exactlyOptional } from './exactly-optional.ts';
import { MAX_RETENTION, MIN_RETENTION } from './limits.ts';

const LookShape = z.object({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  fontScale: z.number().min(0.85).max(1.5),
}) satisfies z.ZodType<Look>;

/** What of the look was chosen. */
export const ChosenLookShape = z.object(exactlyOptional(LookShape.shape)) satisfies z.ZodType<Partial<Look>>;

export const StudySettingsShape = z.object({
  newPerDay: z.int().min(0).max(999),
  reviewsPerDay: z.int().min(0).max(9999),
  retention: z.number().min(MIN_RETENTION).max(MAX_RETENTION),
  rolloverHour: z.int().min(0).max(23),
  answerTimeCapS: z.int().min(10).max(600),
}) satisfies z.ZodType<StudySettings>;

/** What can be chosen: of `settings.set`, and of events. */
export const SettingsShape = z.object({
  ...LookShape.shape,
  ...StudySettingsShape.shape,
}) satisfies z.ZodType<Settings>;
