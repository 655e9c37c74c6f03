import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { nodeFiles } from '../disk/files.ts';
import {
  copyFolder,
  digestOf,
  hashesBelow,
  openDevice,
  START,
  testRoot,
  type TestDevice,
} from './data-folder.fixture.ts';
import { restoreFrom } from './restore.ts';
import { unwatched } from '../jobs/work.ts';

let root: ReturnType<typeof testRoot>;
let device: TestDevice;
beforeEach(async () => {
  root = testRoot();
  device = await openDevice(root.folder('data'));
});
afterEach(async () => {
  await device.close();
  root.dispose();
});

const DAY_MS = 86_400_000;
function addMedia(dataDir: string, content: string): string {
  const name = `library/media/${createHash('sha256').update(content).digest('hex')}.png`;
  mkdirSync(join(dataDir, 'library/media'), { recursive: true });
  writeFileSync(join(dataDir, name), content);
  return name;
}
async function backUp(): Promise<string> {
  return join(device.backups.folder, (await device.backups.make('asked', unwatched)).name);
}
/** What a learner sees of the cards: everything but how often they were touched. */
const seen = (of: TestDevice) =>
  [...of.store.progress.cards]
    .map(([id, { revision: _, ...state }]) => [id, state.last === null ? null : state])
    .filter(([, state]) => state !== null)
    .sort();

describe('a backup', () => {
  it('brings a destroyed folder back: equal by hash and by replay, media included', async () => {
    for (let i = 0; i < 30; i++) {
      if (i % 7 === 0) device.clock.advance(DAY_MS * 9);
      await device.answer(`c${i % 5}`, ((i % 4) + 1) as 1 | 2 | 3 | 4);
    }
    await device.store.undo();
    await device.store.append({ type: 'setting', set: { newPerDay: 7 } });
    for (const content of ['one', 'two', 'สาม']) addMedia(device.dataDir, content);
    const backup = await backUp();
    const before = {
      digest: digestOf(device.store.progress),
      journal: hashesBelow(join(device.dataDir, 'journal')),
      media: hashesBelow(join(device.dataDir, 'library')),
    };
    copyFolder(device.backups.folder, join(root.root, 'kept'));
    await device.close();
    rmSync(device.dataDir, { recursive: true });

    device = await openDevice(root.folder('data'));
    expect(device.store.progress.reviewsTotal).toBe(0);
    const told = await device.restore(join(root.root, 'kept', basename(backup)));
    expect(told).toMatchObject({
      takenBack: 0,
      reviewsBefore: 0,
      reviewsAfter: device.store.progress.reviewsTotal,
      media: 3,
    });
    expect(digestOf(device.store.progress)).toBe(before.digest);
    expect(hashesBelow(join(device.dataDir, 'journal'))).toMatchObject(before.journal);
    expect(hashesBelow(join(device.dataDir, 'library'))).toEqual(before.media);
    for (const name of nodeFiles.list(device.dataDir))
      if (name.startsWith('progress')) rmSync(join(device.dataDir, name));
    await device.restart();
    expect(digestOf(device.store.progress)).toBe(before.digest);
  });

  it('is restored by taking back what came since; one undo takes the restore back', async () => {
    for (const card of ['a', 'b', 'c']) await device.answer(card);
    const backup = await backUp();
    const then = {
      cards: seen(device),
      total: device.store.progress.reviewsTotal,
      settings: device.store.progress.settings,
    };
    await device.answer('a', 1);
    await device.answer('d');
    await device.store.undo();
    await device.store.append({
      type: 'card',
      cards: [parseCardId('b'), parseCardId('c')],
      change: { suspended: true },
    });
    await device.store.append({ type: 'setting', set: { retention: 0.8 } });
    const later = { cards: seen(device), settings: device.store.progress.settings };

    const dry = await restoreFrom(device, backup, true, unwatched);
    expect(seen(device)).toEqual(later.cards);
    const told = await device.restore(backup);
    expect(told).toEqual(dry);
    expect(told).toMatchObject({
      at: expect.any(Number) as number,
      added: 0,
      reviewsBefore: 4,
      reviewsAfter: 3,
      cards: 3,
    });
    expect(seen(device)).toEqual(then.cards);
    expect(device.store.progress.settings).toEqual(then.settings);
    expect(device.store.progress.reviewsTotal).toBe(then.total);

    await device.restart();
    await device.store.undo();
    expect(seen(device)).toEqual(later.cards);
    expect(device.store.progress.settings).toEqual(later.settings);
  });

  it('brings back an event that was undone after it, and is there already the second time', async () => {
    await device.answer('a');
    const backup = await backUp();
    await device.store.undo();
    expect(device.store.progress.reviewsTotal).toBe(0);
    await device.restore(backup);
    expect(device.store.progress.reviewsTotal).toBe(1);
    expect(await device.restore(backup)).toMatchObject({ takenBack: 0, cards: 0 });
  });

  it('brings lines back that the journal lost since', async () => {
    for (const card of ['a', 'b', 'c', 'd']) await device.answer(card);
    const backup = await backUp();
    const before = digestOf(device.store.progress);
    const journal = join(device.dataDir, 'journal', device.store.device, '2026-11.ndjson');
    await device.close();
    const lines = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, [lines[0], lines[3], ''].join('\n'));
    for (const name of nodeFiles.list(device.dataDir))
      if (name.startsWith('progress')) rmSync(join(device.dataDir, name));
    device = await openDevice(device.dataDir, device.clock);
    expect(device.store.progress.reviewsTotal).toBe(2);
    expect(await device.restore(backup)).toMatchObject({ added: 2, takenBack: 0 });
    expect(digestOf(device.store.progress)).toBe(before);
    await device.answer('e');
  });

  it('is refused by name when it is damaged, and changes nothing', async () => {
    for (const card of ['a', 'b']) await device.answer(card);
    const backup = await backUp();
    const whole = readFileSync(backup);
    await device.answer('c');
    for (let at = 7; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at]! ^ 0x10;
      writeFileSync(backup, bytes);
      await device.restore(backup).then(
        async () => {
          // A bit that nothing depends on: a time stamp, say.
          expect(device.store.progress.reviewsTotal).toBe(2);
          await device.store.undo();
        },
        (error: unknown) =>
          expect(['data-corrupt', 'foreign-data', 'data-too-new']).toContain((error as { code?: string }).code),
      );
      expect(device.store.progress.reviewsTotal).toBe(3);
    }
    expect(nodeFiles.list(device.dataDir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is copied to the second folder; one that is gone does not stop the backup', async () => {
    await device.answer('a');
    const second = root.folder('stick');
    await device.backups.setSecondFolder(second);
    const { name } = await device.backups.make('asked', unwatched);
    expect(readFileSync(join(second, name))).toEqual(readFileSync(join(device.backups.folder, name)));
    rmSync(second, { recursive: true });
    device.clock.advance(1000);
    await device.backups.make('asked', unwatched);
    expect(device.backups.copyFailure?.code).toBe('disk-refused');
    expect(await device.backups.list()).toHaveLength(2);
    await expect(device.backups.setSecondFolder(join(root.root, 'nowhere'))).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(device.backups.setSecondFolder(join(device.dataDir, 'backups'))).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('drops old ones only after a new one is proved', async () => {
    await device.answer('a');
    for (let i = 0; i < 40; i++) {
      device.clock.advance(DAY_MS);
      await device.backups.make('automatic', unwatched);
    }
    const kept = await device.backups.list();
    expect(kept.length).toBeGreaterThanOrEqual(14);
    expect(kept.length).toBeLessThan(22);
    expect(kept[0]!.at).toBe(device.clock.now());
    expect(kept.at(-1)!.at).toBeLessThan(START + 10 * DAY_MS);
  }, 60_000);
});
