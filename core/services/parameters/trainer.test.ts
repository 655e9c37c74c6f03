import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../domain/errors.ts';
import { REVIEW_MODES } from '../../domain/history/event-schemas.ts';
import { PHASES_BEFORE } from '../../domain/stats/review-columns.ts';
import { DEFAULT_WEIGHTS } from '../../domain/training/fsrs6.ts';
import type { TrainingColumns } from '../../domain/training/histories-of-columns.ts';
import { learnerOf, someWeights, syntheticLog } from '../../domain/training/synthetic-log.fixture.ts';
import type { TrainingStep } from '../../domain/training/training.ts';
import { bundleChild } from '../disk/torture/bundle-child.ts';
import { trainerBeside, trainInSlices, trainInThread, type Train } from './trainer.ts';

function columnsOf(reviews: number): TrainingColumns {
  const weights = someWeights(3);
  const { starts, days, grades } = syntheticLog({ seed: 3, learner: learnerOf(weights), weights, reviews });
  const length = days.length;
  const card = new Uint32Array(length);
  for (let of = 0; of + 1 < starts.length; of += 1) card.fill(of, starts[of], starts[of + 1]);
  const first = new Set(starts);
  return {
    length,
    card,
    day: days,
    grade: grades,
    mode: new Uint8Array(length).fill(REVIEW_MODES.indexOf('review')),
    standing: new Uint8Array(length).fill(1),
    phase: Uint8Array.from({ length }, (_, at) => PHASES_BEFORE.indexOf(first.has(at) ? 'new' : 'review')),
  };
}

let folder: string;
let train: Train;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-trainer-'));
  train = trainInThread(await bundleChild(new URL('trainer-thread.ts', import.meta.url), folder));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the trainer in a thread', () => {
  it('finds what the one in slices finds', async () => {
    const told: TrainingStep[] = [];
    const inThread = await train(columnsOf(3_000), DEFAULT_WEIGHTS, (step) => told.push(step));
    expect(inThread).toEqual(await trainInSlices(columnsOf(3_000), DEFAULT_WEIGHTS, () => undefined));
    expect(inThread.weights).toHaveLength(21);
  });

  it('ends when it is told to', async () => {
    let asked = 0;
    const training = train(columnsOf(60_000), DEFAULT_WEIGHTS, () => {
      asked += 1;
      throw new AppError('cancelled', 'enough');
    });
    await expect(training).rejects.toMatchObject({ code: 'cancelled' });
    expect(asked).toBe(1);
  });

  it('says so when its program is not there', async () => {
    const missing = trainInThread(join(folder, 'nothing.js'));
    await expect(missing(columnsOf(500), DEFAULT_WEIGHTS, () => undefined)).rejects.toThrow();
  });

  it('is taken where its program stands beside, else slices are', () => {
    expect(trainerBeside(join(folder, 'elsewhere'))).toBe(trainInSlices);
  });
});
