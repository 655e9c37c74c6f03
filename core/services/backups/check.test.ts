import { parseCardId } from '../../domain/ids.ts';
import type { CardMap } from '../../domain/progress.ts';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData } from './check.ts';
import { digestOf, openDevice, testRoot, type TestDevice } from './data-folder.fixture.ts';
import { studyDay } from '../../domain/study/study-day.ts';
import { journalOf, september, snapshotsIn, threeMonths } from '../store/torture/three-months.fixture.ts';
import { unwatched } from '../jobs/work.ts';

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
      library: { files: 0, damaged: 0, recovered: 0, orphans: 0 },
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
    (device.store.progress.cards as CardMap).set(parseCardId('ghost'), {
      ...device.store.progress.cards.get(parseCardId('c1'))!,
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

  describe('with three months of answers', () => {
    const day = (date: string) => studyDay(Date.parse(date), { utcOffsetMin: 420, rolloverHour: 4 });
    const [SEP, OCT, NOV] = ['2026-09.ndjson', '2026-10.ndjson', '2026-11.ndjson'] as const;
    let months: TestDevice;
    let files: ReturnType<typeof journalOf>;
    beforeEach(async () => {
      const clock = september();
      const dataDir = root.folder('months');
      files = journalOf(dataDir, await threeMonths(dataDir, clock));
      months = await openDevice(dataDir, clock);
    });
    afterEach(() => months.close());
    const checkMonths = () => checkData(months, months.backups, () => months.clock.now(), unwatched);

    it('brings a middle month back that was deleted', async () => {
      const right = digestOf(months.store.progress);
      await months.backups.make('asked', unwatched);
      for (const withSnapshot of [true, false]) {
        await months.store.close();
        rmSync(files.path(OCT));
        if (!withSnapshot) for (const path of snapshotsIn(months.dataDir)) rmSync(path);
        await months.restart().catch(() => undefined);
        expect(months.store.progress.reviewsTotal).toBe(withSnapshot ? 90 : 60);
        expect(await checkMonths()).toMatchObject({
          journal: { events: 90, recovered: 30 },
          missing: [],
          state: 'right',
        });
        expect(digestOf(months.store.progress)).toBe(right);
        expect(files.names()).toEqual([SEP, OCT, NOV]);
      }
    });

    it('takes from an older backup what the newest has not, and from the second folder', async () => {
      const right = digestOf(months.store.progress);
      await months.backups.setSecondFolder(root.folder('second'));
      await months.backups.make('asked', unwatched);
      rmSync(months.backups.folder, { recursive: true });
      months.clock.advance(60_000);
      await months.store.close();
      rmSync(files.path(OCT));
      for (const path of snapshotsIn(months.dataDir)) rmSync(path);
      await months.restart().catch(() => undefined);
      await months.backups.make('asked', unwatched);
      expect(await checkMonths()).toMatchObject({ journal: { events: 90, recovered: 30 }, missing: [] });
      expect(digestOf(months.store.progress)).toBe(right);
    });

    it('names the days of a middle month that no backup has', async () => {
      await months.store.close();
      rmSync(files.path(OCT));
      await months.restart().catch(() => undefined);
      const lost = { device: months.store.device, fromSeq: 31, toSeq: 60 };
      // The state knows the days.
      expect(await checkMonths()).toMatchObject({
        missing: [{ ...lost, fromDay: day('2026-10-01T10:00+07:00'), toDay: day('2026-10-30T10:00+07:00') }],
        state: 'kept',
      });
      expect(months.store.progress.reviewsTotal).toBe(90);
      await months.store.close();
      for (const path of snapshotsIn(months.dataDir)) rmSync(path);
      await months.restart().catch(() => undefined);
      // Nothing knows them but the answers before and after.
      expect(await checkMonths()).toMatchObject({
        missing: [{ ...lost, fromDay: day('2026-09-30T10:00+07:00'), toDay: day('2026-11-01T10:00+07:00') }],
      });
    });

    it('loses nothing when months are swapped, while the app runs or before', async () => {
      const right = digestOf(months.store.progress);
      files.swap(SEP, OCT);
      expect(await checkMonths()).toMatchObject({ journal: { events: 90 }, missing: [], state: 'right' });
      expect(digestOf(months.store.progress)).toBe(right);
      await months.store.close();
      for (const path of snapshotsIn(months.dataDir)) rmSync(path);
      files.swap(OCT, NOV);
      await months.restart().catch(() => undefined);
      expect(digestOf(months.store.progress)).toBe(right);
      expect(await checkMonths()).toMatchObject({ journal: { events: 90 }, missing: [], state: 'right' });
      await months.answer('after');
      expect(months.store.progress.reviewsTotal).toBe(91);
    });

    it('does not miss numbers that were passed over behind bytes that never were a line', async () => {
      await months.store.close();
      appendFileSync(files.path(NOV), 'noise\n');
      await months.restart().catch(() => undefined);
      expect(await months.answer('after')).toMatch(/:92$/);
      expect(await checkMonths()).toMatchObject({ journal: { events: 91, damaged: 1 }, missing: [], state: 'right' });
    });

    it('takes in a folder whose months are swapped', async () => {
      await months.store.close();
      files.swap(SEP, NOV);
      await device.merge(months.dataDir);
      expect(device.store.progress.reviewsTotal).toBe(102);
      await months.restart().catch(() => undefined);
    });
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
