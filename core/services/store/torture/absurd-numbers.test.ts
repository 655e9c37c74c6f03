import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId, parseEventRef } from '../../../domain/ids.ts';
import type { EventBody } from '../../../domain/history/events.ts';
import { MAX_DEVICES } from '../../../domain/history/limits.ts';
import { DAY_MS } from '../../../domain/study/study-day.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import { sealLine } from '../journal/journal-line.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from './answering.ts';
import { EVERY_EVENT } from './events.fixture.ts';

const AT = Date.parse('2026-11-24T10:00+07:00');
const YEAR = 365 * DAY_MS;
const OWN = 'owndevice';
let now = AT;
const clock = { now: () => now, utcOffsetMin: () => 420 };
const { corrects: _, ...REVIEW } = EVERY_EVENT.review;

let dataDir: string;
beforeEach(() => {
  now = AT + 3_600_000;
  dataDir = mkdtempSync(join(tmpdir(), 'jamdai-absurd-'));
  writeFileSync(join(dataDir, 'device.json'), JSON.stringify({ id: OWN, name: '' }));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }), 60_000);

interface Line {
  readonly seq: number;
  readonly at?: number;
  readonly order?: number;
  readonly body?: EventBody;
}
const lineOf = (device: string, { seq, at = AT + seq * 1000, order = at, body }: Line) =>
  sealLine(
    JSON.stringify({
      ...{ v: 1, device, seq, at, order, utcOffsetMin: 420 },
      ...(body ?? { ...REVIEW, card: `${device}/${seq}`, prev: null }),
    }),
  );
function journal(device: string, lines: readonly Line[], file = '2026-11.ndjson'): string {
  const folder = join(dataDir, 'journal', device);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), Buffer.concat(lines.map((line) => lineOf(device, line))));
  return join(folder, file);
}
const open = (files: Files = nodeFiles) => openStore({ dataDir, clock, files });
async function cardsRead(): Promise<string[]> {
  for (const name of readdirSync(dataDir)) if (name.startsWith('progress')) rmSync(join(dataDir, name));
  const store = await open();
  const cards = [...store.progress.cards.keys()].sort();
  await store.close();
  return cards;
}

describe('an order', () => {
  it.each([
    ['a day and a moment beyond every clock', AT + 1_000 + DAY_MS + 1, false],
    ['a day beyond', AT + 1_000 + DAY_MS, true],
    ['ten years beyond', AT + 10 * YEAR, false],
    ['at the end of all numbers', 2 ** 53 - 1, false],
  ])('%s: %d is taken: %s', async (_what, order, isTaken) => {
    now = AT + 500;
    journal('otherdevice', [{ seq: 1, order }]);
    journal(OWN, [{ seq: 1, at: AT }]);
    const store = await open();
    expect(store.progress.cards.has(parseCardId('otherdevice/1'))).toBe(isTaken);
    expect(store.notices).toEqual(isTaken ? [] : [{ code: 'lines-quarantined', count: 1 }]);
    for (const card of ['a', 'b', 'c']) await store.append(answerTo(store, clock, parseCardId(card), 3));
    // What was refused is no part of the history, here or after the next start.
    expect([...store.backwards()].length).toBe(isTaken ? 5 : 4);
    await store.close();
    const again = await open();
    expect([...again.backwards()].length).toBe(isTaken ? 5 : 4);
    await again.close();
    expect(await cardsRead()).toEqual(['a', 'b', 'c', ...(isTaken ? ['otherdevice/1'] : []), `${OWN}/1`]);
  });

  it('far beyond the clock is right behind an event that was seen: a clock that had been years ahead, or before 1970', async () => {
    journal('otherdevice', [{ seq: 1, at: AT + 5 * YEAR }]);
    journal(
      OWN,
      [1, 2, 3].map((seq) => ({ seq, order: AT + 5 * YEAR + seq })),
    );
    expect(await cardsRead()).toEqual(['otherdevice/1', `${OWN}/1`, `${OWN}/2`, `${OWN}/3`]);
    rmSync(join(dataDir, 'journal'), { recursive: true });
    journal(
      OWN,
      [1, 2, 3].map((seq) => ({ seq, at: -YEAR, order: seq })),
    );
    expect(await cardsRead()).toEqual([`${OWN}/1`, `${OWN}/2`, `${OWN}/3`]);
  });

  it.each(['damaged', 'gone'])('is taken when the line that explained it is %s', async (what) => {
    journal(
      OWN,
      [2, 3].map((seq) => ({ seq, order: AT + 5 * YEAR + seq })),
    );
    const file = journal('otherdevice', [
      { seq: 1, at: AT + 5 * YEAR },
      { seq: 2, at: AT + 6 * YEAR },
    ]);
    const bytes = readFileSync(file);
    if (what === 'damaged') bytes[40] = bytes[40]! ^ 1;
    writeFileSync(file, what === 'damaged' ? bytes : lineOf('otherdevice', { seq: 2, at: AT + 6 * YEAR }));
    expect(await cardsRead()).toEqual(['otherdevice/2', `${OWN}/2`, `${OWN}/3`]);
  });
});

describe('a number of an event', () => {
  it.each([
    ['far ahead in the middle', { seq: 5_000 }],
    ['beyond any gap', { seq: 2 ** 40 - 1 }],
    ['right, with an order some hours ahead', { seq: 4, order: AT + 10 * 3_600_000 }],
    ['right, with a clock and an order in the year 9999', { seq: 4, at: 253_402_300_799_999 }],
  ])('that is %s takes no other event away', async (_what, line) => {
    journal(OWN, [{ seq: 1 }, { seq: 2 }, { seq: 3 }, line, { seq: 5 }, { seq: 6 }]);
    const cards = await cardsRead();
    for (const seq of [1, 2, 3, 5, 6]) expect(cards).toContain(`${OWN}/${seq}`);
    expect(cards).toHaveLength(5);
  });

  it('of a batch that began with the first event cuts nothing off', async () => {
    const file = journal(OWN, [{ seq: 1 }, { seq: 2 }]);
    const { at: _at, ...rest } = { at: 0, batch: 1, more: true, ...REVIEW, card: 'x', prev: null };
    const line = { v: 1, device: OWN, seq: 3, at: AT + 9_000, order: AT + 9_000, utcOffsetMin: 420, ...rest };
    writeFileSync(file, Buffer.concat([readFileSync(file), sealLine(JSON.stringify(line))]));
    expect(await cardsRead()).toEqual([`${OWN}/1`, `${OWN}/2`]);
    expect(await cardsRead()).toEqual([`${OWN}/1`, `${OWN}/2`]);
  });
});

describe('very many', () => {
  it(`devices, more than ${MAX_DEVICES}: starts, follows as many as it can and tells of the rest`, async () => {
    for (let i = 0; i < MAX_DEVICES + 4; i++) journal(`a${String(i).padStart(6, '0')}`, [{ seq: 1 }]);
    journal(OWN, [{ seq: 1 }, { seq: 2 }]);
    const store = await open();
    expect(store.notices).toEqual([{ code: 'devices-left-out', count: 5 }]);
    expect(store.progress.cards.size).toBe(MAX_DEVICES - 1 + 2);
    expect(store.progress.cards.has(parseCardId(`${OWN}/2`))).toBe(true);
    await store.append(answerTo(store, clock, parseCardId('mine'), 3));
    await store.close();
    const again = await open();
    expect(again.progress.cards.size).toBe(MAX_DEVICES + 2);
    expect(readdirSync(join(dataDir, 'journal'))).toHaveLength(MAX_DEVICES + 5);
    await again.close();
  }, 60_000);

  it('invented devices in one undo take no place of a real one', async () => {
    const of = Array.from({ length: 5_000 }, (_, i) => `invented${i}:1`);
    journal(OWN, [
      { seq: 1 },
      { seq: 2, body: { ...REVIEW, card: parseCardId(`${OWN}/1`), prev: parseEventRef('invented9999:7') } },
    ]);
    journal('otherdevice', [{ seq: 1, body: { type: 'undo', of: [...of, `${OWN}:2`].map(parseEventRef) } }]);
    const store = await open();
    expect(store.notices).toEqual([]);
    expect(store.progress.reviewsTotal).toBe(1);
    expect(store.progress.cards.get(parseCardId(`${OWN}/1`))).toMatchObject({ last: `${OWN}:1`, revision: 3 });
    await store.close();
  });

  it('names in one undo are found by reading the journal about once', async () => {
    const count = 20_000;
    const lines = Array.from({ length: count }, (_, i) => ({
      seq: i + 1,
      at: AT + i,
      body: { ...REVIEW, card: parseCardId(`c${i % 50}`), prev: null },
    }));
    const file = journal(OWN, lines);
    const of = Array.from({ length: count }, (_, i) => `${OWN}:${count - i}`);
    journal('otherdevice', [{ seq: 1, at: AT + count, body: { type: 'undo', of: of.map(parseEventRef) } }]);
    let read = 0;
    const counting: Files = {
      ...nodeFiles,
      read: (fd, bytes, at) => {
        read += bytes.length;
        return nodeFiles.read(fd, bytes, at);
      },
    };
    const store = await open(counting);
    expect(store.progress.reviewsTotal).toBe(0);
    // Once to apply, once to find what is named, once for the events of each card: those of 50 cards at a time.
    expect(read).toBeLessThan(5 * readFileSync(file).length);
    await store.close();
  }, 60_000);
});
