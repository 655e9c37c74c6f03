import { parentPort, workerData } from 'node:worker_threads';
import { historiesOf, type TrainingColumns } from '../../domain/training/histories-of-columns.ts';
import { trainWeights, type Training, type TrainingStep } from '../../domain/training/training.ts';

/** What the thread is started with. */
export interface TrainerWork {
  readonly columns: TrainingColumns;
  readonly inForce: readonly number[];
}
export type TrainerMessage = { readonly step: TrainingStep } | { readonly training: Training };

const say = (message: TrainerMessage) => parentPort?.postMessage(message);

const { columns, inForce } = workerData as TrainerWork;
const steps = trainWeights(historiesOf(columns), inForce);
let told = '';
for (let next = steps.next(); ; next = steps.next()) {
  if (next.done) {
    say({ training: next.value });
    break;
  }
  const { phase, done } = next.value;
  // Once a percent: nobody sees more.
  const now = `${phase} ${Math.floor(done * 100)}`;
  if (now !== told) say({ step: next.value });
  told = now;
}
