import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { fixedClock } from '../clock.ts';
import { openStore } from './open-store.ts';
import { answerTo } from './torture/answering.ts';
import { namesIn } from './torture/names-in.ts';
import { quickFiles, snapshotsIn } from './torture/three-months.fixture.ts';

const START = Date.parse('2026-11-20T10:00+07:00');
let root: string;
/** 10 answers; `ours` and `theirs` are copies of it that went on by 3 and 4 answers of their own. */
let common: string;
let ours: string;
let theirs: string;
let device: string;

async function goOn(dataDir: string, cards: readonly string[], from: number): Promise<string> {
  const clock = fixedClock(from, 420);
  const store = await openStore({ dataDir, clock, files: quickFiles });
  for (const card of cards) {
    clock.advance(61_000);
    await store.append(answerTo(store, clock, parseCardId(card), 3));
  }
  await store.close();
  return store.device;
}
const many = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-copies-'));
  common = join(root, 'common');
  device = await goOn(common, many('c', 10), START);
  [ours, theirs] = [join(root, 'ours'), join(root, 'theirs')];
  cpSync(common, ours, { recursive: true });
  cpSync(common, theirs, { recursive: true });
  await goOn(ours, many('a', 3), START + 3_600_000);
  await goOn(theirs, many('b', 4), START + 3_700_000);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const FILE = '2026-11.ndjson';
const journal = (dataDir: string, name = FILE) => join(dataDir, 'journal', device, name);
const copyOf = (from: string) => {
  const dataDir = mkdtempSync(join(root, 'data-'));
  cpSync(from, dataDir, { recursive: true });
  return dataDir;
};
async function opened(dataDir: string) {
  const store = await openStore({ dataDir, clock: fixedClock(START + 86_400_000, 420), files: quickFiles });
  const { notices } = store;
  const { reviewsTotal } = store.progress;
  await store.close();
  return { codes: notices.map(({ code, count }) => [code, count]), reviewsTotal };
}

/** As synchronisers name the second of two files that were changed on two computers. */
const NAMES = [
  '2026-11 (conflicted copy 2026-11-21 101500).ndjson',
  '2026-11 (Somchai’s conflicted copy 2026-11-21).ndjson',
  '2026-11 (MacBook-Air.local’s conflicted copy 2026-11-21).ndjson',
  '2026-11.sync-conflict-20261101-120000-ABCDEFG.ndjson',
  '2026-11~conflict-20261121-101500.ndjson',
  '2026-11 2.ndjson',
  '2026-11 (1).ndjson',
  '2026-11(1).ndjson',
  '2026-11 (Case Conflict).ndjson',
  '2026-11-LAPTOP.ndjson',
  '2026-11_conflict-20261121-101500.ndjson',
  '2026-11 (In Konflikt stehende Kopie von Somchai 2026-11-21).ndjson',
  '2026-11 (สำเนาที่ขัดแย้งกัน 2026-11-21).ndjson',
  '2026-11 - Copy.ndjson',
  'Copy of 2026-11.ndjson',
  '2026-11.ndjson.orig',
  '2026-11.ndjson~',
  '.2026-11.ndjson.swp',
  '2026-11 (conflict 10:15).ndjson',
];

describe('a conflict copy of a journal file', () => {
  it.each(NAMES)('%s: its answers are taken in, and it is told and kept', async (name) => {
    // What came is longer than ours, and holds all of it.
    const dataDir = copyOf(common);
    cpSync(journal(theirs), journal(dataDir, name));
    expect(await opened(dataDir)).toEqual({ codes: [['copies-taken-in', 1]], reviewsTotal: 14 });
    expect(existsSync(journal(dataDir, name))).toBe(false);
    const [kept] = readdirSync(join(dataDir, 'quarantine')).filter((file) => file.endsWith(name.replaceAll('/', '_')));
    expect(readFileSync(join(dataDir, 'quarantine', kept!))).toEqual(readFileSync(journal(theirs)));
    expect(await opened(dataDir)).toEqual({ codes: [], reviewsTotal: 14 });
    for (const path of snapshotsIn(dataDir)) rmSync(path);
    expect(await opened(dataDir)).toEqual({ codes: [], reviewsTotal: 14 });
  });

  it.each([true, false])(
    'of copies that parted makes two devices, as a merge does (ours stays: %s)',
    async (isOurs) => {
      const [here, there] = isOurs ? [ours, theirs] : [theirs, ours];
      const dataDir = copyOf(here);
      cpSync(journal(there), journal(dataDir, '2026-11 (conflicted copy).ndjson'));
      expect(await opened(dataDir)).toEqual({ codes: [['copies-taken-in', 1]], reviewsTotal: 17 });
      expect(namesIn(dataDir).size).toBe(17);
      const devices = readdirSync(join(dataDir, 'journal')).sort();
      expect(devices.filter((id) => id.startsWith('fork'))).toHaveLength(1);
      // Nobody writes under the id that both had, but the copy that kept it.
      const { id } = JSON.parse(readFileSync(join(dataDir, 'device.json'), 'utf8')) as { id: string };
      const own = readFileSync(join(dataDir, 'journal', id, FILE), 'utf8');
      expect(own).toContain(`"card":"${isOurs ? 'a2' : 'b3'}"`);
      await goOn(dataDir, ['after'], START + 2 * 86_400_000);
      expect(await opened(dataDir)).toEqual({ codes: [], reviewsTotal: 18 });
      for (const path of snapshotsIn(dataDir)) rmSync(path);
      expect(await opened(dataDir)).toEqual({ codes: [], reviewsTotal: 18 });
    },
  );

  it('of a whole device folder is taken in like its files', async () => {
    const dataDir = copyOf(common);
    cpSync(join(theirs, 'journal', device), join(dataDir, 'journal', `${device} (conflicted copy 2026-11-21)`), {
      recursive: true,
    });
    expect(await opened(dataDir)).toEqual({ codes: [['copies-taken-in', 1]], reviewsTotal: 14 });
  });

  it('that is damaged gives what is readable of it', async () => {
    const dataDir = copyOf(common);
    const bytes = readFileSync(journal(theirs));
    bytes[bytes.indexOf('"seq":12,') + 1] = 0x58;
    writeFileSync(journal(dataDir, '2026-11 2.ndjson'), bytes);
    expect((await opened(dataDir)).reviewsTotal).toBe(13);
  });

  it('of device.json or progress.json, and files that hold no line of ours, are left alone', async () => {
    const dataDir = copyOf(common);
    const left = ['device (conflicted copy).json', 'progress.sync-conflict-20261121-101500-ABCDEFG.json'].map((name) =>
      join(dataDir, name),
    );
    left.push(
      journal(dataDir, 'notes.txt'),
      journal(dataDir, 'device (1).json'),
      join(dataDir, 'journal', 'readme.txt'),
    );
    for (const path of left) cpSync(join(dataDir, 'device.json'), path);
    expect(await opened(dataDir)).toEqual({ codes: [], reviewsTotal: 10 });
    for (const path of left) expect(existsSync(path)).toBe(true);
    expect(existsSync(join(dataDir, 'quarantine'))).toBe(false);
  });

  it('stays where it is on a disk that can not be written, and the next start takes it', async () => {
    const dataDir = copyOf(common);
    cpSync(journal(theirs), journal(dataDir, '2026-11 2.ndjson'));
    const refuses = {
      ...quickFiles,
      open: (path: string, flags: 'r' | 'r+' | 'wx') => {
        if (flags !== 'r' && path.includes('incoming')) throw Object.assign(new Error('read only'), { code: 'EROFS' });
        return quickFiles.open(path, flags);
      },
    };
    const store = await openStore({ dataDir, clock: fixedClock(START + 86_400_000, 420), files: refuses });
    expect(store.progress.reviewsTotal).toBe(10);
    await store.close();
    expect(existsSync(journal(dataDir, '2026-11 2.ndjson'))).toBe(true);
    renameSync(journal(dataDir, '2026-11 2.ndjson'), journal(dataDir, '2026-11 (2).ndjson'));
    expect(await opened(dataDir)).toEqual({ codes: [['copies-taken-in', 1]], reviewsTotal: 14 });
  });
});
