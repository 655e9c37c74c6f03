import { parentPort, Worker } from 'node:worker_threads';
import { nodeFiles } from '../disk/files.ts';
import type { PackedEvents } from '../store/journal/packed-events.ts';
import { linesHere, type LaidLines, type LayLines, type LinesOf } from './lay-lines.ts';

type Asked = { readonly packed: PackedEvents } | 'end';
type Told = { readonly taken: PackedEvents['rows'] } | { readonly laid: LaidLines } | { readonly failed: Error };

/** Messages on their way: the one thread does not run away from the other, with all that it made in memory. */
const MOST_WAITING = 3;

/** The lines are made and written by a thread of their own, beside the one that makes the events. @param program see `serveLines` */
export const linesInThread =
  (program: string): LayLines =>
  (of) => {
    const thread = new Worker(program, { workerData: { lines: of } });
    const spare: PackedEvents['rows'][] = [];
    let waiting = 0;
    let failed: Error | null = null;
    let laid: LaidLines | null = null;
    let wake = () => undefined as void;
    const failedWith = (cause: Error) => {
      failed ??= cause;
      wake();
    };
    thread.on('message', (told: Told) => {
      if ('taken' in told) {
        waiting -= 1;
        spare.push(told.taken);
      }
      if ('laid' in told) laid = told.laid;
      if ('failed' in told) failed ??= told.failed;
      wake();
    });
    thread.on('error', failedWith);
    thread.on('exit', () => failedWith(new Error('the writer of lines ended without a word')));
    const until = async (isDone: () => boolean) => {
      while (failed === null && !isDone()) await new Promise<void>((resolve) => (wake = resolve));
      if (failed !== null) throw failed;
    };
    return {
      async put(packed) {
        await until(() => waiting < MOST_WAITING);
        waiting += 1;
        thread.postMessage({ packed } satisfies Asked, [packed.rows.buffer]);
        return spare.pop();
      },
      async end() {
        thread.postMessage('end' satisfies Asked);
        await until(() => laid !== null);
        return laid!;
      },
      async close() {
        await thread.terminate();
      },
    };
  };

/** The other side of it: what the program of the thread runs. */
export function serveLines(of: LinesOf): void {
  const port = parentPort!;
  const say = (told: Told) => port.postMessage(told);
  const lines = linesHere(nodeFiles)(of);
  let turn = Promise.resolve();
  port.on('message', (asked: Asked) => {
    turn = turn.then(async () => {
      try {
        if (asked === 'end') say({ laid: await lines.end() });
        else {
          await lines.put(asked.packed);
          const taken = asked.packed.rows;
          port.postMessage({ taken } satisfies Told, [taken.buffer]);
        }
      } catch (cause) {
        say({ failed: cause as Error });
      }
    });
  });
}
