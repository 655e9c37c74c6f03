import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
  now = NOON;
});
afterEach(() => app.dispose());

async function bring(into: string) {
  const path = join(app.dataDir, '..', 'words.tsv');
  writeFileSync(path, 'one\tหนึ่ง\ntwo\tสอง');
  const report = await app.call('library.import', { path, options: { into } });
  later();
  return report;
}
let now = NOON;
const later = () => app.clock.set((now += 60_000));
const deckCalled = async (title: string) =>
  (await app.call('library.list', {})).courses.find(({ title: { en } }) => en === title)!.id;
const entries = async () => (await app.call('history.list', { days: 90 })).days.flatMap((day) => day.entries);
const both = (text: string) => ({ th: text, en: text });

describe('bug: a deck that was renamed or removed stood in the history as an import', () => {
  it('is told by its names, and goes back from there as one', async () => {
    await bring('Thai::Words');
    await app.call('deck.set', { deckId: await deckCalled('Thai'), name: 'ภาษาไทย' });
    const [renamed] = await entries();
    expect(renamed).toMatchObject({ kind: 'deck-named', about: both('ภาษาไทย'), count: 2, undone: false });
    later();
    await app.call('library.remove', { deckId: await deckCalled('ภาษาไทย') });
    const [removed] = await entries();
    expect(removed).toMatchObject({ kind: 'deck-removed', about: both('ภาษาไทย'), count: 2, undone: false });
    await app.call('history.undo', { ref: removed!.ref! });
    expect(await deckCalled('ภาษาไทย › Words')).toBeTruthy();
    await app.call('history.undo', { ref: renamed!.ref! });
    expect(await deckCalled('Thai › Words')).toBeTruthy();
  });

  it('has its name though nobody ever named it here', async () => {
    await bring('Thai::Words');
    await app.call('library.remove', { deckId: await deckCalled('Thai') });
    expect((await entries())[0]).toMatchObject({ kind: 'deck-removed', about: both('Thai') });
  });
});

it('bug: a deck that was made stood in the history as renamed or moved', async () => {
  const { deckId } = await app.call('deck.create', { name: 'Thai::Food' });
  later();
  await app.call('deck.set', { deckId, name: 'Thai::Dishes' });
  expect((await entries()).map(({ kind, about }) => [kind, about])).toEqual([
    ['deck-named', both('Thai::Dishes')],
    ['deck-added', both('Thai::Food')],
  ]);
});

it('a note that was changed is told as that', async () => {
  await bring('Words');
  const { cards } = await app.call('deck.cards', { deckId: await deckCalled('Words'), from: 0, most: 1 });
  const { noteId } = await app.call('note.get', { cardId: cards[0]!.cardId });
  await app.call('note.set', { noteId, fields: { 0: 'uno', 1: 'one' }, tags: ['new'] });
  expect((await entries())[0]).toMatchObject({ kind: 'note-change', count: 1, about: both('uno') });
});

it('an import names its report', async () => {
  const { importId } = await bring('Words');
  expect((await entries())[0]).toMatchObject({ kind: 'import', importId });
});
