import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { mediaNames } from '../../domain/template/media-names.ts';
import { DAY_MS, MINUTE_MS, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { TYPE_ID } from '../transfer/anki/collection.fixture.ts';
import { madePackage } from '../transfer/anki/made-package.fixture.ts';
import { membersOf, rawCollection } from '../transfer/anki/raw-collection.fixture.ts';
import { sourceOf } from '../transfer/anki/shared-decks.fixture.ts';

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}

const place = (app: StudyApp, name: string) => join(app.dataDir, '..', name);
const topDeck = async (app: StudyApp) =>
  (await app.call('library.list', {})).courses.find(({ kind, parentId }) => kind === 'deck' && parentId === null)!;

async function takenOut(app: StudyApp, name = 'out.apkg') {
  const { id: courseId } = await topDeck(app);
  const path = place(app, name);
  await app.call('library.export', { courseId, format: 'apkg', withProgress: true, language: 'en', path });
  return sourceOf(path);
}

const field = (html: string) => `update notes set flds = '${html.replaceAll("'", "''")}' || char(31) || 'back'`;
/** The note, its card and its type are other ones. */
const second = (html: string) =>
  `${field(html)}; update notes set id = id + 7, guid = 'guid two'; update cards set id = id + 7, nid = nid + 7; delete from revlog`;

describe('bug: of two packs that call different pictures alike, one picture went out for both', () => {
  it('each note has its own again where the file comes in', async () => {
    const app = await start();
    const html = '<img src="a.png"> [sound:a.png] <img src=a.png>';
    await madePackage(place(app, 'one.apkg'), field(html), { 'a.png': 'the first', 'same.png': 'x' });
    await madePackage(place(app, 'two.apkg'), second(`${html}<img src="same.png">`), {
      'a.png': 'the second',
      'same.png': 'x',
    });
    for (const name of ['one.apkg', 'two.apkg'])
      await app.call('library.import', { path: place(app, name), options: {} });
    const out = await takenOut(app);
    const members = await membersOf(out);
    const names = JSON.parse(Buffer.from(members.get('media')!).toString()) as Record<string, string>;
    const files = new Map(Object.entries(names).map(([i, name]) => [name, Buffer.from(members.get(i)!).toString()]));
    const rows = await rawCollection(out);
    const contents = rows('select flds from notes order by guid').map(([text]) =>
      mediaNames(String(text)).map((name) => files.get(name)),
    );
    expect(contents).toEqual([['the first'], ['the second', 'x']]);
    expect([...files.keys()].filter((name) => name.startsWith('a')).sort()).toEqual([
      ...[expect.stringMatching(/^a-[0-9a-f]{8}\.png$/), 'a.png'],
    ]);
    const other = await start();
    await other.call('library.import', { path: out.path, options: {} });
    const { cards } = await other.call('deck.cards', { deckId: (await topDeck(other)).id, from: 0, most: 9 });
    expect(cards.length).toBe(2);
  });
});

describe('bug: notes of two versions of a type went out as of one', () => {
  it('each has all of its fields where the file comes in', async () => {
    const [app, other] = [await start(), await start()];
    const third = `update col set models = json_insert(models, '$.${TYPE_ID}.flds[#]', json('{"name":"More","ord":2}'))`;
    await madePackage(place(app, 'one.apkg'), 'delete from revlog');
    await madePackage(
      place(app, 'two.apkg'),
      `${second('x')}; ${third}; update notes set flds = flds || char(31) || 'more'`,
    );
    for (const name of ['one.apkg', 'two.apkg'])
      await app.call('library.import', { path: place(app, name), options: {} });
    const { path } = await takenOut(app);
    const report = await other.call('library.import', { path, options: {} });
    expect(report.odd).toEqual([]);
    const fields = async (cardId: string) =>
      (await other.call('note.get', { cardId })).fields.map(({ name, text }) => [name, text]);
    expect(await fields('anki/guid one#0')).toEqual([
      ['Front', 'ควาย'],
      ['Back', 'buffalo'],
    ]);
    expect(await fields('anki/guid two#0')).toEqual([
      ['Front', 'x'],
      ['Back', 'back'],
      ['More', 'more'],
    ]);
  });
});

describe('bug: a card with a schedule and no reviews went out', () => {
  it('as one in review, with its interval, day and ease', async () => {
    const app = await start();
    const change = `delete from revlog; update cards set data = '', ivl = 33, due = 1380, factor = 1900, reps = 9, lapses = 2`;
    const from = await madePackage(place(app, 'from.apkg'), change);
    await app.call('library.import', { path: from.path, options: {} });
    const whole = 'select type, queue, ivl, factor, reps, lapses from cards';
    const dueAt = 'select (col.crt + 7 * 3600) / 86400 + cards.due from cards, col';
    const [before, after] = [await rawCollection(from), await rawCollection(await takenOut(app))];
    expect(after(whole)).toEqual([[2, 2, 33, 1900, 9, 2]]);
    expect(after(dueAt)).toEqual(before(dueAt));
    const { id: courseId } = await topDeck(app);
    app.clock.advance(300 * DAY_MS);
    const { sessionId } = await app.call('study.start', { mode: 'review', courseId });
    const { cardId, revision } = (await app.call('study.next', { sessionId }))!;
    await app.call('study.answer', { sessionId, cardId, revision, elapsedMs: 1_000, grade: 3 });
    const answered = await rawCollection(await takenOut(app, 'answered.apkg'));
    expect(answered('select type, lastIvl from revlog')).toEqual([[1, 33]]);
  });
});

describe('bug: an edited note went out as old as it came', () => {
  const mod = async (app: StudyApp, name: string) =>
    (await rawCollection(await takenOut(app, name)))('select mod from notes')[0]![0];

  it('it says when it was edited, and when the edit was taken back, and is newer elsewhere', async () => {
    const [app, other] = [await start(), await start()];
    const from = await madePackage(place(app, 'from.apkg'), '');
    for (const each of [app, other]) await each.call('library.import', { path: from.path, options: {} });
    expect(await mod(app, 'same.apkg')).toBe(1_700_000_000);
    app.clock.advance(MINUTE_MS);
    const editedAt = app.clock.now();
    await app.call('note.set', { noteId: 'anki/guid one', fields: { 1: 'water buffalo' } });
    expect(await mod(app, 'edited.apkg')).toBe(Math.floor(editedAt / 1000));
    const report = await other.call('library.import', { path: place(app, 'edited.apkg'), options: {} });
    expect(report.notes).toMatchObject({ fresh: 0, updated: 1 });
    const shown = async () => (await other.call('note.get', { cardId: 'anki/guid one#0' })).fields[1]!.text;
    expect(await shown()).toBe('water buffalo');
    app.clock.advance(MINUTE_MS);
    await app.call('study.undo', {});
    expect(await mod(app, 'undone.apkg')).toBe(Math.floor(app.clock.now() / 1000));
    await other.call('library.import', { path: place(app, 'undone.apkg'), options: {} });
    expect(await shown()).toBe('buffalo');
  });

  it('its own file changes nothing where it comes from', async () => {
    const app = await start();
    const from = await madePackage(place(app, 'from.apkg'), '');
    await app.call('library.import', { path: from.path, options: {} });
    await app.call('note.set', { noteId: 'anki/guid one', fields: { 1: 'water buffalo' }, tags: ['a'] });
    const out = await takenOut(app);
    const { notes } = await app.call('library.plan', { path: out.path, options: {} });
    expect(notes).toEqual({ fresh: 0, updated: 0, same: 1, older: 0, edited: 0 });
  });
});
