import { z } from 'zod';
import {
  LANGUAGES,
  NEW_MIXES,
  REVIEW_ORDERS,
  THEMES,
  type Look,
  type Settings,
  type StudyOptions,
  type StudySettings,
} from '../settings.ts';
import { exactlyOptional } from './exactly-optional.ts';
import { MAX_DAY, MAX_RETENTION, MIN_RETENTION } from './limits.ts';

const LookShape = z.object({
  language: z.enum(LANGUAGES),
  theme: z.enum(THEMES),
  fontScale: z.number().min(0.85).max(1.5),
  bothLanguages: z.boolean(),
  readingRate: z.number().min(0.5).max(2),
}) satisfies z.ZodType<Look>;

/** What of the look was chosen. */
export const ChosenLookShape = z.object(exactlyOptional(LookShape.shape)) satisfies z.ZodType<Partial<Look>>;

const StepsShape = z.array(z.number().min(1).max(1440)).max(10).readonly();
const distinct = (list: readonly number[]) => new Set(list).size === list.length;
const DayShape = z.int().min(-MAX_DAY).max(MAX_DAY);

export const StudyOptionsShape = z.object({
  newPerDay: z.int().min(0).max(999),
  reviewsPerDay: z.int().min(0).max(9999),
  retention: z.number().min(MIN_RETENTION).max(MAX_RETENTION),
  learningStepsMin: StepsShape,
  relearningStepsMin: StepsShape,
  maximumIntervalDays: z.int().min(1).max(36_500),
  reviewOrder: z.enum(REVIEW_ORDERS),
  newMix: z.enum(NEW_MIXES),
  learnAheadMin: z.int().min(0).max(1440),
  answerTimeCapS: z.int().min(10).max(600),
  burySiblings: z.boolean(),
  leechLapses: z.int().min(2).max(99),
  gradeButtons: z.literal([2, 4]),
}) satisfies z.ZodType<StudyOptions>;

export const StudySettingsShape = z.object({
  ...StudyOptionsShape.shape,
  rolloverHour: z.int().min(0).max(23),
  fuzz: z.boolean(),
  loadBalance: z.boolean(),
  easyDays: z.array(z.int().min(0).max(6)).max(6).refine(distinct).readonly(),
  vacations: z
    .array(z.object({ from: DayShape, to: DayShape }).refine(({ from, to }) => from <= to))
    .max(100)
    .readonly(),
  minutesPerDay: z.int().min(0).max(1440),
  askSure: z.boolean(),
  reminderHours: z.array(z.int().min(0).max(23)).max(24).refine(distinct).readonly(),
  badge: z.boolean(),
}) satisfies z.ZodType<StudySettings>;

/** What can be chosen: of `settings.set`, and of events. */
export const SettingsShape = z.object({
  ...LookShape.shape,
  ...StudySettingsShape.shape,
}) satisfies z.ZodType<Settings>;
