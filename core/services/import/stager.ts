import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError, isErrorCode } from '../../domain/errors.ts';
import type { StagerMessage } from './stage-thread.ts';
import type { Staged, StageWork, Told } from './stage.ts';

/** Reads a file and lays down what is in it, without keeping the event loop from others. @param told what it throws ends the work */
export type Stager = (work: StageWork, told: Told) => Promise<Staged>;

const ASK_EVERY_MS = 100;
/** What is made of one row is soon not wanted any more: with more room the process is only larger, and no faster. */
const YOUNG_MB = 12;

/** In this thread: where the sources run as they are. */
const stageHere: Stager = async (work, told) => {
  const { stage } = await import('./stage.ts');
  return stage(work, new AbortController().signal, told);
};

/** In a thread of its own; ending it ends the work. @param program the built `stage-thread.ts` */
const stageInThread =
  (program: string): Stager =>
  (work, told) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(program, { workerData: work, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
      let last: Parameters<Told> = ['reading', 0, 1];
      let isOver = false;
      const end = (settle: () => void) => {
        if (isOver) return;
        isOver = true;
        clearInterval(asking);
        void thread.terminate().then(settle, settle);
      };
      const asking = setInterval(() => {
        try {
          told(...last);
        } catch (cause) {
          end(() => reject(cause as Error));
        }
      }, ASK_EVERY_MS);
      thread.on('message', (message: StagerMessage) => {
        if ('step' in message) last = message.step;
        // Its end is waited for: while it gives hundreds of megabytes back, whoever wants memory waits for it.
        else if ('staged' in message) end(() => resolve(message.staged));
        else end(() => reject(errorOf(message.failed)));
      });
      thread.on('error', (cause) => end(() => reject(cause)));
      thread.on('exit', () => end(() => reject(new Error('the reader ended without a word'))));
    });

function errorOf({ code, message, details }: Extract<StagerMessage, { failed: unknown }>['failed']): Error {
  if (code !== null && isErrorCode(code)) return new AppError(code, message, details);
  return Object.assign(new Error(message), details);
}

/** The thread where its program stands beside the built one. */
export function stagerBeside(folder: string): Stager {
  const program = join(folder, 'stage.js');
  return existsSync(program) ? stageInThread(program) : stageHere;
}
