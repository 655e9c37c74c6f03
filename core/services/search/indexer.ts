import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { nodeFiles } from '../disk/files.ts';
import { buildIndex } from './build-index.ts';

/** Of which pack the texts are to be indexed. */
export interface IndexWork {
  readonly dataDir: string;
  /** Its hash. */
  readonly pack: string;
}

/** Puts the index of a pack's texts beside it; a signal ends the work. */
export type Indexer = (work: IndexWork, signal: AbortSignal) => Promise<void>;

/** In this thread, in slices: where the sources run as they are, and for few notes. */
export const indexHere: Indexer = ({ dataDir, pack }) => buildIndex(nodeFiles, dataDir, pack);

/** In a thread of its own. @param program the built `index-thread.ts` */
const indexInThread =
  (program: string): Indexer =>
  (work, signal) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(program, { workerData: work });
      const cancel = () => void thread.terminate();
      signal.addEventListener('abort', cancel, { once: true });
      thread.on('message', () => resolve());
      thread.on('error', reject);
      thread.on('exit', () => {
        signal.removeEventListener('abort', cancel);
        reject(new Error('the indexer ended without a word'));
      });
    });

/** The thread where its program stands beside the built one. */
export function indexerBeside(folder: string): Indexer {
  const program = join(folder, 'texts.js');
  return existsSync(program) ? indexInThread(program) : indexHere;
}
