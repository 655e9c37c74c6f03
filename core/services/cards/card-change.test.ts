import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gradeAll, learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { bringRows, cardNamed, changeAll, fronts, listed } from './cards-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
  await bringRows(app, 'Words', ['one\teins\ta b', 'two\tzwei\ta', 'three\tdrei\t']);
});
afterEach(() => app.dispose());

const undo = () => app.call('study.undo', {});
const nothing = { cards: 0, notes: 0, leftAlone: [], ref: null };

describe('card.change', () => {
  it.each([
    [{ what: 'flag', flag: 2 }, 'flag:2', { what: 'flag', flag: 0 }],
    [{ what: 'marked', marked: true }, 'is:marked', { what: 'marked', marked: false }],
    [{ what: 'suspended', suspended: true }, 'is:suspended', { what: 'suspended', suspended: false }],
    [{ what: 'buried', buried: true }, 'is:buried', { what: 'buried', buried: false }],
    [{ what: 'tags', add: ['new::tag'], remove: [] }, 'tag:new', { what: 'tags', add: [], remove: ['New::Tag'] }],
  ] as const)('%j is one step, questions of courses too', async (change, query, back) => {
    const { total } = await listed(app, '');
    const done = await changeAll(app, '', change as Parameters<typeof changeAll>[2]);
    expect(done).toMatchObject({ cards: total, leftAlone: [] });
    expect((await listed(app, query)).total).toBe(total);
    expect(await changeAll(app, '', change as Parameters<typeof changeAll>[2])).toEqual(nothing);
    await undo();
    expect((await listed(app, query)).total).toBe(0);
    await changeAll(app, 'deck:Words', change as Parameters<typeof changeAll>[2]);
    expect((await changeAll(app, '', back as Parameters<typeof changeAll>[2])).cards).toBe(3);
    await app.restart();
    expect((await listed(app, query)).total).toBe(0);
  });

  it('leaves tags as they are written, and what has them already alone', async () => {
    expect(await changeAll(app, 'deck:Words', { what: 'tags', add: ['A', 'c', 'c'], remove: ['b'] })).toMatchObject({
      ...{ cards: 3, notes: 3 },
    });
    expect((await listed(app, 'deck:Words')).rows.map(({ tags }) => tags)).toEqual([
      ['a', 'c'],
      ['a', 'c'],
      ['A', 'c'],
    ]);
    expect(await changeAll(app, 'deck:Words', { what: 'tags', add: ['a'], remove: ['x'] })).toEqual(nothing);
  });

  it('changes cards one by one, and passes over those that are not there', async () => {
    const cardIds = [await cardNamed(app, 'two'), await cardNamed(app, 'two')];
    const of = { cardIds: [...cardIds, 'anki/none#0'] };
    expect(await app.call('card.change', { of, change: { what: 'flag', flag: 5 } })).toMatchObject({ cards: 1 });
    expect(await fronts(app, 'flag:5')).toEqual(['two']);
  });

  it('puts cards that were answered on days ahead, one a day', async () => {
    await gradeAll(app, await learn(app), 4);
    const { total, today } = await listed(app, '-is:new');
    const done = await changeAll(app, '', { what: 'due', from: 3, to: 4 });
    expect(done).toMatchObject({ cards: total, leftAlone: [{ why: 'never-answered' }] });
    const days = (await listed(app, '-is:new')).rows.map(({ dueDay }) => dueDay! - today);
    expect([...new Set(days)].sort()).toEqual([3, 4]);
    expect((await listed(app, 'due:3')).total).toBe(Math.ceil(total / 2));
    await undo();
    expect((await listed(app, 'due:3')).total).toBe(0);
  });

  it('forgets what is known, and undo brings it back', async () => {
    await gradeAll(app, await learn(app), 4);
    const { total } = await listed(app, '-is:new');
    expect((await changeAll(app, '', { what: 'reset' })).cards).toBe(total);
    expect((await listed(app, '-is:new')).total).toBe(0);
    await undo();
    expect((await listed(app, 'prop:reps=1')).total).toBe(total);
  });

  it('moves notes into a deck that is there, or is made', async () => {
    await bringRows(app, 'Other', ['four\tvier\t']);
    expect(await changeAll(app, 'tag:a', { what: 'move', deck: 'Other' })).toMatchObject({ cards: 2, notes: 2 });
    expect(await fronts(app, 'deck:Other')).toEqual(['one', 'two', 'four']);
    expect(await changeAll(app, 'deck:Other', { what: 'move', deck: 'Other' })).toEqual(nothing);
    await changeAll(app, 'one or four', { what: 'move', deck: ' New :: Deck ' });
    expect(await fronts(app, 'deck:New::Deck')).toEqual(['one', 'four']);
    await undo();
    expect([await fronts(app, 'deck:New'), await fronts(app, 'deck:Other')]).toEqual([[], ['one', 'two', 'four']]);
    await expect(changeAll(app, 'one', { what: 'move', deck: 'a::' })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('a deck that was removed does not come back with its cards when another is called so', async () => {
    const { id } = (await listed(app, 'one')).rows[0]!.course;
    await bringRows(app, 'Other', ['four\tvier\t']);
    await app.call('library.remove', { deckId: id });
    await changeAll(app, 'four', { what: 'move', deck: 'Words' });
    expect(await fronts(app, 'deck:Words')).toEqual(['four']);
  });

  it('takes notes out, and leaves questions of courses alone', async () => {
    const { total } = await listed(app, '');
    expect(await changeAll(app, '-three', { what: 'removed' })).toMatchObject({
      ...{ cards: 2, notes: 2, leftAlone: [{ why: 'of-course', cards: total - 3 }] },
    });
    expect(await fronts(app, 'deck:Words')).toEqual(['three']);
    await undo();
    expect(await fronts(app, 'deck:Words')).toEqual(['one', 'two', 'three']);
  });

  it('changes nothing where the query can not be understood', async () => {
    await expect(changeAll(app, 'flag:9', { what: 'removed' })).rejects.toMatchObject({ code: 'bad-query' });
  });
});

describe('find and replace', () => {
  const wish = { find: 'e', replace: 'E', isRegex: false, isCaseSensitive: true };
  const preview = (replacement: typeof wish & { field?: string }) =>
    app.call('card.replacements', { of: { query: 'deck:Words' }, replacement, offset: 0, limit: 50 });

  it('shows what would change, and changes that', async () => {
    const shown = await preview(wish);
    expect([shown.notes, shown.fields]).toEqual([3, 5]);
    expect(shown.rows[0]).toMatchObject({ field: 'Front', before: 'one', after: 'onE' });
    expect(await fronts(app, 'deck:Words')).toEqual(['one', 'two', 'three']);
    expect(await changeAll(app, 'deck:Words', { what: 'replace', ...wish })).toMatchObject({ cards: 3, notes: 3 });
    expect(await fronts(app, 'deck:Words')).toEqual(['onE', 'two', 'thrEE']);
    expect(await fronts(app, 'edited:1 deck:Words')).toHaveLength(3);
    await undo();
    expect(await fronts(app, 'deck:Words')).toEqual(['one', 'two', 'three']);
  });

  it('looks in one field alone, with groups of a regular expression', async () => {
    const regex = { find: '^(.)(.*)$', replace: '$2$1', isRegex: true, isCaseSensitive: false, field: 'back' };
    expect((await preview(regex)).rows.map(({ after }) => after)).toEqual(['inse', 'weiz', 'reid']);
    await changeAll(app, 'two', { what: 'replace', ...regex });
    expect(await fronts(app, 'back:weiz')).toEqual(['two']);
  });

  it('a regular expression that would run for ever changes nothing', async () => {
    await bringRows(app, 'Long', [`${'a'.repeat(60)}!\tx\t`]);
    const endless = { ...wish, find: '(a+)+$', isRegex: true };
    await expect(changeAll(app, 'deck:Long', { what: 'replace', ...endless })).rejects.toMatchObject({
      ...{ code: 'bad-pattern', details: { reason: 'too-slow' } },
    });
    expect(await fronts(app, 'edited:1000')).toEqual([]);
    await expect(preview({ ...endless, find: '(' })).rejects.toMatchObject({ details: { reason: 'syntax' } });
  });

  it('shows the part of a long field that changes', async () => {
    await bringRows(app, 'Long', [`${'a '.repeat(400)}needle${' b'.repeat(600)}\tx\t`]);
    const { rows } = await app.call('card.replacements', {
      ...{ of: { query: 'deck:Long' }, offset: 0, limit: 1 },
      replacement: { ...wish, find: 'needle', replace: 'pin' },
    });
    expect(rows[0]!.before).toMatch(/^…(a )+needle( b)+ ?…$/);
    expect(rows[0]!.after).toMatch(/^…(a )+pin( b)+ ?…$/);
  });
});
