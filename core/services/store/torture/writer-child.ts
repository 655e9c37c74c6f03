import { writeSync } from 'node:fs';
import { parseCardId } from '../../../domain/ids.ts';
import { AppError } from '../../../domain/errors.ts';
import { lockFolder, type LockFolder } from '../../disk/data-lock.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from './answering.ts';

/**
 * One of two programs that write into one data folder: `child <data folder> <name> <answers> [bypass]`. It answers as often as
 * it is told, again where it is refused, and prints `accepted <event> <card>` and `refused <code> <details>` as they come. With
 * `bypass` it asks for no lock; with 0 answers it keeps the folder open until it is ended.
 */
const [, , dataDir = '', name = '', answers = '0', bypass] = process.argv;
const clock = { now: () => Date.now(), utcOffsetMin: () => 420 };
const noLock: LockFolder = () => ({ isPossible: true, hold: () => undefined, release: () => undefined });
const say = (...words: string[]) => writeSync(1, `${words.join(' ')}\n`);

/** Says what it was refused with; what is no refusal ends the program. */
function refused(cause: unknown): void {
  if (!(cause instanceof AppError)) throw cause;
  say('refused', cause.code, JSON.stringify(cause.details));
}

const store = await openStore({ dataDir, clock, lock: bypass ? noLock : lockFolder }).catch(refused);
if (store) {
  say('open');
  if (answers === '0') setInterval(() => undefined, 60_000);
  for (let i = 0; i < Number(answers);) {
    const card = `${name}/${i}`;
    try {
      say('accepted', await store.append(answerTo(store, clock, parseCardId(card), 3)), card);
      i++;
    } catch (cause) {
      refused(cause);
    }
  }
  if (answers !== '0') await store.close();
}
