import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { Worker } from 'node:worker_threads';
import { historiesOf, type TrainingColumns } from '../../domain/training/histories-of-columns.ts';
import { trainWeights, type Training, type TrainingStep } from '../../domain/training/training.ts';
import { inSlices } from '../jobs/slices.ts';
import type { TrainerMessage, TrainerWork } from './trainer-thread.ts';

/**
 * Trains weights on answers, without ever keeping the event loop from others for long.
 * @param columns given away: who trains may take them for itself
 * @param told called now and then; what it throws ends the training
 */
export type Train = (
  columns: TrainingColumns,
  inForce: readonly number[],
  told: (step: TrainingStep) => void,
) => Promise<Training>;

/** How often it is asked whether a training that says nothing should end. */
const ASK_EVERY_MS = 100;

/** Trains a few milliseconds at a time, between other work. */
export const trainInSlices: Train = (columns, inForce, told) => {
  let last: TrainingStep = { phase: 'training', done: 0 };
  const steps = function* (): Generator<undefined, Training> {
    const training = trainWeights(historiesOf(columns), inForce);
    for (let next = training.next(); ; next = training.next()) {
      if (next.done) return next.value;
      last = next.value;
      yield;
    }
  };
  return inSlices(steps(), () => told(last));
};

/** Trains in a thread of its own; ending it ends the training. @param program the built `trainer-thread.ts` */
export const trainInThread =
  (program: string): Train =>
  (columns, inForce, told) =>
    new Promise((resolve, reject) => {
      const { length: _, ...arrays } = columns;
      const thread: Thread = new Worker(program, {
        workerData: { columns, inForce } satisfies TrainerWork,
        transferList: Object.values(arrays).map(({ buffer }) => buffer as ArrayBuffer),
      });
      let last: TrainingStep = { phase: 'training', done: 0 };
      const asking = setInterval(() => {
        try {
          told(last);
        } catch (cause) {
          end(() => reject(cause as Error));
        }
      }, ASK_EVERY_MS);
      let trained: Training | null = null;
      let isOver = false;
      const over = (settle: () => void) => {
        if (isOver) return;
        isOver = true;
        clearInterval(asking);
        settle();
      };
      const end = (settle: () => void) => over(() => void thread.terminate().then(settle, settle));
      thread.on('message', (message: TrainerMessage) => {
        if ('step' in message) last = message.step;
        else trained = message.training;
      });
      thread.on('error', (cause) => end(() => reject(cause)));
      // One that is done ends by itself: to end it from here would wait while it clears up, for 40 ms after a hundred thousand answers.
      thread.on('exit', () =>
        over(() => (trained ? resolve(trained) : reject(new Error('the trainer ended without a word')))),
      );
    });

/** The thread where its program stands beside the built one; slices where the sources run as they are. */
export function trainerBeside(folder: string): Train {
  const program = join(folder, 'trainer.js');
  return existsSync(program) ? trainInThread(program) : trainInSlices;
}
