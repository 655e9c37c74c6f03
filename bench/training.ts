import { nodeFiles } from '../core/services/disk/files.ts';
import { createLongWork } from '../core/services/jobs/work.ts';
import { ParameterService } from '../core/services/parameters/parameter-service.ts';
import { trainerBeside } from '../core/services/parameters/trainer.ts';
import { AnswerColumns } from '../core/services/stats/columns/answer-columns.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { AT_CLOSE_ONLY } from './snapshot.ts';
import { blocksOf, cpuMs, millis, rounded } from './timing.ts';

/** Training own parameters on every answer of a collection, in the thread that the app trains in, and what the loop feels of it. */
export async function measureTraining(dataDir: string) {
  const store = await openStore({ dataDir, clock, snapshots: AT_CLOSE_ONLY });
  const answers = new AnswerColumns(nodeFiles, dataDir, store);
  const train = trainerBeside(import.meta.dirname);
  const service = new ParameterService({ store, clock, work: createLongWork<'training'>(), train, answers });
  const { length } = await answers.columns();
  const before = cpuMs();
  let trainingMs = 0;
  const blocks = await blocksOf(async () => void ([trainingMs] = await millis(() => service.train())));
  return {
    trainingReviews: length,
    trainingMs: Math.round(trainingMs),
    trainingCpuMs: Math.round(cpuMs() - before),
    trainingBlockMs: rounded(blocks.longest),
  };
}
