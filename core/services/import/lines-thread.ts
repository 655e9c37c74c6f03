import { parentPort, workerData } from 'node:worker_threads';
import { layLines, type LaidLines, type LinesOf } from './lay-lines.ts';
import { ReviewUnpacker, type ReviewBatch } from './review-batch.ts';

/** What the thread is told. */
export type LinesOrder = { readonly batch: ReviewBatch } | { readonly end: true };

/** What it says: a batch was read, and its memory comes back; all is on the disk; or it can not go on. */
export type LinesMessage =
  | { readonly read: ReviewBatch['rows'] }
  | { readonly laid: LaidLines }
  | { readonly failed: { readonly message: string; readonly code: string | null } };

const say = (message: LinesMessage, given: ArrayBuffer[] = []) => parentPort?.postMessage(message, given);

/** Makes the lines of what it is told, and writes them. */
function serveLines(of: LinesOf): void {
  const lines = layLines(of);
  const unpacker = new ReviewUnpacker(of.device);
  const follow = async (order: LinesOrder) => {
    if ('end' in order) return say({ laid: await lines.end() });
    unpacker.unpack(order.batch, lines);
    if (lines.isFull) await lines.write();
    const { rows } = order.batch;
    say({ read: rows }, [rows.buffer]);
  };
  let last: Promise<unknown> = Promise.resolve();
  const fail = ({ message, code }: NodeJS.ErrnoException) => say({ failed: { message, code: code ?? null } });
  parentPort?.on('message', (order: LinesOrder) => {
    last = last.then(() => follow(order)).catch(fail);
  });
}

serveLines(workerData as LinesOf);
