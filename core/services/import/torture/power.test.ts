import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBrought } from '../../../domain/history/brought-device.ts';
import { parseCardId } from '../../../domain/ids.ts';
import { randomFrom } from '../../../domain/random.ts';
import { lookAt, type Promised } from '../../backups/torture/after-the-cut.ts';
import { nodeFiles } from '../../disk/files.ts';
import { cutAt, FATES } from '../../disk/torture/power-cut.ts';
import { RecordedDisk } from '../../disk/torture/recorded-disk.ts';
import { mediaPath, packPath } from '../../library/places.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { madePackage } from '../../transfer/anki/made-package.fixture.ts';
import { many, pictures } from './many-notes.fixture.ts';
import { NOW, openedImports } from './opened-imports.fixture.ts';

const CUTS = process.env['JAMDAI_LONG'] ? 2_000 : 300;
/** Syncing for real would only take time: what the disk keeps is decided by the record. */
const quick = { ...nodeFiles, datasync: () => undefined, sync: () => Promise.resolve(), syncFolder: () => undefined };

let root: string;
let disk: RecordedDisk;
const promises: Promised[] = [];
/** Files that came with each import, by its device. */
const wanted = new Map<string, Readonly<Record<string, string>>>();

const shaOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const dataIn = (folder: string) => join(folder, 'up', 'data');

/** Names of the events of an import's journal, whole or not. */
function eventsOf(dataDir: string, device: string): string[] {
  const folder = join(dataDir, 'journal', device);
  const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ndjson')) : [];
  const lines = file === undefined ? [] : readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  return lines.map((_, i) => `${device}:${i + 1}`);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-import-power-'));
  const packages = ['a', 'b'].map((name) => join(root, `${name}.apkg`));
  await madePackage(packages[0]!, many(60, 'a'), pictures('a'));
  await madePackage(packages[1]!, many(200, 'b'), pictures('b'));
  const folder = join(root, 'disk');
  mkdirSync(folder);
  disk = new RecordedDisk(folder);
  const dataDir = dataIn(folder);
  const { store, clock, imports } = await openedImports(dataDir, disk.run());
  const answer = async () => {
    clock.advance(61_000);
    const ref = await store.append(answerTo(store, clock, parseCardId('card/1'), 3));
    promises.push({ entries: disk.record.length, events: [ref] });
  };
  for (const path of packages) {
    await answer();
    const { importId } = await imports.import({ path, options: { presets: true } });
    const { pack } = store.progress.records.get(`import/${importId}`) as { pack: string };
    const media = readdirSync(join(dataDir, 'library/media'), { recursive: true, withFileTypes: true });
    const hashes = media.flatMap((entry) => (entry.isFile() ? [entry.name] : []));
    const files = Object.fromEntries([
      [packPath(pack), pack],
      ...hashes.map((hash) => [mediaPath(hash), hash] as const),
    ]);
    wanted.set(importId, files);
    promises.push({ entries: disk.record.length, events: eventsOf(dataDir, importId), files });
    await answer();
  }
  const [first] = wanted.keys();
  for (let i = 0; i < 2; i++) {
    await imports.undo({ importId: first! });
    await answer();
  }
  await store.close();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('an import that is cut off', () => {
  it(`is there whole or not at all, and can be taken in after it, over ${CUTS} moments`, async () => {
    const random = randomFrom(815);
    let [none, some, again] = [0, 0, 0];
    for (let n = 0; n < CUTS; n++) {
      const stop = Math.floor(random() * (disk.record.length + 1));
      const image = join(root, `image-${n}`);
      mkdirSync(image);
      const where = `cut ${n} behind call ${stop}`;
      const fate = FATES[n % FATES.length]!;
      cutAt(disk.record, stop, fate, random, image);
      const kept = promises.filter(({ entries }) => entries <= stop);
      const open = promises.filter(({ entries }) => entries > stop);
      const dataDir = dataIn(image);
      await lookAt(dataDir, quick, kept, open, NOW + 3_600_000, where);
      const devices = readdirSync(join(dataDir, 'journal')).filter(isBrought);
      for (const device of devices)
        for (const [path, sha256] of Object.entries(wanted.get(device)!))
          expect(shaOf(join(dataDir, path)), `${where}: ${path} of ${device}`).toBe(sha256);
      if (devices.length === 0) none += 1;
      else some += 1;
      // Of a folder that lost its mark nobody knows whose it is.
      const left = readdirSync(dataDir).filter((name) => /^(?:unpacked|incoming)/.test(name));
      if (fate === 'everything') expect(left, `${where}: left`).toEqual([]);
      if (n % 10 === 0) {
        const { imports, library, store } = await openedImports(dataDir, quick);
        const { counts } = await imports.import({ path: join(root, 'a.apkg'), options: { presets: true } });
        expect([counts.notes, library.cards().length >= 61], where).toEqual([61, true]);
        await store.close();
        again += 1;
      }
      rmSync(image, { recursive: true });
    }
    expect([none > CUTS / 20, some > CUTS / 20, again]).toEqual([true, true, CUTS / 10]);
  });
});
