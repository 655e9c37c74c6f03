import { describe, expect, it } from 'vitest';
import { foldRecord, type RecordEvent } from '../history/records.ts';
import { DEFAULT_STUDY_SETTINGS } from '../settings.ts';
import { optionsOf, presetOf } from './options.ts';

const STAMP = { v: 1, device: 'device', seq: 1, at: 0, order: 0, utcOffsetMin: 0 } as const;
function progressOf(...events: Pick<RecordEvent, 'type' | 'id' | 'set'>[]) {
  const records = new Map<string, Record<string, unknown>>();
  for (const event of events) foldRecord(records, { ...STAMP, ...event } as RecordEvent);
  return { settings: { ...DEFAULT_STUDY_SETTINGS, retention: 0.88, newPerDay: 7 }, records };
}
const hard = { type: 'preset', id: 'p', set: { name: 'Hard', retention: 0.95, learningStepsMin: [] } } as const;
const uses = { type: 'course-options', id: 'csto', set: { preset: 'p' } } as const;

describe('the options of a course', () => {
  it('are the settings where nothing else was said', () => {
    expect(optionsOf(progressOf(), { id: 'csto' })).toMatchObject({ retention: 0.88, newPerDay: 7, gradeButtons: 4 });
    expect(optionsOf(progressOf(hard), { id: 'csto' })).toMatchObject({ retention: 0.88, learningStepsMin: [1, 10] });
  });

  it('are those of its preset before the settings, and its own before both', () => {
    const progress = progressOf(hard, uses, { type: 'course-options', id: 'csto', set: { retention: 0.92 } });
    expect(optionsOf(progress, { id: 'csto' })).toMatchObject({ retention: 0.92, learningStepsMin: [], newPerDay: 7 });
    expect(optionsOf(progress, { id: 'other' })).toMatchObject({ retention: 0.88, learningStepsMin: [1, 10] });
    expect(optionsOf(progress, null)).toMatchObject({ retention: 0.88 });
    expect(optionsOf(progress, { id: 'csto' })).not.toHaveProperty('name');
    expect(optionsOf(progress, { id: 'csto' })).not.toHaveProperty('preset');
  });

  it('fall back to the settings where an option or the preset was taken away', () => {
    const back = { type: 'preset', id: 'p', set: { retention: null } } as const;
    expect(optionsOf(progressOf(hard, uses, back), { id: 'csto' })).toMatchObject({
      retention: 0.88,
      learningStepsMin: [],
    });
    const removed = { type: 'preset', id: 'p', set: { removed: true } } as const;
    expect(optionsOf(progressOf(hard, uses, removed), { id: 'csto' })).toMatchObject({ learningStepsMin: [1, 10] });
    expect(presetOf(progressOf(hard, uses, removed), 'csto')).toBeNull();
    expect(presetOf(progressOf(hard, uses), 'csto')).toBe('p');
    expect(presetOf(progressOf(uses), 'csto')).toBeNull();
  });
});

describe('the options of a deck below others', () => {
  const above = [{ id: 'near', above: [{ id: 'far' }] }, { id: 'far' }];

  it('are its own, before those of the nearest deck above, before those of the farthest, before the settings', () => {
    const progress = progressOf(
      hard,
      { type: 'course-options', id: 'far', set: { newPerDay: 3, retention: 0.8, leechLapses: 5 } },
      { type: 'course-options', id: 'near', set: { preset: 'p', newPerDay: 4 } },
      { type: 'course-options', id: 'own', set: { newPerDay: 5 } },
    );
    expect(optionsOf(progress, { id: 'own', above })).toMatchObject({
      ...{ newPerDay: 5, retention: 0.95, learningStepsMin: [], leechLapses: 5, gradeButtons: 4 },
    });
    expect(optionsOf(progress, { id: 'own' })).toMatchObject({ newPerDay: 5, retention: 0.88 });
  });
});
