import { describe, expect, it } from 'vitest';
import { everythingIn } from '../anki/shared-decks.fixture.ts';
import { sqliteEngine } from '../anki/sqlite-engine.ts';
import { fieldsOf, fileWith, oddIn, readBy, type Read } from '../text-files.fixture.ts';
import { zipOf } from '../zip.fixture.ts';
import { mnemosyneFormat } from './format.ts';

const START = 1_577_836_800;
const cardIds = ({ notes }: Read) => notes.map(({ cards }) => cards.map(({ sourceId }) => sourceId));

const xml = (items: readonly (readonly [id: string, question: string, answer: string, more?: string])[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<mnemosyne core_version="1" time_of_start="${START}">\n${items
    .map(([id, q, a, more = '']) => `<item id="${id}" ${more}><cat>x</cat><Q>${q}</Q><A>${a}</A></item>`)
    .join('\n')}</mnemosyne>`;

describe('cards of one fact in the XML of Mnemosyne 1', () => {
  it('are one note: the other way, and the other way of a word with its pronunciation', async () => {
    const known = 'gr="4" e="2.5" ac_rp="1" rt_rp="1" lps="0" l_rp="10" n_rp="30"';
    const items = xml([
      ['a', 'one', 'two'],
      ['b.tr.1', 'cat', 'แมว\nmaeo', known],
      ['a.inv', 'two', 'one', known],
      ['b', 'แมว', 'maeo\ncat'],
    ]);
    const read = await readBy(mnemosyneFormat, fileWith(items, 'a.xml'));
    expect(fieldsOf(read)).toEqual([
      ['one', 'two'],
      ['แมว', 'cat', 'maeo', ''],
    ]);
    expect(cardIds(read)).toEqual([
      ['a', 'a.inv'],
      ['b', 'b.tr.1'],
    ]);
    expect(read.notes.map(({ cards }) => cards.map(({ state }) => state?.dueDay !== undefined))).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it('that were changed apart, or whose first is gone, stay apart', async () => {
    const items = xml([
      ['a', 'one', 'two'],
      ['a.inv', 'two', 'one, or 1'],
      ['c.inv', 'x', 'y'],
      ['d', 'แมว', 'cat'],
      ['d.tr.1', 'cat', 'แมว\nmaeo'],
    ]);
    const read = await readBy(mnemosyneFormat, fileWith(items, 'a.xml'));
    expect(cardIds(read)).toEqual([['a'], ['a.inv'], ['c.inv'], ['d'], ['d.tr.1']]);
  });

  it('that were shown and not learned are new', async () => {
    const items = xml([['a', 'one', 'two', 'u="1" gr="0" e="2.5" ac_rp="1" rt_rp="0" l_rp="0" n_rp="0"']]);
    const read = await readBy(mnemosyneFormat, fileWith(items, 'a.xml'));
    expect(read.notes[0]?.cards[0]?.state).toBeUndefined();
  });
});

describe('cards of one fact in the database of Mnemosyne 2', () => {
  it('are all there: both of a map, the whole sentence and its gaps', async () => {
    const { Database } = await sqliteEngine();
    const db = new Database();
    const card = (id: number, type: string, fact: number, view: string, reps = 0) =>
      `insert into cards values(${id}, 'c${id}', '${type}', ${fact}, '${view}', ${reps > 0 ? 4 : -1}, ${START + 864_000}, ${START}, 2.5, ${reps}, 0, 0, 0, 0);`;
    db.run(`
      create table facts(_id integer primary key, id text);
      create table data_for_fact(_fact_id int, key text, value text);
      create table cards(_id integer primary key, id text, card_type_id text, _fact_id int, fact_view_id text, grade int, next_rep int,
        last_rep int, easiness real, acq_reps int, ret_reps int, lapses int, creation_time int, modification_time int);
      create table tags(_id integer primary key, name text);
      create table tags_for_card(_card_id int, _tag_id int);
      create table log(_id integer primary key, event_type int, timestamp int, object_id text, grade int, thinking_time int);
      insert into facts values(1, 'map'), (2, 'sentence');
      insert into data_for_fact values(1, 'loc', 'Isan'), (1, 'marked', '<img src="maps/isan.png">'), (1, 'blank', '<img src="maps/thai.png">'),
        (2, 'f', 'La [casa:house] es [grande]'), (2, 'm_1', 'The house is big');
      ${card(1, '4', 1, '4.1')} ${card(2, '4', 1, '4.2')}
      ${card(3, '6', 2, '6.1')} ${card(4, '6', 2, '6.2')} ${card(5, '6', 2, '6.2', 3)}`);
    const read = await readBy(mnemosyneFormat, fileWith(db.export(), 'default.db'));
    expect(fieldsOf(read)).toEqual([
      ['<img src="isan.png">', 'Isan', '<img src="thai.png">'],
      ['La casa es grande', '', 'The house is big', ''],
      ['La {{c1::casa::house}} es {{c2::grande}}', '', 'The house is big', ''],
    ]);
    expect(cardIds(read)).toEqual([['c1', 'c2'], ['c3'], ['c4', 'c5']]);
    expect(read.notes[2]?.cards.map(({ state }) => state?.reps)).toEqual([undefined, 3]);
    expect(oddIn(read)).toEqual({});
  });
});

describe('cards that were shared from Mnemosyne 2', () => {
  const CARDS = `<openSM2sync number_of_entries="6"><log type="10" o_id="t1"><name>animals of Thailand</name></log>
<log type="10" o_id="t2"><name>__UNTAGGED__</name></log>
<log type="13"><fname>pic/cat.png</fname></log>
<log type="16" o_id="f1"><f>แมว &amp; &lt;img src="pic/cat.png"&gt;</f><b>cat</b></log>
<log type="16" o_id="f2"><text>a [gap] and [another:hint]</text></log>
<log type="16" o_id="f3"><f>nobody</f></log>
<log type="6" o_id="c1" card_t="2" fact="f1" fact_v="2.1" tags="t1" gr="-1" e="2.5" ac_rp="0" rt_rp="0" lps="0" l_rp="-1" n_rp="-1"></log>
<log type="6" o_id="c2" card_t="2" fact="f1" fact_v="2.2" tags="t1,t2" gr="4" e="2.5" ac_rp="1" rt_rp="2" lps="0" l_rp="${START}" n_rp="${START + 864_000}"></log>
<log type="6" o_id="c3" card_t="5" fact="f2" fact_v="5.1" tags="t2" gr="-1"></log>
<log type="6" o_id="c4" card_t="5" fact="f2" fact_v="5.1" tags="t2" gr="-1"></log>
<log type="6" o_id="c5" card_t="1" fact="gone" fact_v="1.1" tags="t2" gr="-1"></log></openSM2sync>
`;

  it('come in with tags, media and what was learned of them', async () => {
    const bytes = zipOf([
      { name: 'cards.xml', content: CARDS },
      { name: 'METADATA', content: 'card_set_name:x' },
      { name: 'pic/cat.png', content: 'png' },
    ]);
    const read = await readBy(mnemosyneFormat, fileWith(bytes, 'Animals.cards'));
    expect(fieldsOf(read)).toEqual([['แมว & <img src="cat.png">', 'cat'], ['a {{c1::gap}} and {{c2::another::hint}}']]);
    expect(read.notes.map(({ note }) => [note.id, note.tags])).toEqual([
      ['f1', ['animals_of_Thailand']],
      ['f2', []],
    ]);
    expect(cardIds(read)).toEqual([
      ['c1', 'c2'],
      ['c3', 'c4'],
    ]);
    expect(read.notes[0]?.cards.map(({ state }) => state?.intervalDays)).toEqual([undefined, 10]);
    const { media } = await everythingIn(read.reading);
    expect([...media.keys()]).toEqual(['cat.png']);
    expect(oddIn(read)).toEqual({ 'card-without-note': 1 });
    await read.reading.close();
  });

  it.each([
    ['without cards.xml', [{ name: 'x', content: 'y' }], 'no-collection'],
    ['whose cards.xml is cut off', [{ name: 'cards.xml', content: CARDS.slice(0, 300) }], 'syntax'],
    ['without a card', [{ name: 'cards.xml', content: '<openSM2sync/>' }], 'no-cards'],
  ])('are refused %s', async (_, entries, why) => {
    await expect(readBy(mnemosyneFormat, fileWith(zipOf(entries), 'a.cards'))).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { why },
    });
  });
});
