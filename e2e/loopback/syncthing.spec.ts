import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findSyncthing } from '../../build/syncthing.mjs';
import { expect, test } from '../fixtures.ts';
import { startMirrors, untilMirrored, type Mirror } from '../syncthing/mirror.ts';
import { expectNothingLost, Learner, untilEqual } from './learner.ts';

const program = findSyncthing();
/** How long both study, ms; in `npm run test:long` for minutes. */
const STUDY_MS = process.env['JAMDAI_LONG'] ? 240_000 : 30_000;
const KILL_EVERY_MS = 4_000;
const BETWEEN_ANSWERS_MS = 100;

test.skip(program === null, 'skipped: no Syncthing (apt-get install -y syncthing)');

/** Studies until it is told to stop, on whatever shell runs. */
async function studyUntil(learner: Learner, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    await learner.study(20, BETWEEN_ANSWERS_MS);
    await wait(BETWEEN_ANSWERS_MS);
  }
}

/** Ends shells and Syncthings as a power cut would, one after the other, and starts them again. @returns how often */
async function killUntil(learners: readonly Learner[], mirrors: readonly Mirror[], end: number): Promise<number> {
  let kills = 0;
  // Each of them once at least, however busy the machine is.
  for (; kills < 4 || Date.now() + KILL_EVERY_MS < end; kills += 1) {
    await wait(KILL_EVERY_MS * (0.5 + Math.random()));
    const at = kills % 4;
    if (at < 2) {
      await learners[at]!.shell.kill();
      await learners[at]!.start();
    } else {
      await mirrors[at - 2]!.kill();
      await mirrors[at - 2]!.start();
    }
  }
  return kills;
}

test('two devices that study at once over two Syncthings, all of which are killed, end up equal and lose nothing', async ({
  dataDir,
}) => {
  test.setTimeout(STUDY_MS + 300_000);
  const place = join(dataDir, '..');
  const folders = ['here', 'there'].map((name) => join(place, `mirrored-${name}`));
  for (const folder of folders) mkdirSync(folder);
  const mirrors = await startMirrors(program!, place, folders);
  const learners = ['here', 'there'].map((name) => new Learner(join(place, name)));
  try {
    for (const [at, learner] of learners.entries()) {
      await learner.start();
      await learner.ask('sync.begin', { folder: folders[at] });
    }
    const over = new AbortController();
    const [kills] = await Promise.all([
      killUntil(learners, mirrors, Date.now() + STUDY_MS).finally(() => over.abort()),
      ...learners.map((learner) => studyUntil(learner, over.signal)),
    ]);

    // Quiet: what is written is carried, what was carried is taken in, and what came of that is carried again.
    for (const learner of learners) await learner.ask('sync.now', {});
    await untilMirrored(mirrors, 120_000);
    const same = await untilEqual(learners, 120_000);
    expectNothingLost(same, learners);
    const acknowledged = learners.reduce((sum, { total }) => sum + total, 0);
    for (const { total } of learners) expect(total).toBeGreaterThan(0);
    expect(same.summary.reviewsTotal).toBeGreaterThanOrEqual(acknowledged);
    // Of each kill at most one answer was on the disk whose acknowledgement did not arrive.
    expect(same.summary.reviewsTotal).toBeLessThanOrEqual(acknowledged + kills);
    console.log(`${acknowledged} answers, ${kills} kills, 0 lost`);
  } finally {
    for (const { shell } of learners) await (shell as typeof shell | undefined)?.stop();
    await Promise.all(mirrors.map((mirror) => mirror.stop()));
  }
});
