import { DEFAULT_STUDY_OPTIONS } from '../domain/settings.ts';
import type { Output, Sent } from './contract.ts';
import type { presetMethods } from './preset-methods.ts';

const title = { th: 'องค์การ', en: 'organization' };
const options: Output<'course.options'> = {
  courseId: 'csto',
  preset: 'exam',
  own: { newPerDay: 5 },
  options: { ...DEFAULT_STUDY_OPTIONS, retention: 0.95, newPerDay: 5 },
};

/** One call of every method about presets. */
export const PRESET_EXAMPLES: {
  readonly [M in keyof typeof presetMethods]: readonly [Sent<M>, Output<M>];
} = {
  'preset.list': [
    {},
    {
      presets: [
        {
          id: 'exam',
          name: 'Before an exam',
          options: { retention: 0.95, learningStepsMin: [1, 10], gradeButtons: 2 },
          courses: [{ id: 'csto', title }],
        },
      ],
    },
  ],
  'preset.set': [{ id: 'exam', name: 'Before an exam', set: { retention: 0.95, newPerDay: null } }, { id: 'exam' }],
  'preset.remove': [{ id: 'exam' }, { done: true }],
  'course.options': [{ courseId: 'csto' }, options],
  'course.setOptions': [{ courseId: 'csto', set: { preset: 'exam', newPerDay: 5, retention: null } }, options],
};
