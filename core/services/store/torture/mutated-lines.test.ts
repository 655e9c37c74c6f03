import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import type { EventBody, JournalEvent } from '../../../domain/history/events.ts';
import { readEvent } from '../../../domain/history/read-event.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import { encodeLine, sealLine } from '../journal/journal-line.ts';
import { copyOf } from '../fold/copy-of-progress.fixture.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from './answering.ts';
import { EVERY_EVENT } from './events.fixture.ts';
import { mutationsOf, type Mutation } from './mutations.fixture.ts';

const AT = Date.parse('2026-11-24T10:00+07:00');
const clock = { now: () => AT + 3_600_000, utcOffsetMin: () => 420 };
const OWN = 'owndevice';
/** Nothing here is about power cuts. */
const files: Files = {
  ...nodeFiles,
  datasync: () => undefined,
  sync: () => Promise.resolve(),
  syncFolder: () => undefined,
  syncFolderAsync: () => Promise.resolve(),
};
const GOOD = ['good/1', 'good/2', 'good/3', 'good/4', 'good/5'];

const stamp = (device: string, seq: number) =>
  ({ v: 1, device, seq, at: AT + seq * 1000, order: AT + seq * 1000, utcOffsetMin: 420 }) as const;
const goodLine = (card: string, seq: number) =>
  encodeLine({
    ...stamp(OWN, seq),
    ...EVERY_EVENT.review,
    corrects: undefined,
    card,
    prev: null,
  } as unknown as JournalEvent);

/** Every field of every type of event, changed in every way, as a line of a device. Another `v` is refused by name. */
const mutationsFor = (device: (n: number) => string, seq: number): (Mutation & { readonly original: object })[] => {
  let n = 0;
  return Object.values<EventBody>(EVERY_EVENT).flatMap((body) => {
    const batch = body.type === 'place' ? { batch: seq } : {};
    return mutationsOf({ ...stamp('d', seq), ...batch, ...body }).flatMap((mutation) => {
      if (mutation.name === 'v: a number') return [];
      const own = device(n++);
      const text =
        mutation.path === 'device' ? mutation.text : mutation.text.replace('"device":"d"', `"device":"${own}"`);
      return [{ ...mutation, text, original: body }];
    });
  });
};
/** A history has room for 4 096 devices. */
const DEVICES = 3_000;
const folderOf = (n: number) => `mutated${n}`;
const quarantined = (dataDir: string) =>
  readdirSync(join(dataDir, 'quarantine')).map((name) => readFileSync(join(dataDir, 'quarantine', name), 'utf8'));

let root: string;
beforeAll(() => void (root = mkdtempSync(join(tmpdir(), 'jamdai-mutated-'))));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folderWith(name: string, lines: Record<string, readonly Buffer[]>): string {
  const dataDir = join(root, name);
  for (const [device, all] of Object.entries(lines)) {
    mkdirSync(join(dataDir, 'journal', device), { recursive: true });
    writeFileSync(join(dataDir, 'journal', device, '2026-11.ndjson'), Buffer.concat(all));
  }
  writeFileSync(join(dataDir, 'device.json'), JSON.stringify({ id: OWN, name: '' }));
  return dataDir;
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

describe('one sealed line of wrong shape', () => {
  it('starts with every mutation of every field of every event, keeps the rest and tells', async () => {
    const all = mutationsFor(folderOf, 1);
    for (let from = 0; from < all.length; from += DEVICES) await startsWith(all.slice(from, from + DEVICES), from);
  });

  async function startsWith(mutations: ReturnType<typeof mutationsFor>, from: number) {
    const nameOf = (n: number) => folderOf(from + n);
    const lines = Object.fromEntries(mutations.map(({ text }, n) => [nameOf(n), [sealLine(text)]]));
    const dataDir = folderWith(`all${from}`, { ...lines, [OWN]: GOOD.map((card, i) => goodLine(card, i + 1)) });
    const store = await openStore({ dataDir, clock, files });
    // The parameters it names are not those that hold: what is known is computed with these, the rest is as it was promised.
    const { stabilityDays: _s, difficulty: _d, ...promised } = EVERY_EVENT.review.memory;
    for (const card of GOOD) expect(store.progress.cards.get(parseCardId(card))?.memory).toMatchObject(promised);
    const taken = new Set([...store.backwards()].map(({ device }) => device));
    expect(store.notices).toContainEqual({ code: 'lines-quarantined', count: mutations.length + 1 - taken.size });
    const aside = new Set(quarantined(dataDir));
    for (const [n, { name, path, text, original }] of mutations.entries()) {
      if (!taken.has(nameOf(n)))
        expect(
          aside.has(sealLine(text).toString('utf8').trimEnd()) || aside.has(sealLine(text).toString('utf8')),
          name,
        ).toBe(true);
      else if (!/^(set\.)?response\b/.test(path)) {
        const [was, is] = [at({ ...stamp('d', 1), ...original }, path), at(JSON.parse(text), path)];
        // What is taken is of the same kind as what was there, or missing or null where that means something.
        expect(was === null || is === undefined || is === null || typeof is === typeof was, name).toBe(true);
        if (was !== null)
          expect(Array.isArray(is) === (Array.isArray(was) && is !== undefined && is !== null), name).toBe(true);
      }
    }
    for (let i = 0; i < 3; i++) await store.append(answerTo(store, clock, parseCardId('good/1'), 3));
    const known = copyOf(store.progress).cards;
    await store.close();
    for (const withSnapshot of [true, false]) {
      if (!withSnapshot)
        for (const name of readdirSync(dataDir)) if (name.startsWith('progress')) rmSync(join(dataDir, name));
      const again = await openStore({ dataDir, clock, files });
      expect(copyOf(again.progress).cards).toEqual(known);
      await again.close();
    }
  }

  it('keeps the lines around it in its own journal, and gives no number twice', async () => {
    const step = process.env['JAMDAI_LONG'] === undefined ? 17 : 1;
    const mutations = mutationsFor(() => OWN, 4).filter((_, i) => i % step === 0);
    expect(mutations.length).toBeGreaterThan(80);
    for (const { name, text } of mutations) {
      const [a, b, c, d, e] = GOOD.map((card, i) => goodLine(card, i < 3 ? i + 1 : i + 2));
      const dataDir = folderWith('one', { [OWN]: [a!, b!, c!, sealLine(text), d!, e!] });
      const store = await openStore({ dataDir, clock, files });
      for (const card of GOOD) expect(store.progress.cards.get(parseCardId(card))?.memory, name).not.toBeUndefined();
      const isTaken = [...store.backwards()].length === 6;
      if (!isTaken) expect(store.notices, name).toContainEqual({ code: 'lines-quarantined', count: 1 });
      expect(await store.append(answerTo(store, clock, parseCardId('good/1'), 3)), name).toBe(`${OWN}:7`);
      await store.close();
      for (const file of readdirSync(dataDir)) if (file.startsWith('progress')) rmSync(join(dataDir, file));
      const again = await openStore({ dataDir, clock, files });
      expect(again.progress.cards.get(parseCardId('good/1'))?.revision, name).toBe(2);
      expect([...again.backwards()].length, name).toBe(isTaken ? 7 : 6);
      await again.close();
      rmSync(dataDir, { recursive: true });
    }
  });

  it('takes what the app writes, and no number out of its range', () => {
    const event = (type: keyof typeof EVERY_EVENT, change: object) =>
      readEvent({ ...stamp(OWN, 4), ...EVERY_EVENT[type], ...change });
    for (const type of Object.keys(EVERY_EVENT) as (keyof typeof EVERY_EVENT)[])
      expect(event(type, {})).toEqual({ ...stamp(OWN, 4), ...EVERY_EVENT[type] });
    const { memory } = EVERY_EVENT.review;
    for (const change of [
      ...[{ grade: 9 }, { grade: 0 }, { grade: 2.5 }, { memory: {} }, { retention: 5 }, { retention: 0.69 }],
      ...[{ rolloverHour: 24 }, { elapsedMs: -1 }, { elapsedMs: 86_400_001 }, { utcOffsetMin: 1_441 }, { card: '' }],
      ...[{ seq: 0 }, { seq: 2 ** 53 - 1 }, { order: 1e308 }, { order: -1 }, { at: 9e15 }, { prev: 'a:b' }, { v: 0 }],
      ...[
        { batch: 5 },
        { more: true },
        { mode: 'crammed' },
        { verdict: 'maybe' },
        { corrects: 'x' },
        { device: '../up' },
      ],
      ...[{ memory: { ...memory, stabilityDays: 0 } }, { memory: { ...memory, difficulty: 10.1 } }],
      ...[{ memory: { ...memory, due: 1e300 } }, { memory: { ...memory, reps: 0.5 } }],
    ])
      expect(event('review', change), JSON.stringify(change)).toBeNull();
    expect(event('undo', { of: null })).toBeNull();
    expect(event('setting', { set: { language: 'x' } })).toBeNull();
    expect(event('setting', { set: { retention: 5 } })).toBeNull();
    expect(event('card', { change: undefined })).toBeNull();
    expect(event('place', { type: 'dance' })).toBeNull();
  });
});
