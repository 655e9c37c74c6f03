import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, gradeCard, learn, nextCard, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { bringRows, cardNamed, changeAll, fronts, listed } from './cards-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
  await bringRows(app, 'Words::Thai', [
    'เกาะ\tisland\tนาม geo::land',
    'กา\tcrow\tนาม',
    'แก้ว\tglass\t',
    'ขวด\tbottle\tgeo',
    'Zebra\tม้าลาย\t',
    'apple\tแอปเปิล\t',
  ]);
});
afterEach(() => app.dispose());

describe('card.list', () => {
  it('holds the cards of courses and of decks', async () => {
    const { total, rows } = await listed(app, '');
    const { cards } = (await app.call('library.list', {})).courses.find(({ id }) => id === 'tiny')!.counts;
    expect(total).toBe(cards + 6);
    expect(rows.filter(({ course }) => course.isDeck).map(({ front }) => front.en)).toEqual([
      ...['เกาะ', 'กา', 'แก้ว', 'ขวด', 'Zebra', 'apple'],
    ]);
    expect(rows.at(-1)).toMatchObject({
      ...{
        course: { title: { en: 'Words › Thai' } },
        kind: 'card',
        tags: [],
        phase: 'new',
        dueDay: null,
        recall: null,
      },
      ...{ reps: 0, lapses: 0, suspended: false, flag: 0, editedAt: null },
    });
  });

  it('sorts fronts as Thai dictionaries do, either way', async () => {
    const sorted = ['กา', 'เกาะ', 'แก้ว', 'ขวด', 'apple', 'Zebra'];
    expect(await fronts(app, 'deck:Words', { by: 'front', descending: false })).toEqual(sorted);
    expect(await fronts(app, 'deck:Words', { by: 'front', descending: true })).toEqual([...sorted].reverse());
  });

  it('finds words, tags, decks and fields', async () => {
    expect(await fronts(app, 'ISLAND')).toEqual(['เกาะ']);
    expect(await fronts(app, 'tag:geo')).toEqual(['เกาะ', 'ขวด']);
    expect(await fronts(app, 'tag:นาม -tag:geo')).toEqual(['กา']);
    expect(await fronts(app, 'deck:words -is:tagged')).toEqual(['แก้ว', 'Zebra', 'apple']);
    expect(await fronts(app, 'back:b*e')).toEqual(['ขวด']);
    expect(await fronts(app, 'front:* kind:card deck:Words::Thai')).toHaveLength(6);
    expect((await listed(app, 'deck:tiny')).total).toBe((await listed(app, '')).total - 6);
  });

  it('gives pages in the order they are asked for', async () => {
    const sort = { by: 'front', descending: false } as const;
    const page = (offset: number) => app.call('card.list', { query: 'deck:Words', sort, offset, limit: 2 });
    expect((await page(0)).rows.map(({ front }) => front.th)).toEqual(['กา', 'เกาะ']);
    expect((await page(4)).rows.map(({ front }) => front.th)).toEqual(['apple', 'Zebra']);
    expect(await page(6)).toMatchObject({ total: 6, rows: [] });
    const { total, cardIds } = await app.call('card.ids', { query: 'deck:Words', sort, offset: 1, limit: 3 });
    expect([total, cardIds]).toEqual([
      6,
      (await listed(app, 'deck:Words', sort)).rows.slice(1, 4).map((row) => row.cardId),
    ]);
  });

  it('follows answers at once', async () => {
    const sessionId = await learn(app);
    const card = await nextCard(app, sessionId);
    expect((await listed(app, 'is:new')).rows.map(({ cardId }) => cardId)).toContain(card.cardId);
    await gradeCard(app, sessionId, card, 4);
    expect((await listed(app, 'is:new')).rows.map(({ cardId }) => cardId)).not.toContain(card.cardId);
    const { rows, today } = await listed(app, 'rated:1:4', { by: 'due', descending: true });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ cardId: card.cardId, phase: 'review', reps: 1, lapses: 0 });
    expect(rows[0]!.dueDay).toBeGreaterThan(today);
    expect((await listed(app, '', { by: 'due', descending: true })).rows[0]!.cardId).toBe(card.cardId);
    expect((await listed(app, 'prop:reps>0')).total).toBe(1);
    app.clock.advance(400 * DAY_MS);
    expect((await listed(app, 'is:due prop:r<0.9')).total).toBe(1);
    expect((await listed(app, 'rated:1')).total).toBe(0);
    await app.call('study.undo', {});
    expect((await listed(app, 'prop:reps>0')).total).toBe(0);
  });

  it('follows what is written in notes at once', async () => {
    expect(await fronts(app, 'deck:Words', { by: 'front', descending: false })).toContain('กา');
    const { noteId } = await app.call('note.get', { cardId: await cardNamed(app, 'กา') });
    await app.call('note.set', { noteId, fields: { 0: 'ฮูก' }, tags: ['bird'] });
    expect(await fronts(app, 'tag:bird')).toEqual(['ฮูก']);
    expect(await fronts(app, 'ฮูก edited:1')).toEqual(['ฮูก']);
    expect((await fronts(app, 'deck:Words', { by: 'front', descending: false }))[3]).toBe('ฮูก');
    await app.call('note.set', { noteId, fields: { 0: 'ก' } });
    expect((await fronts(app, 'deck:Words', { by: 'front', descending: false }))[0]).toBe('ก');
  });

  it('knows when notes were made', async () => {
    const deckId = (await app.call('library.list', {})).courses.find(({ title }) => title.en === 'Words › Thai')!.id;
    const { types } = await app.call('notetype.list', {});
    const typeId = types.find(({ name }) => name === 'Basic')!.id;
    await app.call('note.add', { deckId, content: { kind: 'fields', typeId, fields: ['new one', 'x'] }, tags: [] });
    expect(await fronts(app, 'added:1 "new one"')).toEqual(['new one']);
    expect(await fronts(app, 'note:basic "new one"')).toEqual(['new one']);
    app.clock.advance(2 * DAY_MS);
    expect(await fronts(app, 'added:2 "new one"')).toEqual([]);
    expect(await fronts(app, 'added:3 "new one"')).toEqual(['new one']);
  });

  it('says where a query can not be understood', async () => {
    await expect(listed(app, 'cat is:dew')).rejects.toMatchObject({
      ...{ code: 'bad-query', details: { reason: 'unknown-state', at: 7, length: 3 } },
    });
    expect(await app.call('query.check', { query: 'cat is:dew' })).toEqual({
      ...{ error: { fault: 'unknown-state', at: 7, length: 3 }, canonical: null },
    });
    expect(await app.call('query.check', { query: ' IS:Due  or (cat) ' })).toEqual({
      ...{ error: null, canonical: 'is:due or cat' },
    });
  });

  it('tells what the cards can be told apart by', async () => {
    await changeAll(app, 'tag:geo', { what: 'suspended', suspended: true });
    await changeAll(app, 'apple', { what: 'flag', flag: 3 });
    const facets = await app.call('card.facets', { query: 'deck:Words' });
    expect(facets.total).toBe(6);
    expect(facets.courses.map(({ name, cards }) => [name, cards])).toEqual([
      ['Words', 6],
      ['Words::Thai', 6],
    ]);
    expect(facets.tags).toEqual([
      { name: 'นาม', cards: 2 },
      { name: 'geo', cards: 2 },
      { name: 'geo::land', cards: 1 },
    ]);
    expect(facets.states.filter(({ cards }) => cards > 0)).toEqual([
      { state: 'new', cards: 6 },
      { state: 'suspended', cards: 2 },
      { state: 'tagged', cards: 3 },
    ]);
    expect(facets.flags[3]).toEqual({ flag: 3, cards: 1 });
    expect(facets.kinds).toEqual([{ kind: 'card', cards: 6 }]);
    const { total } = await app.call('card.facets', { query: '', courseId: 'tiny' });
    expect(total).toBe((await listed(app, 'deck:tiny')).total);
  });
});

describe('a session of what a query finds', () => {
  it('asks those cards and no others, and ends with the process', async () => {
    const filter = { query: 'tag:นาม -tag:geo' };
    const { sessionId, counts } = await app.call('study.start', { mode: 'practice', filter });
    expect(counts.left).toBe(1);
    expect((await nextCard(app, sessionId)).prompt.th).toBe('กา');
    await expect(app.call('study.start', { mode: 'practice', filter: { query: '(' } })).rejects.toMatchObject({
      code: 'bad-query',
    });
    await app.restart();
    await expect(app.call('study.next', { sessionId })).rejects.toMatchObject({ code: 'session-ended' });
  });
});

describe('searches that are kept', () => {
  it('are listed by name, changed, removed, and brought back by undo', async () => {
    const { id } = await app.call('query.save', { name: 'ข', query: 'is:leech' });
    await app.call('query.save', { name: 'ก', query: 'flag:1' });
    const names = async () => (await app.call('query.saved', {})).searches.map(({ name, query }) => [name, query]);
    expect(await names()).toEqual([
      ['ก', 'flag:1'],
      ['ข', 'is:leech'],
    ]);
    await app.call('query.save', { id, name: 'ค', query: 'is:due' });
    await app.restart();
    expect((await names())[1]).toEqual(['ค', 'is:due']);
    await app.call('query.remove', { id });
    expect(await names()).toEqual([['ก', 'flag:1']]);
    await app.call('study.undo', {});
    expect(await names()).toHaveLength(2);
    await expect(app.call('query.save', { name: 'x', query: '(' })).rejects.toMatchObject({ code: 'bad-query' });
    await expect(app.call('query.remove', { id: 'none' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
