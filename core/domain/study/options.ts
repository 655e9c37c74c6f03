import { recordOf } from '../history/records.ts';
import type { StudiedCourse } from '../course.ts';
import type { Progress } from '../progress.ts';
import { DEFAULT_STUDY_OPTIONS, type StudyOptions } from '../settings.ts';

const OPTIONS = Object.keys(DEFAULT_STUDY_OPTIONS) as readonly (keyof StudyOptions)[];

/** Of any fields, those that are options of studying. */
export function optionsIn(fields: Partial<StudyOptions> = {}): Partial<StudyOptions> {
  const found: Partial<Record<keyof StudyOptions, unknown>> = {};
  // Every answer comes along here: lists of keys and values would cost it more than all the rest of its options.
  for (const key of OPTIONS) if (fields[key] !== undefined) found[key] = fields[key];
  return found as Partial<StudyOptions>;
}

/** Id of the preset a course uses; null where it has none, or one that was removed. */
export function presetOf(progress: Pick<Progress, 'records'>, courseId: string): string | null {
  const id = recordOf(progress, 'course-options', courseId)?.preset;
  const preset = id === undefined ? undefined : recordOf(progress, 'preset', id);
  return id === undefined || preset === undefined || preset.removed ? null : id;
}

/** The same for many cards, as long as nothing is changed: each course is looked up once. */
export function optionsOnce(progress: Pick<Progress, 'records' | 'settings'>): (course: StudiedCourse) => StudyOptions {
  const known = new Map<string, StudyOptions>();
  return (course) => {
    const options = known.get(course.id) ?? optionsOf(progress, course);
    known.set(course.id, options);
    return options;
  };
}

/**
 * How the cards of a course are studied: its own options, before those of its preset, before those of the deck it lies below, before
 * the settings. Of several courses at once (null), the settings. `newPerDay` and `reviewsPerDay` are limits of that course and all
 * below it: those of decks above it and of the settings hold as well.
 */
export function optionsOf(
  progress: Pick<Progress, 'records' | 'settings'>,
  course: Pick<StudiedCourse, 'id' | 'above'> | null,
): StudyOptions {
  const { settings, records } = progress;
  if (course === null || records.size === 0) return settings;
  let options: StudyOptions = settings;
  for (const { id } of [course, ...(course.above ?? [])].reverse()) {
    const preset = presetOf(progress, id);
    const own = recordOf(progress, 'course-options', id);
    if (preset === null && !own) continue;
    options = {
      ...options,
      ...optionsIn(preset === null ? {} : recordOf(progress, 'preset', preset)),
      ...optionsIn(own),
    };
  }
  return options;
}
