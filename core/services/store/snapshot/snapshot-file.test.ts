import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { Grade } from '../../../domain/grade.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import { copyOf } from '../fold/copy-of-progress.fixture.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from '../torture/answering.ts';
import { CARDS_FILE, decodeDocument } from './snapshot-document.ts';
import { resealed } from './resealed.fixture.ts';
import { GENERATIONS } from './snapshot-file.ts';

let now = Date.parse('2026-11-20T10:00Z');
const clock = { now: () => now, utcOffsetMin: () => 420 };
let root: string;
let whole: string;
let dataDir: string;
let expected: Progress;
const at = (name: string) => join(dataDir, name);
const cardsOf = (generation: number): string => decodeDocument(readFileSync(at(GENERATIONS[generation]!))).cards.file;
const cardsFiles = () => readdirSync(dataDir).filter((name) => CARDS_FILE.test(name));

/** A day's answers, an undo, a lesson and a setting, in three generations. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-snapshot-'));
  dataDir = whole = join(root, 'whole');
  for (let run = 0; run < 4; run++) {
    const store = await openStore({ dataDir: whole, clock });
    for (let i = 0; i < 5; i++) {
      now += 3_600_000;
      await store.append(answerTo(store, clock, parseCardId(`card/${(run + i) % 7}`), ((i % 4) + 1) as Grade));
    }
    await store.append({
      type: 'section-read',
      course: 'c',
      lesson: 'l',
      sections: [`s${run}`],
      introduces: [parseCardId(`new/${run}`)],
    });
    await store.append({ type: 'setting', set: { newPerDay: 5 + run } });
    await store.append(answerTo(store, clock, parseCardId('undone'), 3));
    await store.undo();
    expected = copyOf(store.progress);
    await store.close();
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  dataDir = join(root, 'copy');
  rmSync(dataDir, { recursive: true, force: true });
  cpSync(whole, dataDir, { recursive: true });
});

/** Starts, and compares with what was known; returns how many generations were set aside. */
async function started(): Promise<number> {
  const store = await openStore({ dataDir, clock });
  expect(copyOf(store.progress)).toEqual(expected);
  const told = store.notices.find(({ code }) => code === 'snapshot-rebuilt')?.count ?? 0;
  await store.close();
  return told;
}

const reseal = (name: string, change: (document: Record<string, unknown>) => void) => resealed(at(name), change);

describe('the snapshot on the disk', () => {
  it('is small and readable, and each generation names its own cards', () => {
    const names = GENERATIONS.map((_, i) => cardsOf(i));
    expect(new Set(names).size).toBe(3);
    expect(cardsFiles().sort()).toEqual([...names].sort());
    const document = JSON.parse(readFileSync(at('progress.json'), 'utf8')) as Record<string, unknown>;
    expect(document).toMatchObject({
      format: 'jamdai-progress',
      version: 7,
      settings: { newPerDay: 8 },
      totals: { reviews: 20 },
    });
    expect(document['days']).toContainEqual(expect.objectContaining({ reviews: expect.any(Number) as number }));
    const bytes = readFileSync(at(cardsOf(0)));
    expect(document['cards']).toEqual({
      ...{ file: cardsOf(0), bytes: bytes.length, count: 11 + 1 },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(readFileSync(at('progress.json'), 'utf8').split('\n').length).toBeGreaterThan(10);
  });

  it('is read back as it was written', async () => expect(await started()).toBe(0));

  it.each<[string, () => void, number]>([
    ['progress.json is lost', () => rmSync(at('progress.json')), 0],
    ["the cards' file is lost", () => rmSync(at(cardsOf(0))), 1],
    ["every cards' file is lost", () => cardsFiles().forEach((name) => rmSync(at(name))), 3],
    ['all documents are lost', () => GENERATIONS.forEach((name) => rmSync(at(name))), 0],
    [
      'progress.json is cut',
      () => writeFileSync(at('progress.json'), readFileSync(at('progress.json')).subarray(0, 300)),
      1,
    ],
    ['progress.json is empty', () => writeFileSync(at('progress.json'), ''), 1],
    ['a number in progress.json was changed', () => swapText('"reviews": 20', '"reviews": 21'), 1],
    ["a bit of the cards' file turned", () => flip(cardsOf(0), 500), 1],
    ["the cards' file is cut", () => writeFileSync(at(cardsOf(0)), readFileSync(at(cardsOf(0))).subarray(0, 400)), 1],
    ["the cards' file is another generation's", () => copyFileSync(at(cardsOf(1)), at(cardsOf(0))), 1],
    ["two generations' cards are swapped", () => swap(cardsOf(0), cardsOf(1)), 2],
    ['two documents are swapped', () => swap('progress.json', 'progress.2.json'), 0],
    ['another generation is named', () => swapText(cardsOf(0), cardsOf(1)), 1],
    [
      'another generation is named, and sealed',
      () => reseal('progress.json', ({ cards }) => void ((cards as { file: string }).file = cardsOf(1))),
      1,
    ],
    [
      'a cards hash is wrong, and sealed',
      () => reseal('progress.json', ({ cards }) => void ((cards as { sha256: string }).sha256 = '0'.repeat(64))),
      1,
    ],
    [
      'the count of cards is wrong, and sealed',
      () => reseal('progress.json', ({ cards }) => void ((cards as { count: number }).count = 3)),
      1,
    ],
    ['it is of version 3', () => reseal('progress.json', (document) => void (document['version'] = 3)), 1],
    ['it is of the version before', () => reseal('progress.json', (document) => void (document['version'] = 6)), 1],
  ])('bug: %s: the state is made again, never wrong', async (_what, harm, damaged) => {
    harm();
    expect(await started()).toBe(damaged);
    expect(await started()).toBe(0);
  });

  it('keeps a damaged pair in the quarantine', async () => {
    flip(cardsOf(0), 500);
    const hurt = readFileSync(at(cardsOf(0)));
    await started();
    const aside = readdirSync(at('quarantine')).map((name) => readFileSync(join(dataDir, 'quarantine', name)));
    expect(aside.some((bytes) => bytes.equals(hurt))).toBe(true);
  });

  it('of a newer app is refused by name', async () => {
    reseal('progress.json', (document) => void (document['version'] = 1_000));
    await expect(openStore({ dataDir, clock })).rejects.toMatchObject({ code: 'data-too-new' });
  });

  it("random bytes as the cards' file, hashes fitting, never stop the start", async () => {
    for (let seed = 0; seed < 40; seed++) {
      const bytes = Buffer.from(Array.from({ length: seed * 37 }, (_, i) => (i * 7919 + seed * 104729) % 251));
      if (seed % 2 === 0) Buffer.from('JMDCARDS\x01\0\0\0\x08\0\0\0').copy(bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = `cards-${sha256.slice(0, 16)}.bin`;
      writeFileSync(at(file), bytes);
      reseal(
        'progress.json',
        (document) => void (document['cards'] = { file, bytes: bytes.length, sha256, count: 12 }),
      );
      await started();
    }
  });

  it('a crash between its two files leaves the pair before', async () => {
    let stopped = false;
    const files: Files = {
      ...nodeFiles,
      renameAsync: (from, to) => {
        stopped ||= to.endsWith('progress.2.json');
        return stopped
          ? Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }))
          : nodeFiles.renameAsync(from, to);
      },
    };
    const before = cardsFiles();
    const store = await openStore({ dataDir, clock, files });
    await store.append(answerTo(store, clock, parseCardId('card/1'), 3));
    const known = copyOf(store.progress);
    await store.close();
    expect(cardsFiles().length).toBe(before.length + 1);
    expect(cardsFiles()).toEqual(expect.arrayContaining(before));
    const again = await openStore({ dataDir, clock });
    expect(copyOf(again.progress)).toEqual(known);
    expect(again.notices).toEqual([]);
    await again.close();
    expect(cardsFiles().sort()).toEqual(GENERATIONS.map((_, i) => cardsOf(i)).sort());
  });

  it("takes away only cards' files of its own pattern that no generation names", async () => {
    const mine = ['cards-mine.bin', 'cards-0123456789abcdef.bin.txt', 'my-cards-0123456789abcdef.bin'];
    for (const name of [...mine, 'cards-0123456789abcdef.bin']) writeFileSync(at(name), 'x');
    const store = await openStore({ dataDir, clock });
    await store.append(answerTo(store, clock, parseCardId('card/1'), 3));
    await store.close();
    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(mine));
    expect(readdirSync(dataDir)).not.toContain('cards-0123456789abcdef.bin');
  });

  /** Every field with one of the values, each at a time; with all of them in a long run. */
  const changes = (document: object) =>
    pathsIn(document)
      .filter((path) => path.join() !== 'version')
      .flatMap((path, i) =>
        (process.env['JAMDAI_LONG'] ? values : [values[i % values.length]]).map((value) => [path, value] as const),
      );
  const values = [undefined, null, 'x', -1, 2 ** 60, 1e308, 0.5, '', [], {}, true];
  it('any field of progress.json changed: the start goes on, with the state as it was', async () => {
    const document = JSON.parse(readFileSync(at('progress.json'), 'utf8')) as object;
    for (const [path, value] of changes(document)) {
      const text = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
      change(text, path, value);
      writeFileSync(at('progress.json'), JSON.stringify(text, null, 2));
      await started();
      cpSync(whole, dataDir, { recursive: true });
    }
  });

  it('any field changed and sealed again: the start goes on', async () => {
    const document = JSON.parse(readFileSync(at('progress.json'), 'utf8')) as object;
    for (const [path, value] of changes(document)) {
      if (path[0] === 'sha256') continue;
      reseal('progress.json', (text) => change(text, path, value));
      const store = await openStore({ dataDir, clock });
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
      cpSync(whole, dataDir, { recursive: true });
    }
  });
});

function swapText(old: string, fresh: string): void {
  writeFileSync(at('progress.json'), readFileSync(at('progress.json'), 'utf8').replaceAll(old, fresh));
}
function flip(name: string, place: number): void {
  const bytes = readFileSync(at(name));
  bytes[place] = bytes[place]! ^ 1;
  writeFileSync(at(name), bytes);
}
function swap(a: string, b: string): void {
  renameSync(at(a), at('aside'));
  renameSync(at(b), at(a));
  renameSync(at('aside'), at(b));
}

/** Paths of all values in a document; of a list its first item only. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? Object.keys(value).slice(0, 1) : Object.keys(value);
  return [
    ...(path.length > 0 ? [path] : []),
    ...keys.flatMap((key) => pathsIn((value as Record<string, unknown>)[key], [...path, key])),
  ];
}
function change(document: object, path: readonly string[], value: unknown): void {
  let owner = document as Record<string, unknown>;
  for (const key of path.slice(0, -1)) owner = owner[key] as Record<string, unknown>;
  if (value === undefined) delete owner[path.at(-1)!];
  else owner[path.at(-1)!] = value;
}
