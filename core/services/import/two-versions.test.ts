import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { changedPackage } from '../transfer/anki/made-package.fixture.ts';
import { rawCollection } from '../transfer/anki/raw-collection.fixture.ts';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';
import { wholeLibrary } from './whole-library.fixture.ts';

const DECK = '785244d6';
const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});

interface Raw {
  readonly guid: string;
  readonly noteId: number;
  readonly fields: readonly string[];
}
/** The notes as they are in the file, in its order. */
async function rawNotes(): Promise<Raw[]> {
  const rows = await rawCollection(sharedDeck(DECK));
  return rows('select guid, id, flds from notes order by id').map(([guid, id, fields]) => ({
    ...{ guid: String(guid), noteId: Number(id), fields: String(fields).split('\x1f') },
  }));
}

/** The first version beside the data folder, and a second: five notes are newer, one is new, and a card was answered once more. */
async function versionsFor(app: StudyApp, notes: readonly Raw[]) {
  const [one, two] = ['v1.apkg', 'v2.apkg'].map((name) => join(app.dataDir, '..', name)) as [string, string];
  copyFileSync(sharedDeck(DECK).path, one);
  await changedPackage(sharedDeck(DECK), two, (db) => {
    for (const { noteId, fields } of notes.slice(0, 5))
      db.run('update notes set mod = mod + 1000, flds = ? where id = ?', [
        [`${fields[0]} v2`, ...fields.slice(1)].join('\x1f'),
        noteId,
      ]);
    const [added, like] = [1_790_000_000_000, notes[5]!.noteId];
    db.run(`create temp table n as select * from notes where id = ${like}; update n set id = ${added}, guid = 'added';
      insert into notes select * from n; create temp table c as select * from cards where nid = ${like} limit 1;
      update c set id = ${added}, nid = ${added}, type = 0, queue = 0, due = 1, ivl = 0, reps = 0, data = '{}';
      insert into cards select * from c; create temp table r as select * from revlog order by id desc limit 1;
      update r set id = id + 1000; insert into revlog select * from r`);
  });
  return { one, two };
}

async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}
const bring = (app: StudyApp, path: string) => app.call('library.import', { path, options: {} });

async function answer(app: StudyApp, count: number): Promise<number> {
  const courseId = (await app.call('library.list', {})).courses.find(({ kind }) => kind === 'deck')!.id;
  const { sessionId } = await app.call('study.start', { mode: 'review', courseId });
  for (let i = 0; i < count; i++) {
    const card = (await app.call('study.next', { sessionId }))!;
    const { cardId, revision } = card;
    await app.call('study.answer', { sessionId, cardId, revision, elapsedMs: 1_000, grade: 3 });
    app.clock.advance(MINUTE_MS);
  }
  return count;
}

/** What must be the same on both, whichever took in what. */
async function state(app: StudyApp) {
  const { notes, cards, reviews } = await wholeLibrary(app);
  const reviewed = reviews.map(({ card, at, grade }) => `${card} ${at} ${grade}`).sort();
  const shown = notes.map(({ note }) => [note.id, 'fields' in note.content ? note.content.fields : null]);
  return { shown: shown.sort(), cards: cards.map((card) => JSON.stringify(card)).sort(), reviewed };
}

describe.skipIf(!hasSharedDecks)('two devices, two versions of a deck (skipped without ../shared/decks)', () => {
  it.each([
    ['after it was studied', true],
    ['before it is studied', false],
  ])('have one deck when they meet, the second taken in %s', async (_, isLate) => {
    const [one, two] = [await start(), await start()];
    const notes = await rawNotes();
    const key = (i: number) =>
      `anki/${notes[i]!.guid.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('/', '%2f')}`;
    const [mine, theirs] = [await versionsFor(one, notes), await versionsFor(two, notes)];
    // What is asked of gaps stays asked: the text is only longer.
    const edited = (i: number, text: string) => `${notes[i]!.fields[0]} ${text}`;
    const edit = (app: StudyApp, i: number, text: string) =>
      app.call('note.set', { noteId: key(i), fields: { 0: edited(i, text) } });
    await bring(one, mine.one);
    await bring(two, theirs.one);
    if (!isLate) await bring(two, theirs.two);
    await edit(one, 0, 'changed on one');
    const answered = (await answer(one, 4)) + (two.clock.advance(DAY_MS), await answer(two, 5));
    await edit(two, 1, 'changed on two');
    await edit(two, 6, 'changed on two, not in the file');
    const again = await one.call('library.plan', { path: mine.one, options: {} });
    expect(again).toMatchObject({ isAgain: true, notes: { fresh: 0, updated: 0, same: 8 } });
    await bring(one, mine.one);
    if (isLate) {
      const plan = await two.call('library.plan', { path: theirs.two, options: {} });
      expect(plan.notes).toEqual({ fresh: 1, updated: 5, same: 3, older: 0, edited: 1 });
      expect(plan.reviews.fresh + plan.reviews.known).toBe(27);
      const report = await bring(two, theirs.two);
      expect(report.notes).toEqual(plan.notes);
    }
    await one.call('data.merge', { path: two.dataDir });
    await two.call('data.merge', { path: one.dataDir });
    one.clock.set(two.clock.now());

    const [here, there] = [await state(one), await state(two)];
    expect(there).toEqual(here);
    expect(new Set(here.shown.map(([id]) => id)).size).toBe(9);
    expect([here.shown.length, here.cards.length]).toEqual([9, 14]);
    expect(new Set(here.reviewed).size).toBe(here.reviewed.length);
    expect(here.reviewed.length).toBe(27 + answered);
    const firstField = (i: number) => here.shown.find(([id]) => id === notes[i]!.guid)![1]![0];
    expect([0, 1, 2, 3, 4].map(firstField)).toEqual([
      ...[edited(0, 'changed on one'), edited(1, 'changed on two')],
      ...[2, 3, 4].map((i) => `${notes[i]!.fields[0]} v2`),
    ]);
    expect([5, 6, 7].map(firstField)).toEqual([
      ...[notes[5]!.fields[0], edited(6, 'changed on two, not in the file'), notes[7]!.fields[0]],
    ]);
    // That the other took something in is an event itself; nothing else is left to come.
    expect((await one.call('data.merge', { path: two.dataDir })).added).toBe(1);
    for (const app of [one, two]) {
      await app.restart();
      expect(await state(app)).toEqual(here);
      expect((await app.call('data.check', {})).state).toBe('right');
    }
  });
});
