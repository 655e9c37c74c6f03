import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStudyApp, DAY_MS, type StudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';
import { writeFileSync } from 'node:fs';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

/** A deck of so many cards, from a table. */
async function bring(name: string, rows: readonly string[], into?: string) {
  const path = join(app.dataDir, '..', name);
  writeFileSync(path, rows.join('\n'));
  return app.call('library.import', { path, options: into === undefined ? {} : { into } });
}
const rows = (count: number, word = 'word') => Array.from({ length: count }, (_, i) => `${word} ${i}\tmeaning ${i}`);
const decks = async () => (await app.call('library.list', {})).courses.filter(({ kind }) => kind === 'deck');

describe('a deck', () => {
  it('has its new cards asked without anything being read, and what was answered stays when the app begins anew', async () => {
    await bring('words.tsv', rows(5), 'Thai::Words');
    const [parent, child] = await decks();
    expect([parent!.title.en, parent!.counts.cards, child!.parentId]).toEqual(['Thai', 5, parent!.id]);
    const { sessionId, counts } = await app.call('study.start', { mode: 'review', courseId: parent!.id });
    expect(counts).toMatchObject({ new: 5, left: 5 });
    const card = await app.call('study.next', { sessionId });
    expect(card).toMatchObject({
      kind: 'card',
      prompt: { en: 'word 0' },
      back: { en: expect.stringContaining('meaning 0') },
    });
    expect(card!.course).toEqual({ id: child!.id, title: { th: 'Thai › Words', en: 'Thai › Words' }, isDeck: true });
    expect(card!.hasFace).toBe(true);
    const { cardId, revision } = card!;
    await app.call('study.answer', { sessionId, cardId, revision, elapsedMs: 1_000, grade: 4 });
    await app.restart();
    expect((await decks())[0]!.counts).toMatchObject({ cards: 5, new: 4 });
    const deck = await app.call('deck.get', { deckId: child!.id });
    expect(deck.counts).toMatchObject({ notes: 5, cards: 5, new: 4, young: 1, fresh: 4 });
    app.clock.set(app.clock.now() + 30 * DAY_MS);
    const again = await app.call('study.start', { mode: 'review', courseId: parent!.id });
    expect(again.counts).toMatchObject({ review: 1 });
  });

  it('holds to the limits of the deck above it', async () => {
    await bring('words.tsv', rows(8), 'Thai::Words');
    const [parent, child] = await decks();
    await app.call('course.setOptions', { courseId: parent!.id, set: { newPerDay: 3 } });
    const of = async (courseId: string) => (await app.call('study.start', { mode: 'review', courseId })).counts.new;
    expect([await of(parent!.id), await of(child!.id)]).toEqual([3, 3]);
    await app.call('course.setOptions', { courseId: child!.id, set: { newPerDay: 2 } });
    expect([await of(parent!.id), await of(child!.id)]).toEqual([2, 2]);
  });

  it('is called otherwise with all below it, taken out and brought back', async () => {
    await bring('words.tsv', rows(3), 'Thai::Words');
    const [parent, child] = await decks();
    await app.call('deck.set', { deckId: parent!.id, name: 'ภาษาไทย' });
    expect((await app.call('deck.get', { deckId: child!.id })).name).toBe('ภาษาไทย::Words');
    await app.call('study.undo', {});
    expect((await app.call('deck.get', { deckId: child!.id })).name).toBe('Thai::Words');
    expect(await app.call('library.remove', { deckId: parent!.id })).toEqual({ decks: 2, notes: 3, cards: 3 });
    expect(await decks()).toEqual([]);
    await app.call('study.undo', {});
    expect((await decks()).map(({ counts }) => counts.cards)).toEqual([3, 3]);
    await app.call('library.remove', { deckId: child!.id });
    await bring('words.tsv', [...rows(3), 'more\tone'], 'Thai::Words');
    expect((await decks()).map(({ counts }) => counts.cards)).toEqual([4, 4]);
  });

  it('refuses a name that is none, is taken, or lies below itself', async () => {
    await bring('a.tsv', rows(1, 'a'), 'A');
    await bring('b.tsv', rows(1, 'b'), 'B');
    const [a] = await decks();
    for (const name of ['A::', 'A::Below', 'B', ' :: '])
      await expect(app.call('deck.set', { deckId: a!.id, name }), name).rejects.toMatchObject({ code: 'bad-input' });
    await expect(app.call('deck.get', { deckId: 'deck-none' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps what the learner wrote over what a newer file says, and shows it on the card', async () => {
    await bring('words.tsv', rows(2), 'Words');
    const { cards } = await app.call('deck.cards', { deckId: (await decks())[0]!.id, from: 0, most: 10 });
    const { cardId } = cards[0]!;
    const { noteId, fields } = await app.call('note.get', { cardId });
    expect(fields.map(({ text, isEdited }) => [text, isEdited])).toEqual([
      ['word 0', false],
      ['meaning 0', false],
    ]);
    await app.call('note.set', { noteId, fields: { 1: 'better meaning' } });
    const { sessionId } = await app.call('study.start', { mode: 'review' });
    const card = await app.call('study.next', { sessionId });
    expect(card!.back!.en).toContain('better meaning');
    await bring('words.tsv', ['word 0\tnew meaning', 'word 1\tmeaning 1'], 'Words');
    expect((await app.call('note.get', { cardId })).fields[1]).toEqual({
      name: 'Back',
      text: 'better meaning',
      isEdited: true,
      isRightToLeft: false,
      place: 1,
    });
    await app.call('study.undo', {});
  });
});

describe.skipIf(!hasSharedDecks)('a deck that was studied elsewhere (skipped without ../shared/decks)', () => {
  it('keeps its due days, and every view that takes a course takes it', async () => {
    await app.call('library.import', { path: sharedDeck('785244d6').path, options: {} });
    const [deck] = await decks();
    const courseId = deck!.id;
    const page = await app.call('deck.get', { deckId: courseId });
    expect(page.counts.cards).toBe(13);
    const stats = await app.call('stats.page', { range: 'all', courseId });
    expect(stats.questions).toBe(13);
    await app.call('memory.map', { courseId });
    await app.call('plan.day', {});
    await app.call('plan.goal', { courseId });
    await app.call('readiness.get', { courseId, day: stats.today + 10 });
    await app.call('simulation.run', { courseId, days: 30, settings: [{ retention: 0.9, newPerDay: 5 }], from: 'now' });
    const history = await app.call('history.list', { days: 90 });
    expect(history.days[0]!.entries.map(({ kind, about, count }) => [kind, about?.en, count])).toEqual([
      ['import', expect.stringContaining('mixed-legacy-2.apkg'), 13],
    ]);
  });
});
