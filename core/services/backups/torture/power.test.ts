import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeFiles } from '../../disk/files.ts';
import { randomFrom } from '../../../domain/random.ts';
import { cutAt, FATES, type Fate } from '../../disk/torture/power-cut.ts';
import { RecordedDisk } from '../../disk/torture/recorded-disk.ts';
import { lookAt, studyOn, type Promised } from './after-the-cut.ts';
import { live, makeOther, type Life } from './recorded-life.ts';

const STOPS = process.env['JAMDAI_LONG'] ? 10_000 : 500;
const LIVES = process.env['JAMDAI_LONG'] ? 20 : 2;
/** After every so many cuts the start on what is left is cut too. */
const CUT_AGAIN_EVERY = 5;

/** Syncing for real would only take time: what the disk keeps is decided by the record. */
const quick = {
  ...nodeFiles,
  datasync: () => undefined,
  sync: () => Promise.resolve(),
  syncFolder: () => undefined,
  syncFolderAsync: () => Promise.resolve(),
};

let root: string;
let lives: Life[];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-power-'));
  const other = await makeOther(join(root, 'other'), quick);
  lives = [];
  for (let seed = 0; seed < LIVES; seed++) {
    const folder = join(root, `life-${seed}`);
    mkdirSync(folder);
    lives.push(await live(new RecordedDisk(folder), folder, other, seed));
  }
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Any moment; or the one when something had just been promised, or had got its name; or one with a write on its way. */
function stopIn({ disk: { record }, promises }: Life, random: () => number): number {
  const kind = Math.floor(random() * 4);
  if (kind === 0) return promises[Math.floor(random() * promises.length)]!.entries;
  const stop = Math.floor(random() * (record.length + 1));
  if (kind === 1) return stop;
  const next = record.entries.findIndex(({ op }, i) => i >= stop && op === (kind === 2 ? 'write' : 'rename'));
  return next + 1 || stop;
}

/** The power goes; the next start runs, and in the middle of it or of the first answer the power goes again. */
async function cutAgain(image: string, life: Life, random: () => number, fate: Fate): Promise<Promised[]> {
  const disk = new RecordedDisk(image);
  const events = await studyOn(join(image, 'up', 'data'), disk.run(), life.now);
  const at = disk.record.length;
  const stop = random() < 0.3 ? at : Math.floor(random() * at);
  rmSync(image, { recursive: true });
  mkdirSync(image);
  cutAt(disk.record, stop, fate, random, image);
  return stop < at ? [] : [{ entries: 0, events }];
}

it(`keeps what was acknowledged over ${STOPS} power cuts, whatever of the rest the disk had`, async () => {
  const random = randomFrom(4711);
  let promised = 0;
  for (let n = 0; n < STOPS; n++) {
    const life = lives[n % LIVES]!;
    const stop = stopIn(life, random);
    for (const fate of [FATES[n % FATES.length]!, 'any'] as const) {
      const image = join(root, `image-${n}-${fate}`);
      mkdirSync(image);
      cutAt(life.disk.record, stop, fate, random, image);
      const kept = life.promises.filter(({ entries }) => entries <= stop);
      const isCutAgain = n % CUT_AGAIN_EVERY === 0;
      if (isCutAgain) kept.push(...(await cutAgain(image, life, random, fate)));
      promised += kept.length;
      // What is answered after the first cut takes the numbers of what never came.
      const open = isCutAgain ? [] : life.promises.filter(({ entries }) => entries > stop);
      await lookAt(join(image, 'up', 'data'), quick, kept, open, life.now, `cut ${n} behind call ${stop}, ${fate}`);
      rmSync(image, { recursive: true });
    }
  }
  expect(promised).toBeGreaterThan(STOPS);
});
