import { describe, expect, it } from 'vitest';
import { allOf } from '../anki/shared-decks.fixture.ts';
import { sqliteEngine } from '../anki/sqlite-engine.ts';
import { fieldsOf, fileWith, oddIn, readBy } from '../text-files.fixture.ts';
import { mnemosyneFormat } from './format.ts';

const START = Date.UTC(2020, 0, 1) / 1000;
const DAY = 86_400;
const xml = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<mnemosyne core_version="1" time_of_start="${START}" >\n<category active="1"><name>Thai</name></category>\n${items}</mnemosyne>`;

describe('the XML of Mnemosyne 1', () => {
  it('gives cards with category and schedule', async () => {
    const items = [
      '<item id="abc" gr="4" e="2.500" ac_rp="1" rt_rp="3" lps="1" ac_rp_l="1" rt_rp_l="3" l_rp="10" n_rp="30"><cat>Thai</cat><Q>แมว &amp; หมา</Q><A>cat\nand dog</A></item>',
      '<item id="_1"><cat>&lt;default&gt;</cat><Q>&lt;b&gt;x&lt;/b&gt;</Q><A><![CDATA[y <$>z</$>]]></A></item>',
      '<item id="def" gr="1" e="2.5" ac_rp="2" rt_rp="0" lps="0" l_rp="12" n_rp="12"><cat>Thai</cat><Q>a</Q><A>b</A></item>',
    ];
    const read = await readBy(mnemosyneFormat, fileWith(xml(items.join('\n')), 'old.xml'));
    expect(fieldsOf(read)).toEqual([
      ['แมว & หมา', 'cat<br>and dog'],
      ['<b>x</b>', 'y [$]z[/$]'],
      ['a', 'b'],
    ]);
    const day = START / DAY;
    expect(read.notes.map(({ cards }) => cards[0])).toEqual([
      {
        ordinal: 0,
        deckId: 'old::Thai',
        sourceId: 'abc',
        state: { phase: 'review', dueDay: day + 30, intervalDays: 20, reps: 4, lapses: 1, ease: 2.5 },
      },
      { ordinal: 0, deckId: 'old', sourceId: '_1' },
      {
        ordinal: 0,
        deckId: 'old::Thai',
        sourceId: 'def',
        state: { phase: 'learning', dueAt: (START + 12 * DAY) * 1000, intervalDays: 0, reps: 2, lapses: 0, ease: 2.5 },
      },
    ]);
    expect(read.reading.schedule).toEqual({
      at: (START + 12 * DAY) * 1000,
      dayZero: day + 12,
      rolloverHour: 3,
      utcOffsetMin: null,
    });
    expect(read.notes.map(({ note }) => note.id)).toEqual(['abc', expect.stringMatching(/^.{26}$/), 'def']);
  });

  it.each([
    ['is cut off', xml('<item id="a"><Q>x</Q>').replace('</mnemosyne>', ''), 'syntax'],
    [
      'expands entities of its own',
      `<!DOCTYPE m [<!ENTITY a "aaaa">]><mnemosyne><item><Q>&a;</Q></item></mnemosyne>`,
      'syntax',
    ],
    ['is nested without end', `<mnemosyne>${'<a>'.repeat(100)}`, 'syntax'],
    ['is of something else', '<deck/>', 'not-known'],
    ['has no items', xml(''), 'no-cards'],
  ])('is refused where it %s', async (_, content, why) => {
    await expect(readBy(mnemosyneFormat, fileWith(content, 'a.xml'))).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { why },
    });
  });
});

const SCHEMA = `
  create table facts(_id integer primary key, id text, extra_data text);
  create table data_for_fact(_fact_id int, key text, value text);
  create table cards(_id integer primary key, id text, card_type_id text, _fact_id int, fact_view_id text, question text, answer text, tags text,
    grade int, next_rep int, last_rep int, easiness real, acq_reps int, ret_reps int, lapses int, creation_time int, modification_time int);
  create table tags(_id integer primary key, id text, name text);
  create table tags_for_card(_card_id int, _tag_id int);
  create table log(_id integer primary key, event_type int, timestamp int, object_id text, grade int, thinking_time int);`;

async function database(rows: string): Promise<Uint8Array> {
  const { Database } = await sqliteEngine();
  const db = new Database();
  db.run(SCHEMA + rows);
  return db.export();
}
const card = (id: number, type: string, fact: number, view: string, rest = '-1, -1, -1, 2.5, 0, 0, 0') =>
  `insert into cards values(${id}, 'c${id}', '${type}', ${fact}, '${view}', '', '', '', ${rest}, ${START}, ${START + 60});`;

describe('the database of Mnemosyne 2', () => {
  it('gives facts as notes, views and gaps as cards, tags, schedule and reviews', async () => {
    const bytes = await database(`
      insert into facts values(1, 'f1', ''), (2, 'f2', ''), (3, 'f3', '');
      insert into data_for_fact values(1, 'f', 'แมว'), (1, 'm_1', 'cat'), (1, 'p_1', 'maeo'), (2, 'text', 'a [b:hint] c [d]'), (3, 'f', 'x'), (3, 'b', 'y <audio src="s/a.mp3">');
      ${card(1, '3', 1, '3.1', `4, ${START + 9 * DAY}, ${START + 2 * DAY}, 2.6, 1, 2, 0`)} ${card(2, '3', 1, '3.2')}
      ${card(3, '5', 2, '5.1')} ${card(4, '5', 2, '5.1', `2, ${START + 4 * DAY}, ${START + 3 * DAY}, 1.1, 1, 0, 0`)} ${card(5, '1', 3, '1.1')} ${card(6, '1', 99, '1.1')}
      insert into tags values(1, 't1', 'animals of Thailand'), (2, 't2', '__UNTAGGED__');
      insert into tags_for_card values(1, 1), (2, 1), (3, 2);
      insert into log values(1, 9, ${START + 2 * DAY}, 'c1', 4, 7), (2, 9, ${START + DAY}, 'c1', 1, 3), (3, 9, ${START}, 'gone', 2, 3), (4, 1, ${START}, '', null, null);`);
    const read = await readBy(mnemosyneFormat, fileWith(bytes, 'default.db'));
    expect(fieldsOf(read)).toEqual([
      ['แมว', 'cat', 'maeo', ''],
      ['a {{c1::b::hint}} c {{c2::d}}'],
      ['x', 'y [sound:a.mp3]'],
    ]);
    expect(read.notes.map(({ note }) => [note.id, note.tags, note.modifiedAt])).toEqual([
      ['f1', ['animals_of_Thailand'], (START + 60) * 1000],
      ['f2', [], (START + 60) * 1000],
      ['f3', [], (START + 60) * 1000],
    ]);
    const day = START / DAY;
    expect(
      read.notes.map(({ cards }) => cards.map(({ sourceId, state }) => [sourceId, state?.dueDay, state?.intervalDays])),
    ).toEqual([
      [
        ['c1', day + 9, 7],
        ['c2', undefined, undefined],
      ],
      [
        ['c3', undefined, undefined],
        ['c4', day + 4, 1],
      ],
      [['c5', undefined, undefined]],
    ]);
    expect(await allOf(read.reading.reviews())).toEqual([
      {
        source: `mnemosyne:${(START + DAY) * 1000}`,
        card: 'c1',
        at: (START + DAY) * 1000,
        grade: 1,
        elapsedMs: 3000,
        isScheduling: true,
      },
      {
        source: `mnemosyne:${(START + 2 * DAY) * 1000}`,
        card: 'c1',
        at: (START + 2 * DAY) * 1000,
        grade: 3,
        elapsedMs: 7000,
        isScheduling: true,
      },
    ]);
    expect(oddIn(read)).toEqual({ 'card-without-note': 1, 'review-without-card': 1 });
  });

  it('is refused where a view stands in the place of a table, or one is missing', async () => {
    const hostile = await database('drop table log; create view log as select 9 event_type;');
    await expect(readBy(mnemosyneFormat, fileWith(hostile, 'a.db'))).rejects.toMatchObject({
      details: { why: 'sqlite-hostile' },
    });
    const missing = await database('drop table tags;');
    await expect(readBy(mnemosyneFormat, fileWith(missing, 'a.db'))).rejects.toMatchObject({
      details: { why: 'table-missing', place: 'tags' },
    });
  });
});
