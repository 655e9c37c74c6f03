import { DEFAULT_STUDY_OPTIONS as DEFAULTS, type StudyOptions } from '../settings.ts';

/** What beside the desired retention decides how long a card is away. */
export type ScheduleChoices = Pick<StudyOptions, 'learningStepsMin' | 'relearningStepsMin' | 'maximumIntervalDays'>;

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((step, i) => step === b[i]);

/** Those that are not the defaults, as an answer keeps them; null where all are. */
export function chosenSchedule(options: ScheduleChoices): Partial<ScheduleChoices> | null {
  const { learningStepsMin, relearningStepsMin, maximumIntervalDays } = options;
  const chosen = {
    ...(!isSame(learningStepsMin, DEFAULTS.learningStepsMin) && { learningStepsMin }),
    ...(!isSame(relearningStepsMin, DEFAULTS.relearningStepsMin) && { relearningStepsMin }),
    ...(maximumIntervalDays !== DEFAULTS.maximumIntervalDays && { maximumIntervalDays }),
  };
  return Object.keys(chosen).length > 0 ? chosen : null;
}
