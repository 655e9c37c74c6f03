import { parseCardId } from '../../../domain/ids.ts';
import type { CardMap } from '../../../domain/progress.ts';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Grade } from '../../../domain/grade.ts';
import { randomFrom } from '../../../domain/random.ts';
import { copyFolder, digestOf, hashesBelow, openDevice, testRoot, type TestDevice } from '../data-folder.fixture.ts';
import { nodeFiles } from '../../disk/files.ts';
import { unwatched } from '../../jobs/work.ts';
import { readKept, type KeptManifest } from './kept-manifest.ts';

const LONG = process.env['JAMDAI_LONG'] !== undefined;
const DAY_MS = 86_400_000;

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

function addMedia(dataDir: string, content: Buffer): string {
  const name = `library/media/${createHash('sha256').update(content).digest('hex')}.jpg`;
  mkdirSync(join(dataDir, 'library/media'), { recursive: true });
  writeFileSync(join(dataDir, name), content);
  return name;
}
function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}
async function backUp(of = device): Promise<{ name: string; manifest: KeptManifest }> {
  const { name } = await of.backups.make('asked', unwatched);
  return { name, manifest: readKept(nodeFiles, join(of.backups.folder, name)) };
}
const objectPath = (hash: string): string => {
  const folder = join(device.backups.folder, 'objects', hash.slice(0, 2));
  return join(
    folder,
    readdirSync(folder).find((name) => name.startsWith(hash))!,
  );
};

describe('kept backups', () => {
  it('cost no more than twice the live data, media counted once, and the second writes only what is new', async () => {
    for (let i = 0; i < 6; i++) addMedia(device.dataDir, randomBytes(60_000));
    for (let session = 0; session < 24; session++) {
      device.clock.advance(DAY_MS / 2);
      for (let i = 0; i < 50; i++)
        await device.answer(`deck/card-${(session * 31 + i * 7) % 400}`, ((i % 4) + 1) as Grade);
      await backUp();
    }
    const live = bytesBelow(join(device.dataDir, 'journal')) + bytesBelow(join(device.dataDir, 'library'));
    const kept = await device.backups.list();
    expect(kept.length).toBeGreaterThanOrEqual(12);
    expect(await device.backups.storedBytes()).toBe(bytesBelow(device.backups.folder));
    expect(bytesBelow(device.backups.folder)).toBeLessThanOrEqual(2 * live);
    expect(kept[0]).toMatchObject({ reviews: 1200, media: 6 });

    const before = bytesBelow(device.backups.folder);
    await device.answer('deck/card-1');
    device.clock.advance(1);
    await backUp();
    expect(bytesBelow(device.backups.folder) - before).toBeLessThan(8_000);
  });

  it('are proved by what came since, and hold what a replay of everything makes, whatever was done', async () => {
    let behind = 0;
    for (let seed = 1; seed <= (LONG ? 60 : 4); seed++) {
      const random = randomFrom(seed);
      const one = await openDevice(root.folder(`one-${seed}`));
      const other = await openDevice(root.folder(`other-${seed}`));
      for (let round = 0; round < 6; round++) {
        for (let i = 0; i < 12; i++) await doSomething(one, random);
        if (random() < 0.3) {
          for (let i = 0; i < 3; i++) await other.answer(`c${i}`);
          await one.merge(other.dataDir);
        }
        if (random() < 0.4) await one.restart();
        const { name, manifest } = await backUp(one);
        expect(manifest.digest, `${seed}/${round}`).toBe(digestOf(one.store.progress));
        if (manifest.provedWholeAt < manifest.at) behind++;
        const empty = await openDevice(root.folder(`empty-${seed}-${round}`), one.clock);
        await empty.restore(join(one.backups.folder, name));
        expect(digestOf(empty.store.progress), `${seed}/${round}`).toBe(manifest.digest);
        await empty.close();
      }
      await one.close();
      await other.close();
    }
    expect(behind).toBeGreaterThan(LONG ? 60 : 4);
  });

  it('hold what the journals make where the state says otherwise, and the proof by the tail does not hide it', async () => {
    for (let i = 0; i < 5; i++) await device.answer(`c${i}`);
    const first = await backUp();
    await device.answer('c1');
    const right = digestOf(device.store.progress);
    (device.store.progress.cards as CardMap).set(parseCardId('ghost'), {
      ...device.store.progress.cards.get(parseCardId('c1'))!,
      revision: 99,
    });
    const { manifest } = await backUp();
    expect(manifest.digest).toBe(right);
    expect(manifest.provedWholeAt).toBeGreaterThan(first.manifest.at);
  });

  it('are proved whole again after a week, and after a clock that was years ahead', async () => {
    await device.answer('a');
    const first = await backUp();
    await device.answer('b');
    expect((await backUp()).manifest.provedWholeAt).toBe(first.manifest.at);
    device.clock.advance(8 * DAY_MS);
    const later = await backUp();
    expect(later.manifest.provedWholeAt).toBe(later.manifest.at);
    device.clock.advance(-20 * DAY_MS);
    await device.answer('c');
    const back = await backUp();
    expect(back.manifest.provedWholeAt).toBe(back.manifest.at);
  });

  it('that lack an object or hold a damaged one are told and never counted as good; the next backup mends them', async () => {
    for (let i = 0; i < 200; i++) await device.answer(`c${i % 9}`);
    const { name, manifest } = await backUp();
    const journal = manifest.files.find(({ path }) => path.endsWith('.ndjson'))!;
    const path = objectPath(journal.objects[0]!);
    const whole = readFileSync(path);
    for (const damage of [Buffer.alloc(0), whole.subarray(0, 40), Buffer.from(whole).fill(7, 30, 60), null]) {
      if (damage === null) rmSync(path);
      else writeFileSync(path, damage);
      await expect(device.restore(join(device.backups.folder, name))).rejects.toMatchObject({ code: 'data-corrupt' });
      expect(await device.backups.damaged(unwatched)).toEqual([name]);
      expect(await device.backups.list()).toEqual([]);
      device.clock.advance(1000);
      const again = await device.backups.make('asked', unwatched);
      expect((await device.backups.list()).map((backup) => backup.name)).toEqual([again.name, name]);
      expect(await device.backups.damaged(unwatched)).toEqual([]);
      expect(await device.restore(join(device.backups.folder, name))).toMatchObject({ added: 0, cards: 0 });
      rmSync(join(device.backups.folder, again.name));
    }
  });

  it('keep the good copy of media that were damaged since', async () => {
    const content = randomBytes(400_000);
    const media = addMedia(device.dataDir, content);
    await device.answer('a');
    await backUp();
    writeFileSync(join(device.dataDir, media), randomBytes(400_000));
    await device.answer('b');
    const { name } = await backUp();
    const empty = await openDevice(root.folder('empty'));
    await empty.restore(join(device.backups.folder, name));
    expect(readFileSync(join(empty.dataDir, media)).equals(content)).toBe(true);
    await empty.close();
  });

  it('leave no object behind that none of them names, and take none that one does', async () => {
    for (let i = 0; i < 20; i++) {
      for (let k = 0; k < 20; k++) await device.answer(`c${k}`);
      device.clock.advance(DAY_MS);
      await backUp();
    }
    expect(await device.backups.damaged(unwatched)).toEqual([]);
    const objects = Object.keys(hashesBelow(join(device.backups.folder, 'objects'))).length;
    // 120 kB of journal are some 8 pieces; each backup that is kept has its own end, list and totals.
    expect(objects).toBeLessThan(20 + 3 * (await device.backups.list()).length);
    expect(readdirSync(device.dataDir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

async function doSomething(one: TestDevice, random: () => number): Promise<void> {
  const dice = random();
  const card = `c${Math.floor(random() * 8)}`;
  if (random() < 0.1) one.clock.advance(DAY_MS);
  one.clock.advance(1000);
  if (dice < 0.55) await one.answer(card, (1 + Math.floor(random() * 4)) as Grade);
  else if (dice < 0.65) await one.store.undo().catch(() => undefined);
  else if (dice < 0.75) await one.store.append({ type: 'setting', set: { newPerDay: Math.floor(random() * 50) } });
  else if (dice < 0.85)
    await one.store.append({
      type: 'card',
      cards: [parseCardId(card), parseCardId('c1')],
      change: { marked: random() < 0.5 },
    });
  else if (dice < 0.93)
    await one.store.append({
      type: 'section-read',
      course: 'tiny',
      lesson: 'one',
      sections: [`s${Math.floor(random() * 4)}`],
      introduces: [parseCardId(card)],
    });
  else await one.store.append({ type: 'lesson-open', course: 'tiny', lesson: 'two' });
}

describe('a second folder that two computers share', () => {
  it('keeps the backups of both: thinning drops only its own, and no object the other names', async () => {
    const stick = root.folder('stick');
    const other = await openDevice(root.folder('other'));
    for (const one of [device, other]) {
      await one.backups.setSecondFolder(stick);
      for (let i = 0; i < 5; i++) await one.answer(`c${i}`);
    }
    const { name } = await other.backups.make('asked', unwatched);
    for (let i = 0; i < 20; i++) {
      device.clock.advance(DAY_MS);
      await device.answer('c1');
      await device.backups.make('automatic', unwatched);
      expect(device.backups.copyFailure).toBeNull();
    }
    const there = readdirSync(stick).filter((file) => file.endsWith('.json'));
    expect(there).toContain(name);
    expect(there.length).toBeLessThan(18);
    const third = await openDevice(root.folder('third'));
    await third.restore(join(stick, name));
    expect(digestOf(third.store.progress)).toBe(digestOf(other.store.progress));
    await third.close();
    await other.close();
  });

  it('holds both where two copies of one folder make a backup in the same second', async () => {
    const stick = root.folder('stick');
    await device.backups.setSecondFolder(stick);
    await device.answer('a');
    await device.store.close();
    copyFolder(device.dataDir, join(root.root, 'copy'));
    device = await openDevice(device.dataDir, device.clock);
    const copy = await openDevice(join(root.root, 'copy'), device.clock);
    await device.answer('b');
    device.clock.advance(-61_000);
    await copy.answer('c');
    const first = await device.backups.make('asked', unwatched);
    const second = await copy.backups.make('asked', unwatched);
    expect(second.name).toBe(first.name);
    const names = readdirSync(stick).filter((file) => file.endsWith('.json'));
    expect(names).toHaveLength(2);
    const held = names.map((name) => readKept(nodeFiles, join(stick, name)).digest).sort();
    expect(held).toEqual([digestOf(device.store.progress), digestOf(copy.store.progress)].sort());
    await copy.close();
  });

  it('is not filled in the place of a disk that is not plugged in', async () => {
    const stick = root.folder('stick');
    await device.backups.setSecondFolder(stick);
    rmSync(stick, { recursive: true });
    await device.answer('a');
    await device.backups.make('asked', unwatched);
    expect(device.backups.copyFailure?.code).toBe('disk-refused');
    expect(nodeFiles.facts(stick)).toBeNull();
  });
});
