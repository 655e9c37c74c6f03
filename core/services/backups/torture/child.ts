import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseCardId } from '../../../domain/ids.ts';
import type { Grade } from '../../../domain/grade.ts';
import { nodeFiles } from '../../disk/files.ts';
import { openStore } from '../../store/open-store.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { randomFrom } from '../../../domain/random.ts';
import { namesIn } from '../../store/torture/names-in.ts';
import { Backups } from '../backups.ts';
import { checkData } from '../check.ts';
import { bringIn } from '../bring-in.ts';
import { mergeFrom } from '../merge.ts';
import { restoreFrom } from '../restore.ts';
import { makeBrought } from './brought.ts';
import { unwatched } from '../../jobs/work.ts';

/**
 * The program that is killed: `child <data folder> <seed>`. It studies, imports, brings in, undoes, writes snapshots, merges a second
 * folder, makes and restores backups and checks, without end. It prints the name of every event that was acknowledged, one a
 * line, in the moment it was, and before and after longer work `+merge`, `-merge` and the like.
 */
const [, , dataDir = '', seed = '0'] = process.argv;
const otherDir = `${dataDir}-other`;
const random = randomFrom(Number(seed));
const clock = { now: () => Date.now(), utcOffsetMin: () => 420 };
const say = (line: string) => writeSync(1, `${line}\n`);
const cardOf = (count: number) => `deck/${Math.floor(random() * count)}`;
const grade = () => (1 + Math.floor(random() * 4)) as Grade;

const store = await openStore({ dataDir, clock, snapshots: { everyEvents: 3, idleMs: 0 } });
const data = { files: nodeFiles, dataDir, store };
const backups = new Backups(data, clock);

async function importCards(): Promise<void> {
  const size = 2 + Math.floor(random() * 40);
  const given = grade();
  const head = await store.appendBatch(
    Array.from({ length: size }, (_, i) => answerTo(store, clock, parseCardId(`import/${i}`), given)),
  );
  const [device, first] = head!.split(':');
  for (let i = 0; i < size; i++) say(`${device}:${Number(first) + i}`);
}

/** The second device studies too, then what it has is taken in. */
async function merge(): Promise<void> {
  const other = await openStore({ dataDir: otherDir, clock, snapshots: { everyEvents: 3, idleMs: 0 } });
  for (let i = 0; i < 3; i++) await other.append(answerTo(other, clock, parseCardId(cardOf(200)), grade()));
  await other.close();
  const names = namesIn(otherDir);
  await mergeFrom(data, otherDir, false, unwatched);
  for (const name of names) say(name);
}

let brought = 0;
/** Something is brought in from elsewhere: reviews, their pack and a picture. It may have come before the last kill. */
async function bring(): Promise<void> {
  const folder = `${dataDir}-brought/${process.pid}-${(brought += 1)}`;
  const laid = makeBrought(folder, Math.floor(random() * 1e6), 20 + Math.floor(random() * 400));
  const names = namesIn(folder);
  await bringIn(data, laid, unwatched);
  for (const name of names) say(name);
}

const LONG_WORK: Record<string, () => Promise<unknown>> = {
  import: importCards,
  bring,
  merge,
  backup: () => backups.make('automatic', unwatched),
  restore: async () => {
    const [newest] = await backups.list();
    if (newest) await restoreFrom(data, join(backups.folder, newest.name), false, unwatched);
  },
  check: () => checkData(data, backups, () => clock.now(), unwatched),
};
const NAMES = Object.keys(LONG_WORK);
/** What this run does most: every kind of work is to be hit. */
const favourite = NAMES[Number(seed) % NAMES.length]!;

say('ready');
for (;;) {
  const dice = random();
  if (dice < 0.4) say(await store.append(answerTo(store, clock, parseCardId(cardOf(200)), grade())));
  else if (dice < 0.45) await store.undo().catch(() => undefined);
  else if (dice < 0.5) say(await store.append({ type: 'setting', set: { newPerDay: Math.floor(random() * 100) } }));
  else if (dice < 0.55) await new Promise((resolve) => setTimeout(resolve, 1));
  else {
    const what = random() < 0.8 ? favourite : NAMES[Math.floor(random() * NAMES.length)]!;
    say(`+${what}`);
    await LONG_WORK[what]!();
    say(`-${what}`);
  }
}
