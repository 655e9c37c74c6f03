import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, describe, it } from 'vitest';
import { allOf, sourceOf } from '../anki/shared-decks.fixture.ts';
import { tableFormat } from '../table/format.ts';
import { options, testFolder } from './anki/package.fixture.ts';
import { BANGKOK, BASIC, DAY_ZERO, fieldsNote, outgoing, T0 } from './outgoing.fixture.ts';
import type { Outgoing, OutgoingCard, WriteOptions } from './outgoing.ts';
import { writers, type WriterId } from './writers.ts';

const folder = testFolder();
async function written(format: WriterId, what: Outgoing, over: Partial<WriteOptions> = {}) {
  const path = join(folder.path(), `out.${writers[format].extension}`);
  const write = await writers[format].load();
  const counts = await write(what, path, { ...options, ...over });
  expect(counts.bytes).toBe(sourceOf(path).bytes);
  return { path, counts, text: readFileSync(path, 'utf8') };
}

const state = { phase: 'review', dueDay: DAY_ZERO + 3, intervalDays: 3, reps: 2, lapses: 0 } as const;
const card = (ordinal: number, over: Partial<OutgoingCard> = {}): OutgoingCard => ({
  ordinal,
  deckId: 'words',
  ...over,
});
const WORDS = outgoing({
  notes: [
    [
      fieldsNote('#1', ['<b>แมว</b>, "เหมียว"', 'cat\nline <img src="c.png">'], BASIC.id, ['a::b', 'marked']),
      card(0),
      card(1),
    ],
    [fieldsNote('g;2', ['# หมา', 'dog'], BASIC.id), card(0, { sourceId: 'c', flag: 2, state })],
  ],
  reviews: [{ source: 'x', card: 'c', at: T0, grade: 3, elapsedMs: 10, isScheduling: true }],
  media: { 'c.png': 'PNG' },
});

describe('CSV', () => {
  it('has the headers by which Anki knows its columns, and every cell in quotes', async () => {
    const { text, counts } = await written('csv', WORDS);
    expect(text).toBe(
      [
        '\uFEFF#separator:Comma',
        '#html:true',
        '#columns:guid,note type,deck,tags,Field 1,Field 2,Field 3,Field 4,Field 5',
        '#guid column:1',
        '#notetype column:2',
        '#deck column:3',
        '#tags column:4',
        '"#1","Basic","ไทย::คำ","a::b marked","<b>แมว</b>, ""เหมียว""","cat\nline <img src=""c.png"">"',
        '"g;2","Basic","ไทย::คำ","","# หมา","dog"',
        '',
      ].join('\r\n'),
    );
    expect(counts).toMatchObject({ notes: 2, cards: 3, leftOut: 0, reviews: 0, media: 0 });
  });

  it('is read back with ids, decks, tags and fields', async () => {
    const { path } = await written('csv', { ...WORDS, types: [BASIC] }, { withProgress: false });
    const reading = await tableFormat.open(sourceOf(path), { signal: options.signal });
    const notes = await allOf(reading.notes());
    await reading.close();
    expect(notes.map(({ note, space, cards }) => [space, note.id, note.tags, cards[0]!.deckId, note.content])).toEqual([
      [
        'anki',
        '#1',
        ['a::b'],
        'ไทย::คำ',
        expect.objectContaining({ fields: ['<b>แมว</b>, "เหมียว"', 'cat\nline <img src="c.png">'] }),
      ],
      ['anki', 'g;2', [], 'ไทย::คำ', expect.objectContaining({ fields: ['# หมา', 'dog'] })],
    ]);
  });
});

describe('JSON', () => {
  it('holds all but media', async () => {
    const { text, counts } = await written('json', WORDS);
    const { types, decks, presets } = WORDS;
    expect(JSON.parse(text)).toEqual({
      format: 'jamdai-deck',
      version: 1,
      types,
      decks,
      presets,
      schedule: BANGKOK,
      notes: await allOf(WORDS.notes()),
      reviews: await allOf(WORDS.reviews()),
    });
    expect(counts).toMatchObject({ notes: 2, cards: 3, reviews: 1 });
  });

  it('without progress, nobody has seen the cards', async () => {
    const parsed = JSON.parse((await written('json', WORDS, { withProgress: false })).text) as {
      notes: { cards: unknown[]; note: { tags: string[] } }[];
    };
    expect(parsed).toMatchObject({ schedule: null, presets: [], reviews: [] });
    expect(parsed.notes[1]!.cards).toEqual([{ ordinal: 0, deckId: 'words', sourceId: 'c' }]);
    expect(parsed.notes[0]!.note.tags).toEqual(['a::b']);
  });
});

describe('cards to print', () => {
  const many = outgoing({
    notes: Array.from({ length: 9 }, (_, i) => [fieldsNote(`${i}`, [`หน้า <i>${i}</i>`, `&lt;หลัง ${i}`]), card(0)]),
  });
  it('eight a sheet, backs behind their fronts when the paper is turned', async () => {
    const { text, counts } = await written('printable', many);
    const sheets = [...text.matchAll(/<section>(.*?)<\/section>/gs)].map(([, inner]) =>
      [...inner!.matchAll(/<p>(.*?)<\/p>/gs)].map(([, side]) => side),
    );
    const back = (i: number) => `&lt;หลัง ${i}`;
    expect(sheets).toEqual([
      Array.from({ length: 8 }, (_, i) => `หน้า ${i}`),
      [1, 0, 3, 2, 5, 4, 7, 6].map(back),
      ['หน้า 8', '', '', '', '', '', '', ''],
      ['', back(8), '', '', '', '', '', ''],
    ]);
    expect(text).toContain('dashed');
    expect(counts).toMatchObject({ notes: 9, cards: 9 });
  });

  it('a text of a deck is text on the page, however it is written', async () => {
    const hostile = outgoing({
      notes: [[fieldsNote('x', ['&lt;script&gt;alert(1)&lt;/script&gt;', '<img src=x onerror=alert(1)>']), card(0)]],
    });
    const { text } = await written('printable', { ...hostile, decks: [{ id: 'words', name: '</title><script>' }] });
    expect(text.match(/<(?!\/?(?:!doctype|html|head|meta|title|style|body|section|div|p)\b)/g)).toBeNull();
    expect(text).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  });
});
