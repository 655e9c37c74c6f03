import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../disk/files.ts';
import { copyFolder, digestOf, type TestDevice } from './data-folder.fixture.ts';
import { TestDevices } from './test-devices.fixture.ts';

const devices = new TestDevices();
const { start } = devices;
const COMMON = 2;
const ANSWERS = { a: 3, b: 4 };
const ALL = COMMON + ANSWERS.a + ANSWERS.b;

const placeOf = (name: string): string => join(devices.root.root, name);
const asDevice = (folder: string, id: string): void =>
  writeFileSync(join(folder, 'device.json'), JSON.stringify({ id, name: id }));
const journalsIn = (folder: string): string[] => nodeFiles.list(folder).filter((name) => name.endsWith('.ndjson'));
const seqOf = (line: string): number => (JSON.parse(line) as { seq: number }).seq;

/** A data folder that was copied, and used in both places, after both copies met; and the one that left its name as it was before. */
async function parted() {
  const first = await start('a');
  for (let i = 0; i < COMMON; i++) await first.answer(`common-${i}`);
  await first.store.close();
  devices.open.pop();
  copyFolder(first.dataDir, placeOf('b'));
  const [a, b] = [await start('a'), await start('b')];
  const id = a.store.device;
  for (let i = 0; i < ANSWERS.a; i++) await a.answer(`a${i}`);
  for (let i = 0; i < ANSWERS.b; i++) await b.answer(`b${i}`);
  copyFolder(a.dataDir, placeOf('old-a'));
  copyFolder(b.dataDir, placeOf('old-b'));
  await a.merge(b.dataDir);
  await b.merge(a.dataDir);
  const [left, kept] = a.store.device === id ? [b, a] : [a, b];
  const lines = COMMON + (left === a ? ANSWERS.a : ANSWERS.b);
  return { id, left, kept, old: placeOf(left === a ? 'old-a' : 'old-b'), lines };
}

/** What a third device had once the lines of the one that left had come, under its new name, and not yet those of the one that kept it. */
function underNewName({ left, id }: { left: TestDevice; id: string }, name: string): string {
  const folder = placeOf(name);
  copyFolder(left.dataDir, folder);
  const fork = join(folder, 'journal', left.store.device);
  const from = seqOf(readFileSync(join(fork, journalsIn(fork)[0]!), 'utf8').split('\n')[0]!);
  const journal = join(folder, 'journal', id);
  for (const file of journalsIn(journal)) {
    const lines = readFileSync(join(journal, file), 'utf8').split('\n');
    const before = lines.filter((line) => line !== '' && seqOf(line) < from);
    writeFileSync(join(journal, file), before.map((line) => `${line}\n`).join(''));
  }
  for (const file of nodeFiles.list(folder)) if (/^(?:progress|cards-)/.test(file)) rmSync(join(folder, file));
  asDevice(folder, 'somebodyelse');
  return folder;
}

describe('a copy that parted, merged by hand with a folder that has its lines under the old name', () => {
  it('counts no answer twice where both copies are known', async () => {
    const { left, kept, old } = await parted();
    for (const device of [left, kept]) {
      await device.merge(old);
      expect(device.store.progress.reviewsTotal).toBe(ALL);
    }
    expect(digestOf(left.store.progress)).toBe(digestOf(kept.store.progress));
  });

  it('counts no answer twice where only its lines under the new name are here', async () => {
    const copies = await parted();
    underNewName(copies, 'third');
    const third = await start('third');
    expect(third.store.progress.reviewsTotal).toBe(copies.lines);
    await third.merge(copies.old);
    expect(third.store.progress.reviewsTotal).toBe(copies.lines);
    await third.merge(copies.kept.dataDir);
    await copies.kept.merge(third.dataDir);
    expect(third.store.progress.reviewsTotal).toBe(ALL);
    expect(digestOf(third.store.progress)).toBe(digestOf(copies.kept.store.progress));
  });

  it('counts no answer twice where only its lines under the old name are here', async () => {
    const copies = await parted();
    const newer = underNewName(copies, 'newer');
    copyFolder(copies.old, placeOf('third'));
    asDevice(placeOf('third'), 'anotherdevice');
    const third = await start('third');
    await third.merge(newer);
    expect(third.store.progress.reviewsTotal).toBe(copies.lines);
    await third.merge(copies.kept.dataDir);
    expect(third.store.progress.reviewsTotal).toBe(ALL);
  });

  it('goes on under its new name where it was set back to before it left the old one', async () => {
    const copies = await parted();
    const newer = underNewName(copies, 'newer');
    copyFolder(copies.old, placeOf('back'));
    const back = await start('back');
    expect(back.store.device).toBe(copies.id);
    await back.merge(newer);
    expect(back.store.progress.reviewsTotal).toBe(copies.lines);
    expect(back.store.device).toBe(copies.left.store.device);
    await back.answer('later');
    await back.restart();
    await back.merge(copies.kept.dataDir);
    expect(back.store.progress.reviewsTotal).toBe(ALL + 1);
    await copies.kept.merge(back.dataDir);
    expect(digestOf(back.store.progress)).toBe(digestOf(copies.kept.store.progress));
  });

  for (const isKeptThere of [true, false])
    it(`loses no answer where both it and what it was set back to went on (${isKeptThere ? 'with' : 'without'} the other copy)`, async () => {
      const copies = await parted();
      await copies.left.answer('after it left');
      await copies.left.answer('and again');
      await copies.kept.merge(copies.left.dataDir);
      const newer = isKeptThere ? copies.kept.dataDir : underNewName(copies, 'newer');
      copyFolder(copies.old, placeOf('back'));
      const back = await start('back');
      await back.answer('after it was set back');
      await back.merge(newer);
      const here = (isKeptThere ? ALL : copies.lines) + 3;
      expect(back.store.progress.reviewsTotal).toBe(here);
      await back.answer('later');
      await back.restart();
      expect(back.store.progress.reviewsTotal).toBe(here + 1);
      for (const [one, other] of [
        [back, copies.kept],
        [copies.kept, back],
        [copies.left, copies.kept],
      ] as const)
        await one.merge(other.dataDir);
      for (const { store } of [back, copies.kept, copies.left]) {
        expect(store.progress.reviewsTotal).toBe(ALL + 4);
        expect(digestOf(store.progress)).toBe(digestOf(back.store.progress));
      }
      expect(new Set([back, copies.kept, copies.left].map(({ store }) => store.device)).size).toBe(3);
    });
});
