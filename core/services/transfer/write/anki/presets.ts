import type { SourcePreset } from '../../format.ts';
import { USN } from './schema.ts';

/** The one that every collection has. */
export const DEFAULT_PRESET: SourcePreset = { id: '1', name: 'Default' };

/** Options of study as schema 11 holds them in JSON; those we do not know are as Anki begins. @param modifiedAt epoch ms */
export function presetJson(preset: SourcePreset, id: number, modifiedAt: number) {
  const weights = preset.weights ?? [];
  const ofVersion = (count: number) => (weights.length === count ? weights : []);
  return {
    id,
    mod: Math.floor(modifiedAt / 1000),
    name: preset.name,
    usn: USN,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: {
      bury: false,
      delays: preset.learningStepsMin ?? [1, 10],
      initialFactor: 2500,
      ints: [1, 4, 0],
      order: 1,
      perDay: preset.newPerDay ?? 20,
    },
    rev: {
      bury: false,
      ease4: 1.3,
      ivlFct: 1,
      maxIvl: preset.maximumIntervalDays ?? 36_500,
      perDay: preset.reviewsPerDay ?? 200,
      hardFactor: 1.2,
    },
    lapse: {
      delays: preset.relearningStepsMin ?? [10],
      leechAction: 1,
      leechFails: preset.leechLapses ?? 8,
      minInt: 1,
      mult: 0,
    },
    dyn: false,
    newMix: 0,
    newPerDayMinimum: 0,
    interdayLearningMix: 0,
    reviewOrder: 0,
    newSortOrder: 0,
    newGatherPriority: 0,
    buryInterdayLearning: false,
    fsrsWeights: ofVersion(17),
    fsrsParams5: ofVersion(19),
    fsrsParams6: ofVersion(21),
    ...(preset.retention !== undefined && { desiredRetention: preset.retention }),
    sm2Retention: 0.9,
    ignoreRevlogsBeforeDate: '1970-01-01',
    easyDaysPercentages: [],
    weightSearch: '',
  };
}
