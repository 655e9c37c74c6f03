import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../anki/shared-decks.fixture.ts';
import { BASIC, DAY_ZERO, fieldsNote, OCCLUSION, outgoing, T0 } from '../outgoing.fixture.ts';
import type { Outgoing, OutgoingCard, WriteOptions } from '../outgoing.ts';
import { NOW, options, testFolder, written as packageOf } from './package.fixture.ts';
import { writePackage } from './package.ts';

const folder = testFolder();
const pathOf = () => join(folder.path(), 'out.apkg');
async function opened(what: Outgoing, over: Partial<WriteOptions> = {}) {
  const { counts, ...rest } = await packageOf(what, pathOf(), over);
  return { path: pathOf(), written: counts, ...rest };
}

const cell = (rows: (sql: string) => unknown[][], name: string) =>
  JSON.parse(String(rows(`select ${name} from col`)[0]![0])) as Record<string, Record<string, unknown>>;

const card = (ordinal: number, over: Partial<OutgoingCard> = {}): OutgoingCard => ({
  ordinal,
  deckId: 'words',
  ...over,
});
const state = { intervalDays: 0, reps: 3, lapses: 1 };
const memory = { stabilityDays: 12.345678, difficulty: 5.67891, decay: 0.15423 };

describe('a written package', () => {
  it('has the entries of the second kind, in the order of Anki', async () => {
    const { zip, bytesOf, written } = await opened(outgoing({ media: { 'ก.png': 'PNG', 'b.mp3': 'MP3!' } }));
    expect([...zip.entries.keys()]).toEqual(['meta', 'collection.anki21', 'collection.anki2', '0', '1', 'media']);
    expect([...(await bytesOf('meta'))]).toEqual([8, 2]);
    expect(JSON.parse(Buffer.from(await bytesOf('media')).toString())).toEqual({ 0: 'ก.png', 1: 'b.mp3' });
    expect(Buffer.from(await bytesOf('1')).toString()).toBe('MP3!');
    expect(written).toMatchObject({ notes: 0, cards: 0, reviews: 0, media: 2 });
    expect(written.bytes).toBe(sourceOf(pathOf()).bytes);
  });

  it('tells Anki 2.0 what to do, in a collection of its own', async () => {
    const { rowsOf } = await opened(outgoing({}));
    const rows = await rowsOf('collection.anki2');
    expect(rows('select sfld from notes')).toEqual([[expect.stringContaining('needs Anki 2.1')]]);
    expect(rows('select type, queue, due from cards')).toEqual([[0, 0, 1]]);
  });

  it('is a whole collection of schema 11 with one row of settings', async () => {
    const { rows } = await opened(outgoing({ notes: [[fieldsNote('a', ['x', 'y']), card(0), card(1)]] }));
    expect(rows('pragma integrity_check')).toEqual([['ok']]);
    expect(rows("select name from sqlite_master where type = 'table' order by name").flat()).toEqual([
      'cards',
      'col',
      'graves',
      'notes',
      'revlog',
    ]);
    expect(rows("select name from sqlite_master where type = 'index' order by name").flat()).toEqual([
      'ix_cards_nid',
      'ix_cards_sched',
      'ix_cards_usn',
      'ix_notes_csum',
      'ix_notes_usn',
      'ix_revlog_cid',
      'ix_revlog_usn',
    ]);
    // 4 o'clock in Bangkok on day 20 000.
    const created = (DAY_ZERO * 24 + 4 - 7) * 3600;
    expect(rows('select id, crt, mod, scm, ver, dty, usn, ls, tags from col')).toEqual([
      [1, created, T0 + 5_000, NOW, 11, 0, -1, 0, '{}'],
    ]);
    expect(cell(rows, 'conf')).not.toHaveProperty('fsrs');
    expect(cell(rows, 'conf')).toMatchObject({
      schedVer: 2,
      sched2021: true,
      creationOffset: -420,
      localOffset: -420,
      rollover: 4,
      nextPos: 2,
    });
  });

  it('note types are as schema 11 has them', async () => {
    const { rows } = await opened(outgoing({}));
    const models = cell(rows, 'models');
    const basic = models['1500000000001']!;
    expect(basic).toMatchObject({
      id: 1_500_000_000_001,
      name: 'Basic',
      type: 0,
      usn: -1,
      sortf: 0,
      did: null,
      css: '.card {}',
      latexPre: '\\a',
      latexPost: '\\z',
      req: [
        [0, 'any', [0]],
        [1, 'all', [0, 1]],
      ],
    });
    expect(basic['tmpls']).toMatchObject([
      { name: 'Forth', ord: 0, qfmt: BASIC.templates[0]!.front, afmt: BASIC.templates[0]!.back, did: null },
      { name: 'Back', ord: 1 },
    ]);
    expect(basic['flds']).toMatchObject([
      { name: 'Front', ord: 0, rtl: false, font: 'Loma', size: 24, sticky: false },
      { name: 'Back', ord: 1, rtl: true, font: 'Arial', size: 20 },
    ]);
    const occlusion = Object.values(models).find(({ name }) => name === OCCLUSION.name)!;
    expect(occlusion).toMatchObject({ type: 1, originalStockKind: 6, sortf: 2, req: [[0, 'any', [0]]] });
    expect((occlusion['flds'] as { tag: number }[]).map(({ tag }) => tag)).toEqual([0, 1, 2, 3, 4]);
    expect(occlusion['id']).toBeLessThan(Date.UTC(2018));
  });

  it('decks are nested in decks that are there, and name their options', async () => {
    const { rows } = await opened(outgoing({}));
    const decks = Object.values(cell(rows, 'decks'));
    const presets = cell(rows, 'dconf');
    const mine = Object.values(presets).find(({ name }) => name === 'Mine')!;
    expect(decks.map(({ name, conf, desc, dyn }) => [name, conf, desc, dyn])).toEqual([
      ['Default', 1, '', 0],
      ['ไทย', 1, '', 0],
      ['ไทย::คำ', mine['id'], 'd', 0],
    ]);
    expect(Object.keys(presets)).toContain('1');
    expect(mine).toMatchObject({
      new: { delays: [1, 15], perDay: 7, ints: [1, 4, 0], initialFactor: 2500 },
      rev: { maxIvl: 365, perDay: 90, ease4: 1.3, hardFactor: 1.2 },
      lapse: { delays: [20], leechFails: 5, leechAction: 1 },
      desiredRetention: 0.85,
      fsrsWeights: [],
      fsrsParams5: [],
      fsrsParams6: Array.from({ length: 21 }, (_, i) => i / 10),
    });
  });

  it('cards stand as they did: new, in steps, in review, set aside', async () => {
    const due = T0 + 600_999;
    const cards: OutgoingCard[] = [
      card(0, { flag: 3 }),
      card(1, { sourceId: '1600000000000', state: { ...state, phase: 'learning', dueAt: due, stepsLeft: 2 } }),
      card(2, { state: { ...state, phase: 'learning', dueDay: DAY_ZERO + 9 } }),
      card(3, { state: { ...state, ...memory, phase: 'review', dueDay: DAY_ZERO + 40, intervalDays: 12, ease: 1.85 } }),
      card(4, { state: { ...state, phase: 'relearning', dueAt: due, intervalDays: 2 } }),
      card(5, { suspended: true, state: { ...state, phase: 'review', dueDay: DAY_ZERO - 1, intervalDays: 0.2 } }),
      card(6, { buried: true }),
    ];
    const { rows } = await opened(
      outgoing({ notes: [[fieldsNote('n', ['x', 'y'])], [fieldsNote('m', ['x', 'y']), ...cards]] }),
    );
    const columns = 'type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data';
    const fsrs = { s: 12.3457, d: 5.679, dr: 0.85, decay: 0.154 };
    expect(rows(`select ord, ${columns} from cards order by ord`)).toEqual([
      [0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3, '{}'],
      [1, 1, 1, Math.floor(due / 1000), 0, 0, 3, 1, 2, 0, 0, 0, '{"pos":2}'],
      [2, 1, 3, 9, 0, 0, 3, 1, 1, 0, 0, 0, '{"pos":2}'],
      [3, 2, 2, 40, 12, 1850, 3, 1, 0, 0, 0, 0, JSON.stringify({ pos: 2, ...fsrs })],
      [4, 3, 1, Math.floor(due / 1000), 2, 2500, 3, 1, 1, 0, 0, 0, '{"pos":2}'],
      [5, 2, -1, -1, 1, 2500, 3, 1, 0, 0, 0, 0, '{"pos":2}'],
      [6, 0, -3, 2, 0, 0, 0, 0, 0, 0, 0, 0, '{}'],
    ]);
    expect(cell(rows, 'conf')['fsrs']).toBe(true);
    expect(rows('select id, nid, usn, mod from cards where ord in (0, 1) order by ord')).toEqual([
      [T0 + 1, T0 + 1, -1, Math.floor((T0 + 5_000) / 1000)],
      [1_600_000_000_000, T0 + 1, -1, Math.floor((T0 + 5_000) / 1000)],
    ]);
    const words = Object.values(cell(rows, 'decks')).find(({ name }) => name === 'ไทย::คำ')!;
    expect(rows('select distinct did from cards')).toEqual([[words['id']]]);
  });

  it('notes keep the id by which they are known, with the space of those that are not of Anki', async () => {
    const of = outgoing({});
    const { rows } = await opened({
      ...of,
      async *notes() {
        yield { note: fieldsNote('g<"|1', ['x', 'y']), cards: [card(0)] };
        yield { note: fieldsNote('nato/q1', ['x', 'y']), space: 'own' as const, cards: [card(0)] };
      },
    });
    expect(rows('select id, guid from notes order by id')).toEqual([
      [T0, 'g<"|1'],
      [T0 + 1, 'own/nato/q1'],
    ]);
  });

  it('reviews keep their instant, button, interval and difficulty, each under a number of its own', async () => {
    const review = { card: 'own/a#0', grade: 3, elapsedMs: 4_321.6, isScheduling: true } as const;
    const step = { phase: 'review', intervalDays: 12.4, lastIntervalDays: 0.5, difficulty: 5.5 } as const;
    const at = T0 - 1_000_000;
    const { rows, written } = await opened(
      outgoing({
        notes: [
          [
            fieldsNote('a', ['x', 'y']),
            card(0, { sourceId: 'own/a#0', state: { ...state, phase: 'review', dueDay: 1 } }),
          ],
        ],
        reviews: [
          { ...review, source: 'a', at },
          {
            ...review,
            source: 'b',
            at,
            step: { ...step, phase: 'learning', intervalDays: 10 / 1440, lastIntervalDays: 0 },
          },
          { ...review, source: 'c', at: at + 5_000, grade: 1, step },
          { ...review, source: 'd', at: at + 6_000, isScheduling: false, step },
          { ...review, source: 'e', at: at + 7_000, isAfterReset: true, step: { ...step, phase: 'relearning' } },
          { ...review, source: 'f', at: at + 8_000, card: 'elsewhere' },
        ],
      }),
    );
    const [[id] = []] = rows('select id from cards');
    expect(rows('select id, cid, usn, ease, ivl, lastIvl, factor, time, type from revlog order by id')).toEqual([
      [at - 1, id, -1, 3, -600, 0, 600, 4_322, 0],
      [at, id, -1, 3, 0, 0, 0, 4_322, 0],
      [at + 5_000, id, -1, 1, 12, -43_200, 600, 4_322, 1],
      [at + 6_000, id, -1, 3, 12, -43_200, 0, 4_322, 3],
      [at + 6_999, id, -1, 0, 0, 0, 0, 0, 4],
      [at + 7_000, id, -1, 3, 12, -43_200, 600, 4_322, 2],
    ]);
    expect(written.reviews).toBe(5);
    expect(rows("select json_extract(data, '$.lrt') from cards")).toEqual([[Math.floor((at + 7_000) / 1000)]]);
  });

  it('without progress, cards are as if nobody had seen them', async () => {
    const studied = card(0, {
      sourceId: 'c',
      flag: 2,
      suspended: true,
      state: { ...state, ...memory, phase: 'review', dueDay: DAY_ZERO, intervalDays: 3 },
    });
    const review = { source: 'a', card: 'c', at: T0, grade: 3, elapsedMs: 1, isScheduling: true } as const;
    const what = outgoing({
      notes: [[fieldsNote('a', ['x', 'y'], BASIC.id, ['marked', 'verb']), studied]],
      reviews: [review],
    });
    const { rows, written } = await opened(what, { withProgress: false });
    expect(rows('select type, queue, due, ivl, factor, reps, lapses, left, flags, data from cards')).toEqual([
      [0, 0, 1, 0, 0, 0, 0, 0, 0, '{}'],
    ]);
    expect(rows('select tags from notes')).toEqual([[' verb ']]);
    expect([rows('select * from revlog'), written.reviews]).toEqual([[], 0]);
    expect(Object.keys(cell(rows, 'dconf'))).toEqual(['1']);
  });

  it('cancelled, it leaves neither the file nor a part of it', async () => {
    const end = new AbortController();
    const what = outgoing({ notes: [[fieldsNote('a', ['x', 'y']), card(0)]], media: { 'a.png': 'x', 'b.png': 'y' } });
    const media = what.media.bind(what);
    const ending: Outgoing = {
      ...what,
      async *media() {
        for await (const medium of media()) {
          yield medium;
          end.abort();
        }
      },
    };
    const path = pathOf();
    await expect(writePackage(ending, path, { ...options, signal: end.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect([existsSync(path), readdirSync(folder.path())]).toEqual([false, []]);
  });

  it('a medium that can not be read ends it with what is wrong, and what was there stays', async () => {
    const what = outgoing({});
    const broken: Outgoing = {
      ...what,
      async *media() {
        yield {
          name: 'a.png',
          bytes: 5,
          async *open() {
            yield Buffer.from('ab');
            throw new Error('torn');
          },
        };
      },
    };
    const { path } = await opened(what);
    const before = sourceOf(path).sha256;
    await expect(writePackage(broken, path, options)).rejects.toThrow('torn');
    expect([sourceOf(path).sha256, readdirSync(folder.path())]).toEqual([before, ['out.apkg']]);
  });
});
