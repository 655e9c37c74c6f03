import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData } from './check.ts';
import { digestOf, openDevice, testRoot, type TestDevice } from './data-folder.fixture.ts';
import { unwatched } from './work.ts';

let root: ReturnType<typeof testRoot>;
let device: TestDevice;
beforeEach(async () => {
  root = testRoot();
  device = await openDevice(root.folder('data'));
  for (let i = 0; i < 12; i++) await device.answer(`c${i % 5}`);
});
afterEach(async () => {
  await device.close();
  root.dispose();
});
const check = () => checkData(device, device.backups, () => device.clock.now(), unwatched);
const journal = () => join(device.dataDir, 'journal', device.store.device, '2026-11.ndjson');

describe('data.check', () => {
  it('says that all is right', async () => {
    expect(await check()).toEqual({
      journal: { files: 1, events: 12, damaged: 0, missing: 0, recovered: 0 },
      missing: [],
      state: 'right',
      library: { files: 0, damaged: 0, recovered: 0 },
      backups: { count: 0, damaged: [] },
    });
  });

  it('brings a damaged line back from a backup, while the app runs, and the line is set aside', async () => {
    await device.backups.make('asked', unwatched);
    await device.answer('late');
    const before = digestOf(device.store.progress);
    const bytes = readFileSync(journal());
    bytes[bytes.indexOf('"seq":5')] = 0x58;
    writeFileSync(journal(), bytes);
    expect(await check()).toMatchObject({ journal: { events: 13, damaged: 1, recovered: 1 }, state: 'right' });
    expect(digestOf(device.store.progress)).toBe(before);
    expect(readdirSync(join(device.dataDir, 'quarantine')).some((name) => name.startsWith('journal_'))).toBe(true);
    await device.answer('after');
    await device.restart();
    expect(device.store.progress.reviewsTotal).toBe(14);
    expect(await check()).toMatchObject({ journal: { events: 14, damaged: 0 }, state: 'right' });
  });

  it('keeps what the state knows where no backup has the lost lines', async () => {
    await device.restart();
    const before = digestOf(device.store.progress);
    await device.close();
    truncateSync(journal(), readFileSync(journal()).indexOf('{"v":1', 900));
    device = await openDevice(device.dataDir, device.clock);
    expect(device.store.notices.map(({ code }) => code)).toContain('journal-missing');
    expect(await check()).toMatchObject({ state: 'kept' });
    expect(digestOf(device.store.progress)).toBe(before);
  });

  it('makes a state again that does not agree with a whole journal', async () => {
    const right = digestOf(device.store.progress);
    // What a fault of ours could leave behind: a card that was never answered.
    (device.store.progress.cards as Map<string, unknown>).set('ghost', {
      ...device.store.progress.cards.get('c1'),
      revision: 99,
    });
    expect(digestOf(device.store.progress)).not.toBe(right);
    expect(await check()).toMatchObject({ state: 'rebuilt' });
    expect(digestOf(device.store.progress)).toBe(right);
    expect(await check()).toMatchObject({ state: 'right' });
  });

  it('finds media that are not what their name says, and takes them from a backup', async () => {
    const content = 'a picture';
    const name = `library/media/${createHash('sha256').update(content).digest('hex')}.png`;
    mkdirSync(join(device.dataDir, 'library/media'), { recursive: true });
    writeFileSync(join(device.dataDir, name), content);
    await device.backups.make('asked', unwatched);
    writeFileSync(join(device.dataDir, name), 'another picture');
    expect(await check()).toMatchObject({ library: { files: 1, damaged: 1, recovered: 1 } });
    expect(readFileSync(join(device.dataDir, name), 'utf8')).toBe(content);
    expect(await check()).toMatchObject({ library: { files: 1, damaged: 0 } });
  });

  it('names a backup that can not be read', async () => {
    const { name } = await device.backups.make('asked', unwatched);
    writeFileSync(join(device.backups.folder, name), 'no zip');
    expect(await check()).toMatchObject({ backups: { count: 1, damaged: [name] } });
    rmSync(join(device.backups.folder, name));
  });
});

it('does not set a good snapshot aside because an older one was damaged at start', async () => {
  const folder = testRoot();
  const first = await openDevice(folder.folder('data'));
  await first.answer('a');
  await first.close();
  writeFileSync(join(first.dataDir, 'progress.json'), 'not ours');
  const again = await openDevice(first.dataDir, first.clock);
  await again.answer('b');
  // Work that fails makes the store read its folder again before the next answer.
  await expect(again.store.changeFiles(() => Promise.reject(new Error('fails')))).rejects.toMatchObject({
    code: 'internal',
  });
  const snapshot = readFileSync(join(first.dataDir, 'progress.json'), 'utf8');
  await again.answer('c');
  expect(readFileSync(join(first.dataDir, 'progress.json'), 'utf8')).toBe(snapshot);
  expect(again.store.notices.map(({ code }) => code)).toEqual(['snapshot-rebuilt']);
  expect(again.store.progress.reviewsTotal).toBe(3);
  await again.close();
  folder.dispose();
});
