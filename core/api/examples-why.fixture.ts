import type { Outcome } from './contract.ts';

/** Of a card that was answered for the first time. */
export const why: NonNullable<Outcome['why']> = {
  grade: 1,
  retention: 0.9,
  stabilityDays: 0.212,
  difficulty: 6.4133,
  recallBefore: null,
  stabilityBeforeDays: null,
  intervalDays: 0,
  phase: 'learning',
  lapses: 0,
  leech: false,
  ownParameters: false,
  interval: {
    rule: 'balance',
    wantedDays: 8.2956,
    recallAtDue: 0.9,
    window: [
      { days: 7, load: 4, isRest: false },
      { days: 8, load: 2, isRest: false },
      { days: 9, load: 0, isRest: true },
    ],
  },
  grades: {
    1: { due: 1_700_000_060_000 },
    2: { due: 1_700_000_360_000 },
    3: { due: 1_700_000_600_000 },
    4: { due: 1_700_800_000_000, days: 8 },
  },
};
