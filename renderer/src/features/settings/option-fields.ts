import type { Look, Settings, StudyOptions, StudySettings } from '../../../../core/domain/settings.ts';
import { NEW_MIXES, REVIEW_ORDERS } from '../../../../core/domain/settings.ts';
import { percent, weekdayName } from '../../i18n/formats.ts';
import { t } from '../../i18n/locale.svelte.ts';

/** What is chosen in one field each, but for vacations. */
export type OptionKey = Exclude<keyof StudySettings, 'vacations'> | (keyof Look & ('bothLanguages' | 'readingRate'));
export type OptionValue<K extends OptionKey> = Settings[K];
interface Choice {
  readonly value: string;
  readonly label: string;
}

/** How an option is shown and chosen. Ranges are those of `settings-schema.ts`. */
export type OptionField =
  | { readonly as: 'number'; readonly min: number; readonly max: number }
  | {
      readonly as: 'slider';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly words: typeof percent;
    }
  | { readonly as: 'switch' | 'steps' }
  | { readonly as: 'select'; readonly options: () => readonly Choice[]; readonly isNumber?: true }
  | {
      readonly as: 'checks';
      readonly options: () => readonly { readonly value: number; readonly label: string }[];
      readonly most?: number;
    };

const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** From Monday on, as weeks are shown; their numbers begin with Sunday. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0];

export const OPTION_FIELDS: Readonly<Record<OptionKey, OptionField>> = {
  newPerDay: { as: 'number', min: 0, max: 999 },
  reviewsPerDay: { as: 'number', min: 0, max: 9999 },
  minutesPerDay: { as: 'number', min: 0, max: 1440 },
  retention: { as: 'slider', min: 0.7, max: 0.97, step: 0.01, words: percent },
  learningStepsMin: { as: 'steps' },
  relearningStepsMin: { as: 'steps' },
  maximumIntervalDays: { as: 'number', min: 1, max: 36_500 },
  reviewOrder: {
    as: 'select',
    options: () => REVIEW_ORDERS.map((value) => ({ value, label: t(`settings.reviewOrder.${value}`) })),
  },
  newMix: { as: 'select', options: () => NEW_MIXES.map((value) => ({ value, label: t(`settings.newMix.${value}`) })) },
  learnAheadMin: { as: 'number', min: 0, max: 1440 },
  answerTimeCapS: { as: 'number', min: 10, max: 600 },
  burySiblings: { as: 'switch' },
  leechLapses: { as: 'number', min: 2, max: 99 },
  gradeButtons: {
    as: 'select',
    options: () =>
      ([4, 2] as const).map((value) => ({ value: String(value), label: t(`settings.gradeButtons.${value}`) })),
    isNumber: true,
  },
  rolloverHour: {
    as: 'select',
    options: () => HOURS.map((hour) => ({ value: String(hour), label: hourName(hour) })),
    isNumber: true,
  },
  fuzz: { as: 'switch' },
  loadBalance: { as: 'switch' },
  easyDays: {
    as: 'checks',
    options: () => WEEKDAYS.map((value) => ({ value, label: weekdayName(value, 'short') })),
    most: 6,
  },
  askSure: { as: 'switch' },
  reminderHours: { as: 'checks', options: () => HOURS.map((value) => ({ value, label: hourName(value) })) },
  badge: { as: 'switch' },
  bothLanguages: { as: 'switch' },
  readingRate: { as: 'slider', min: 0.5, max: 2, step: 0.1, words: percent },
};

/** The options that a preset can say otherwise, in the order they are shown. */
export const PRESET_KEYS = [
  'newPerDay',
  'reviewsPerDay',
  'retention',
  'learningStepsMin',
  'relearningStepsMin',
  'maximumIntervalDays',
  'reviewOrder',
  'newMix',
  'learnAheadMin',
  'burySiblings',
  'gradeButtons',
  'leechLapses',
  'answerTimeCapS',
] as const satisfies readonly (keyof StudyOptions)[];

/** What stands behind "Advanced", by what it is about. */
export const ADVANCED = [
  ['days', ['reviewsPerDay', 'reviewOrder', 'newMix', 'learnAheadMin', 'burySiblings']],
  ['intervals', ['learningStepsMin', 'relearningStepsMin', 'maximumIntervalDays', 'fuzz', 'loadBalance', 'easyDays']],
  ['answering', ['gradeButtons', 'askSure', 'leechLapses', 'answerTimeCapS']],
  ['reading', ['bothLanguages', 'readingRate']],
  ['reminding', ['rolloverHour', 'reminderHours', 'badge']],
] as const satisfies readonly (readonly [string, readonly OptionKey[]])[];
