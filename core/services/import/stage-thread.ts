import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type ErrorDetails } from '../../domain/errors.ts';
import { nodeFiles } from '../disk/files.ts';
import { layLines } from './lay-lines.ts';
import { layingBeside } from './lines-beside.ts';
import { stage, type Staged, type StageWork, type Told } from './stage.ts';

export type StagerMessage =
  | { readonly step: Parameters<Told> }
  | { readonly staged: Staged }
  | {
      readonly failed: {
        /** Null: no error of ours. */
        readonly code: string | null;
        readonly message: string;
        readonly details: ErrorDetails;
      };
    };

/** The built `lines-thread.ts`, where it stands beside this program. */
const LINES = join(import.meta.dirname, 'lines.js');

const say = (message: StagerMessage) => parentPort?.postMessage(message);

/** Reads the file and lays it down. */
async function serveStage(work: StageWork): Promise<void> {
  try {
    const told: Told = (...step) => say({ step });
    const staged = await stage(
      work,
      new AbortController().signal,
      told,
      nodeFiles,
      existsSync(LINES) ? layingBeside(LINES) : layLines,
    );
    const cards = staged.journal?.brought.cards.buffer;
    parentPort?.postMessage({ staged } satisfies StagerMessage, cards ? [cards] : []);
  } catch (cause) {
    const { message, code } = cause as NodeJS.ErrnoException;
    say({
      failed:
        cause instanceof AppError
          ? { code: cause.code, message, details: { ...cause.details } }
          : { code: null, message, details: code === undefined ? {} : { code } },
    });
  }
}

await serveStage(workerData as StageWork);
