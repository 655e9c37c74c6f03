import { Worker } from 'node:worker_threads';
import { layLines, type LaidLines, type LayLines, type LinesLaying, type LinesOf } from './lay-lines.ts';
import type { LinesMessage, LinesOrder } from './lines-thread.ts';
import { ReviewPacker, type ReviewBatch } from './review-batch.ts';

/** It makes little that it does not use again: with more room the process is only larger. */
const YOUNG_MB = 4;
/** Batches that are on their way at most: more would only wait. */
const MOST_ON_THE_WAY = 4;

/** With fewer the second thread costs what it gives: its code is new, and slow until it has run a while. */
const WORTH_A_THREAD = 200_000;

/** As `layLines`; where there are many reviews, in a thread. @param program the built `lines-thread.ts` */
export const layingBeside =
  (program: string): LayLines =>
  (of, files) =>
    of.reviews < WORTH_A_THREAD ? layLines(of, files) : layLinesBeside(program, of);

/**
 * As `layLines`, in a thread of its own: what is written of a review takes about as long as what comes before it, so both go on at once.
 */
function layLinesBeside(program: string, of: LinesOf): LinesLaying {
  const thread = new Worker(program, { workerData: of, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const packer = new ReviewPacker();
  const spare: ReviewBatch['rows'][] = [];
  let onTheWay = 0;
  let failed: Error | null = null;
  let laid: LaidLines | null = null;
  let heard = () => {};
  const fail = (cause: Error) => {
    failed ??= cause;
    heard();
  };
  thread.on('message', (message: LinesMessage) => {
    if ('failed' in message) return fail(errorOf(message.failed));
    if ('laid' in message) laid = message.laid;
    else {
      onTheWay -= 1;
      spare.push(message.read);
    }
    heard();
  });
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('the thread that writes lines ended without a word')));

  const until = async (isSo: () => boolean) => {
    while (failed === null && !isSo()) await new Promise<void>((resolve) => (heard = resolve));
    if (failed !== null) throw failed;
  };
  const order = (it: LinesOrder, given: ArrayBuffer[] = []) => thread.postMessage(it, given);
  const send = () => {
    const batch = packer.take(spare.pop());
    onTheWay += 1;
    order({ batch }, [batch.rows.buffer]);
  };
  return {
    get isFull() {
      return packer.isFull;
    },
    add: (event) => packer.add(event),
    addReview: (review, card) => packer.addReview(review, card),
    async write() {
      send();
      await until(() => onTheWay < MOST_ON_THE_WAY);
    },
    async end() {
      send();
      order({ end: true });
      await until(() => laid !== null);
      return laid!;
    },
    async close() {
      await thread.terminate();
    },
  };
}

const errorOf = ({ message, code }: Extract<LinesMessage, { failed: unknown }>['failed']): Error =>
  Object.assign(new Error(message), code !== null && { code });
