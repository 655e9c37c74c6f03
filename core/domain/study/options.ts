import { recordOf } from '../history/records.ts';
import type { Progress } from '../progress.ts';
import { DEFAULT_STUDY_OPTIONS, type StudyOptions } from '../settings.ts';

const OPTIONS = Object.keys(DEFAULT_STUDY_OPTIONS) as readonly (keyof StudyOptions)[];

/** Of any fields, those that are options of studying. */
export const optionsIn = (fields: Partial<StudyOptions> = {}): Partial<StudyOptions> =>
  Object.fromEntries(OPTIONS.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])));

/** Id of the preset a course uses; null where it has none, or one that was removed. */
export function presetOf(progress: Pick<Progress, 'records'>, courseId: string): string | null {
  const id = recordOf(progress, 'course-options', courseId)?.preset;
  const preset = id === undefined ? undefined : recordOf(progress, 'preset', id);
  return id === undefined || preset === undefined || preset.removed ? null : id;
}

/**
 * How the cards of a course are studied: its own options, before those of its preset, before the settings. Of several courses at
 * once (null), the settings. `newPerDay` and `reviewsPerDay` are limits of that course: those of the settings hold for all
 * courses together as well.
 */
export function optionsOf(progress: Pick<Progress, 'records' | 'settings'>, courseId: string | null): StudyOptions {
  const { settings, records } = progress;
  if (courseId === null || records.size === 0) return settings;
  const preset = presetOf(progress, courseId);
  return {
    ...settings,
    ...optionsIn(preset === null ? {} : recordOf(progress, 'preset', preset)),
    ...optionsIn(recordOf(progress, 'course-options', courseId)),
  };
}
