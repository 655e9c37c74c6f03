import { writeSync } from 'node:fs';
import type { Grade } from '../../../domain/schedule.ts';
import { openStore } from '../open-store.ts';
import { answerTo, randomFrom } from './answering.ts';

/**
 * The program that is killed: `child <data folder> <seed>`. It studies, imports, undoes and writes snapshots without end, and prints
 * the name of every event the store has acknowledged, one a line, in the moment it has.
 */
const [, , dataDir = '', seed = '0'] = process.argv;
const random = randomFrom(Number(seed));
const clock = { now: () => Date.now(), utcOffsetMin: () => 420 };
const say = (line: string) => writeSync(1, `${line}\n`);

const store = await openStore({ dataDir, clock, snapshots: { everyEvents: 3, idleMs: 0 } });
say('ready');
for (;;) {
  const card = `deck/${Math.floor(random() * 200)}`;
  const grade = (1 + Math.floor(random() * 4)) as Grade;
  const dice = random();
  if (dice < 0.6) say(await store.append(answerTo(store, clock, card, grade)));
  else if (dice < 0.7) {
    const size = 2 + Math.floor(random() * 40);
    const cards = Array.from({ length: size }, (_, i) => answerTo(store, clock, `import/${i}`, grade));
    const head = await store.appendBatch(cards);
    const colon = head!.lastIndexOf(':');
    for (let i = 0; i < size; i++) say(`${head!.slice(0, colon)}:${Number(head!.slice(colon + 1)) + i}`);
  } else if (dice < 0.8) await store.undo().catch(() => undefined);
  else if (dice < 0.9) say(await store.append({ type: 'setting', set: { newPerDay: Math.floor(random() * 100) } }));
  else await new Promise((resolve) => setTimeout(resolve, 1));
}
