import { describe, expect, it } from 'vitest';
import type { Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { EMPTY_DAY } from '../../domain/progress.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings.ts';
import { fixedClock } from '../clock.ts';
import { AutoTrainer } from './auto-trainer.ts';
import { nextTraining } from './next-training.ts';

const DAY_MS = 86_400_000;
const NOON = Date.parse('2026-01-01T12:00Z');
const TODAY = Math.floor(NOON / DAY_MS);

const progressOf = (reviewsByDay: Record<number, number>) => ({
  settings: DEFAULT_SETTINGS,
  days: new Map(Object.entries(reviewsByDay).map(([day, reviews]) => [Number(day), { ...EMPTY_DAY, reviews }])),
});

describe('the next training by itself', () => {
  it('wants a thousand answers where there was none before', () => {
    expect(nextTraining(progressOf({ [TODAY - 400]: 600, [TODAY]: 100 }), null)).toEqual({
      notBefore: 0,
      reviewsMissing: 300,
    });
  });

  it('wants thirty days and a thousand answers since the last try', () => {
    const progress = progressOf({ [TODAY - 40]: 5_000, [TODAY - 20]: 5_000, [TODAY - 3]: 990 });
    const lastAt = NOON - 20 * DAY_MS;
    expect(nextTraining(progress, lastAt)).toEqual({ notBefore: lastAt + 30 * DAY_MS, reviewsMissing: 10 });
    expect(nextTraining(progress, NOON - 31 * DAY_MS).reviewsMissing).toBe(0);
  });
});

/** What the trainer asks of the service; each training says what came of it. */
function trainerFor(next: Output<'parameters.get'>['next'], outcome: () => Output<'parameters.train'>) {
  const clock = fixedClock(NOON, 0);
  const logged: unknown[] = [];
  let trained = 0;
  const service = {
    get: () => ({ next, work: null }),
    trainInBackground: async () => {
      trained += 1;
      return outcome();
    },
  };
  const auto = new AutoTrainer(service, clock, (error) => logged.push(error));
  return { auto, clock, logged, trained: () => trained };
}
const refused: Output<'parameters.train'> = { verdict: 'too-few', at: NOON, reviews: 300, heldOut: null };

describe('the monthly training', () => {
  it('waits for its day and its answers', async () => {
    for (const next of [
      { notBefore: NOON + 1, reviewsMissing: 0 },
      { notBefore: 0, reviewsMissing: 1 },
    ]) {
      const { auto, trained } = trainerFor(next, () => refused);
      await auto.look();
      expect(trained()).toBe(0);
    }
  });

  it('is not tried again within a day where there was too little, or it failed', async () => {
    const fail = (): never => {
      throw new Error('no thread to be had');
    };
    for (const [outcome, errors] of [
      [() => refused, 0],
      [fail, 1],
    ] as const) {
      const { auto, clock, logged, trained } = trainerFor({ notBefore: 0, reviewsMissing: 0 }, outcome);
      await auto.look();
      clock.advance(DAY_MS - 1);
      await auto.look();
      expect(trained()).toBe(1);
      clock.advance(1);
      await auto.look();
      expect(trained()).toBe(2);
      expect(logged).toHaveLength(2 * errors);
    }
  });

  it('says nothing of one that somebody ended', async () => {
    const { auto, logged } = trainerFor({ notBefore: 0, reviewsMissing: 0 }, () => {
      throw new AppError('cancelled', 'the app closes');
    });
    await auto.look();
    expect(logged).toEqual([]);
  });
});
