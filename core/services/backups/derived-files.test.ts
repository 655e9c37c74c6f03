import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../disk/files.ts';
import { checkData } from './check.ts';
import { hashesBelow, openDevice, testRoot, type TestDevice } from './data-folder.fixture.ts';
import { makeArchive } from './make-archive.ts';
import { unwatched } from '../jobs/work.ts';
import { openZip } from './archive/zip-reader.ts';

const KEPT = ['deck/index/notes.json', 'index-of-words/a.json', 'packs/one.ndjson'];
const DERIVED = ['index/columns.bin', 'index/grams/a.bin'];

let root: ReturnType<typeof testRoot>;
let device: TestDevice;
let other: TestDevice;
beforeEach(async () => {
  root = testRoot();
  other = await openDevice(root.folder('other'));
  for (const path of [...KEPT, ...DERIVED]) {
    mkdirSync(join(other.dataDir, 'library', dirname(path)), { recursive: true });
    writeFileSync(join(other.dataDir, 'library', path), path);
  }
  await other.answer('a');
  device = await openDevice(root.folder('data'));
});
afterEach(async () => {
  for (const one of [device, other]) await one.close();
  root.dispose();
});
const libraryHere = () => Object.keys(hashesBelow(join(device.dataDir, 'library')));

describe('bug: what is made again (library/index) was exported and merged', () => {
  it('is in no export', async () => {
    const path = join(root.root, 'export.zip');
    await makeArchive(other, path, 'export', unwatched);
    const zip = await openZip(nodeFiles, path);
    const names = [...zip.entries.keys()].filter((name) => name.startsWith('library/'));
    zip.close();
    expect(names.sort()).toEqual(KEPT.map((name) => `library/${name}`));
  });

  it('is in no backup, and a restore brings the rest', async () => {
    const { name } = await other.backups.make('asked', unwatched);
    await device.restore(join(other.backups.folder, name));
    expect(libraryHere()).toEqual(KEPT);
  });

  it('does not come in with the folder of another device, whatever it is made of', async () => {
    symlinkSync('/nowhere', join(other.dataDir, 'library/index/link'));
    await device.merge(other.dataDir);
    expect(libraryHere()).toEqual(KEPT);
  });

  it('is not counted by the check', async () => {
    expect(await checkData(other, other.backups, () => other.clock.now(), unwatched)).toMatchObject({
      library: { files: KEPT.length, damaged: 0 },
    });
  });
});
