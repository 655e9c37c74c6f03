import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { DAY_MS } from '../../domain/study/study-day.ts';
import { sealLine } from '../store/journal/journal-line.ts';
import { EVERY_EVENT } from '../store/torture/events.fixture.ts';
import { copyFolder, openDevice, START, testRoot, type TestDevice } from './data-folder.fixture.ts';

let root: ReturnType<typeof testRoot>;
let device: TestDevice;
beforeEach(async () => {
  root = testRoot();
  device = await openDevice(root.folder('ours'));
  for (const card of ['a', 'b', 'c', 'd', 'e']) await device.answer(card);
});
afterEach(async () => {
  await device.close();
  root.dispose();
});

const lineOf = (own: string, change: object) => {
  const at = START + 600_000;
  const stamp = { v: 1, device: own, seq: 6, at, order: at, utcOffsetMin: 420 };
  const { corrects: _, ...review } = EVERY_EVENT.review;
  return sealLine(JSON.stringify({ ...stamp, ...change, ...review, card: 'odd', prev: null }));
};
const revisions = () =>
  ['a', 'b', 'c', 'd', 'e'].map((card) => device.store.progress.cards.get(parseCardId(card))?.revision);

async function threeAnswersStay(): Promise<void> {
  for (const card of ['a', 'b', 'c']) await device.answer(card);
  expect(revisions()).toEqual([2, 2, 2, 1, 1]);
  await device.restart();
  expect(revisions()).toEqual([2, 2, 2, 1, 1]);
  for (const name of readdirSync(device.dataDir)) if (name.startsWith('progress')) rmSync(join(device.dataDir, name));
  await device.store.close();
  for (const name of readdirSync(device.dataDir)) if (name.startsWith('progress')) rmSync(join(device.dataDir, name));
  device = await openDevice(device.dataDir, device.clock);
  expect(revisions()).toEqual([2, 2, 2, 1, 1]);
}

describe('a line of our own device in what is merged', () => {
  const changes: [string, object, string?][] = [
    ['the greatest number', { seq: 2 ** 53 - 1 }],
    ['the greatest number that is read', { seq: 2 ** 40 }],
    ['a number far ahead', { seq: 5_000 }],
    ['a number far ahead, in an earlier month', { seq: 5_000 }, '2026-01.ndjson'],
    ['an endless order', { order: 1e308 }],
    ['an order at the end of all numbers', { order: 2 ** 53 - 1 }],
    ['an order ten years ahead', { order: START + 3_650 * DAY_MS }],
    ['a clock in the year 9999', { at: 253_402_300_799_999, order: 253_402_300_799_999 }],
    ['a batch without an end', { batch: 1, more: true }],
  ];
  it.each(changes)('with %s hides no later answer: alone', async (_what, change, file = '2026-11.ndjson') => {
    const folder = join(root.folder('theirs'), 'journal', device.store.device);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), lineOf(device.store.device, change));
    await device.merge(join(root.root, 'theirs'));
    await threeAnswersStay();
  });

  it.each(changes)(
    'with %s hides no later answer: in a copy of ours',
    async (_what, change, file = '2026-11.ndjson') => {
      copyFolder(device.dataDir, root.folder('theirs'));
      appendFileSync(
        join(root.root, 'theirs', 'journal', device.store.device, file),
        lineOf(device.store.device, change),
      );
      await device.merge(join(root.root, 'theirs'));
      await threeAnswersStay();
    },
  );

  it('is taken where the copy proves to be ours, and told where it can not be', async () => {
    const own = device.store.device;
    copyFolder(device.dataDir, root.folder('theirs'));
    const file = join(root.root, 'theirs', 'journal', own, '2026-11.ndjson');
    appendFileSync(file, Buffer.concat([lineOf(own, {}), lineOf(own, { seq: 2 ** 53 - 1 })]));
    expect(await device.merge(join(root.root, 'theirs'))).toBe(1);
    expect(device.store.progress.cards.get(parseCardId('odd'))?.revision).toBe(1);
    expect(device.store.notices).toContainEqual({ code: 'lines-quarantined', count: 1 });
    expect(await device.answer('a')).toBe(`${own}:9`);
  });

  it('beyond what we wrote is set aside where nothing proves it to be ours', async () => {
    const own = device.store.device;
    const folder = join(root.folder('theirs'), 'journal', own);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '2026-12.ndjson'), lineOf(own, { seq: 9 }));
    expect(await device.merge(join(root.root, 'theirs'))).toBe(0);
    expect(readdirSync(join(device.dataDir, 'quarantine'))).toHaveLength(1);
    expect(await device.answer('a')).toBe(`${own}:6`);
  });
});

it('keeps what only a newer version knows of a line, through a merge and a fork', async () => {
  const own = device.store.device;
  const file = (folder: string) => join(folder, 'journal', own, '2026-11.ndjson');
  copyFolder(device.dataDir, root.folder('theirs'));
  const newer = (seq: number, tint: string) => lineOf(own, { seq, tint });
  appendFileSync(file(join(root.root, 'theirs')), Buffer.concat([newer(6, 'red'), newer(7, 'blue')]));
  // Ours goes its own way, so that one of the two copies becomes a device of its own.
  await device.answer('a');
  await device.merge(join(root.root, 'theirs'));
  const folder = join(device.dataDir, 'journal');
  const all = readdirSync(folder).map((name) => readFileSync(join(folder, name, '2026-11.ndjson'), 'utf8'));
  expect(all).toHaveLength(2);
  expect(all.join('').match(/"tint":"(red|blue)"/g)).toEqual(['"tint":"red"', '"tint":"blue"']);
  expect(device.store.progress.cards.get(parseCardId('odd'))?.revision).toBe(2);
});
