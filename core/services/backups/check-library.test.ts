import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { unwatched } from '../jobs/work.ts';
import { checkData } from './check.ts';
import { START, type TestDevice } from './data-folder.fixture.ts';
import { TestDevices } from './test-devices.fixture.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const packPath = (name: string) => `library/packs/${name}.ndjson`;
const mediaPath = (name: string) => `library/media/${name.slice(0, 2)}/${name}`;
const devices = new TestDevices();

describe('a check of the library', () => {
  let device: TestDevice;
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(device.dataDir, path)), { recursive: true });
    writeFileSync(join(device.dataDir, path), text);
    return path;
  };
  const check = async () => (await checkData(device, device.backups, () => START, unwatched)).library;
  const [pack, picture] = ['{"notes":1}\n', 'a picture'];
  beforeEach(async () => {
    device = await devices.start('one');
    put(packPath(sha256(pack)), pack);
    put(mediaPath(sha256(picture)), picture);
    await device.store.append({ type: 'import', id: 'brought1', set: { pack: sha256(pack), name: 'words.apkg' } });
    await device.backups.make('asked', unwatched);
  });

  it('finds nothing wrong with what is as its name says', async () => {
    expect(await check()).toEqual({ files: 2, damaged: 0, recovered: 0, orphans: 0 });
  });

  it('takes a pack that is missing and media that are damaged from a backup', async () => {
    const [gone, broken] = [packPath(sha256(pack)), mediaPath(sha256(picture))];
    rmSync(join(device.dataDir, gone));
    put(broken, 'another picture');
    expect(await check()).toEqual({ files: 1, damaged: 2, recovered: 2, orphans: 0 });
    expect(readFileSync(join(device.dataDir, gone), 'utf8')).toBe(pack);
    expect(readFileSync(join(device.dataDir, broken), 'utf8')).toBe(picture);
    expect(await check()).toMatchObject({ files: 2, damaged: 0 });
  });

  it('finds a pack with other notes in it than its name says', async () => {
    put(packPath(sha256(pack)), '{"notes":2}\n');
    expect(await check()).toMatchObject({ damaged: 1, recovered: 1 });
    expect(readFileSync(join(device.dataDir, packPath(sha256(pack))), 'utf8')).toBe(pack);
  });

  it('tells of a pack that no import names, and keeps it', async () => {
    const path = put(packPath(sha256('old')), 'old');
    expect(await check()).toMatchObject({ files: 3, damaged: 0, orphans: 1 });
    expect(existsSync(join(device.dataDir, path))).toBe(true);
  });
});
