import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import type { Grade } from '../../domain/grade.ts';
import { nodeFiles } from '../disk/files.ts';
import { randomFrom } from '../../domain/random.ts';
import { namesIn } from '../store/torture/names-in.ts';
import { copyFolder, digestOf, hashesBelow, type TestDevice } from './data-folder.fixture.ts';
import { TestDevices } from './test-devices.fixture.ts';

const devices = new TestDevices();
const { start } = devices;

/** Some days of study on cards that several devices share. */
async function study(device: TestDevice, seed: number, answers = 12): Promise<void> {
  const random = randomFrom(seed);
  for (let i = 0; i < answers; i++) {
    if (random() < 0.2) device.clock.advance(86_400_000);
    const dice = random();
    if (dice < 0.1) await device.store.undo().catch(() => undefined);
    else if (dice < 0.2)
      await device.store.append({
        type: 'card',
        cards: [parseCardId(`c${Math.floor(random() * 6)}`)],
        change: { flag: i % 8 },
      });
    else if (dice < 0.3) await device.store.append({ type: 'setting', set: { newPerDay: i } });
    else await device.answer(`c${Math.floor(random() * 6)}`, (1 + Math.floor(random() * 4)) as Grade);
  }
}

/** The same device id in two places: the learner copied the folder to a second computer. */
async function copied(): Promise<[TestDevice, TestDevice]> {
  const first = await start('first');
  await study(first, 1);
  await first.store.close();
  devices.open.pop();
  copyFolder(first.dataDir, join(devices.root.root, 'second'));
  return [await start('first'), await start('second')];
}

describe('merging two data folders', () => {
  it('gives both the same state, whichever way round, and nothing on either side is lost', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const [a, b] = [await start(`a${seed}`), await start(`b${seed}`)];
      await study(a, seed);
      await study(b, seed + 500);
      const names = new Set([...namesIn(a.dataDir), ...namesIn(b.dataDir)]);
      await a.merge(b.dataDir);
      await b.merge(a.dataDir);
      expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
      for (const name of names) expect(namesIn(a.dataDir).has(name) && namesIn(b.dataDir).has(name)).toBe(true);
      await a.restart();
      expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
    }
  });

  it('changes nothing when it is done again', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await study(a, 3);
    await study(b, 4);
    expect(await a.merge(b.dataDir)).toBeGreaterThan(0);
    const before = hashesBelow(join(a.dataDir, 'journal'));
    expect(await a.merge(b.dataDir)).toBe(0);
    expect(hashesBelow(join(a.dataDir, 'journal'))).toEqual(before);
  });

  it('takes in an archive like a folder, and three devices through each other', async () => {
    const [a, b, c] = [await start('a'), await start('b'), await start('c')];
    for (const [i, device] of [a, b, c].entries()) await study(device, 20 + i);
    const archive = join(b.backups.folder, (await b.backups.make('asked', () => undefined)).name);
    await c.merge(archive);
    await a.merge(c.dataDir);
    await b.merge(a.dataDir);
    expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
    expect(a.store.progress.reviewsTotal).toBeGreaterThanOrEqual(20);
    // The name of a device goes with its journal, also through a third.
    expect(a.store.deviceName(b.store.device)).toBe(b.store.deviceName(b.store.device));
  });

  it('goes on where an earlier merge ended', async () => {
    const [a, b] = [await start('a'), await start('b')];
    for (let round = 0; round < 4; round++) {
      await study(a, 60 + round, 5);
      await study(b, 80 + round, 5);
      await a.merge(b.dataDir);
    }
    await b.merge(a.dataDir);
    expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
  });

  it('brings library files, and keeps both where two have one name', async () => {
    const [a, b] = [await start('a'), await start('b')];
    for (const [device, text] of [
      [a, 'mine'],
      [b, 'theirs'],
    ] as const) {
      mkdirSync(join(device.dataDir, 'library/deck'), { recursive: true });
      writeFileSync(join(device.dataDir, 'library/deck/notes.json'), text);
    }
    writeFileSync(join(b.dataDir, 'library/deck/only.json'), 'there');
    await b.answer('c1');
    await a.merge(b.dataDir);
    await a.merge(b.dataDir);
    expect(Object.keys(hashesBelow(join(a.dataDir, 'library'))).sort()).toEqual([
      expect.stringMatching(/^deck\/notes\.[0-9a-f]{8}\.json$/) as string,
      'deck/notes.json',
      'deck/only.json',
    ]);
  });

  it('refuses what is no data of ours by name', async () => {
    const a = await start('a');
    writeFileSync(join(devices.root.root, 'text.zip'), 'no zip');
    await expect(a.merge(join(devices.root.root, 'nothing'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(a.merge(devices.root.folder('empty'))).rejects.toMatchObject({ code: 'foreign-data' });
    await expect(a.merge(join(devices.root.root, 'text.zip'))).rejects.toMatchObject({ code: 'foreign-data' });
    await expect(a.merge(a.dataDir)).rejects.toMatchObject({ code: 'bad-input' });
    await a.answer('still here');
  });
});

describe('a data folder that was copied and used in both places', () => {
  it('loses no answer of either, and makes the same state whichever way round', async () => {
    const [a, b] = await copied();
    const common = a.store.progress.reviewsTotal;
    for (let i = 0; i < 5; i++) await a.answer(`a${i}`);
    for (let i = 0; i < 7; i++) await b.answer(`b${i}`);
    await a.merge(b.dataDir);
    expect(a.store.progress.reviewsTotal).toBe(common + 12);
    await b.merge(a.dataDir);
    expect(b.store.progress.reviewsTotal).toBe(common + 12);
    expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
    expect(await a.merge(b.dataDir)).toBeLessThanOrEqual(1);
    expect(a.store.device).not.toBe(b.store.device);
  });

  it('goes on as two devices: later answers and merges keep them equal', async () => {
    const [a, b] = await copied();
    await a.answer('x');
    await b.answer('y');
    await b.merge(a.dataDir);
    for (let i = 0; i < 3; i++) {
      await a.answer(`a${i}`);
      await b.answer(`b${i}`);
      await a.merge(b.dataDir);
      await b.merge(a.dataDir);
    }
    expect(digestOf(a.store.progress)).toBe(digestOf(b.store.progress));
    for (const card of ['x', 'y', 'a0', 'a2', 'b0', 'b2'])
      expect(a.store.progress.cards.get(parseCardId(card))?.memory, card).not.toBeNull();
    const before = digestOf(a.store.progress);
    for (const name of nodeFiles.list(a.dataDir)) if (name.startsWith('progress')) rmSync(join(a.dataDir, name));
    await a.restart();
    expect(digestOf(a.store.progress)).toBe(before);
  });
});
