import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { mediaIn } from '../import/whole-library.fixture.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}

const topDeck = async (app: StudyApp) =>
  (await app.call('library.list', {})).courses.find(({ kind, parentId }) => kind === 'deck' && parentId === null)!;

/** All that is known of the cards of a deck, by their names. */
async function everything(app: StudyApp) {
  const { id } = await topDeck(app);
  const { cards } = await app.call('deck.cards', { deckId: id, from: 0, most: 200 });
  // Anki marks notes: a mark of one card is one of all of its note.
  const noteOf = (cardId: string) => cardId.slice(0, cardId.lastIndexOf('#'));
  const marked = new Set(cards.flatMap((card) => (card.marked ? [noteOf(card.cardId)] : [])));
  return Promise.all(
    cards.map(async (card) => {
      const note = await app.call('note.get', { cardId: card.cardId });
      const { reviews } = await app.call('card.history', { cardId: card.cardId });
      const { memory } = await app.call('card.info', { cardId: card.cardId });
      return {
        ...{ ...card, dueDay: card.phase === 'review' ? card.dueDay : null, marked: marked.has(noteOf(card.cardId)) },
        ...{
          fields: note.fields.map(({ text }) => text),
          tags: note.tags.filter((tag) => tag !== 'marked'),
          type: note.type,
        },
        reviews: reviews.map(({ at, grade, elapsedMs }) => [at, grade, elapsedMs]),
        stability: memory && Number(memory.stabilityDays.toFixed(3)),
        difficulty: memory && Number(memory.difficulty.toFixed(3)),
      };
    }),
  );
}

describe.skipIf(!hasSharedDecks)(
  'a deck that goes out as a package and comes in elsewhere (skipped without ../shared/decks)',
  () => {
    it.each(['785244d6', '7dede56d', '4988f837', '9ad565d3', '071b076c', '2acbbef0'])(
      '%s: has the same notes, decks, media, reviews, due days and memory',
      async (name) => {
        const app = await start();
        await app.call('library.import', { path: sharedDeck(name).path, options: {} });
        const { id: courseId } = await topDeck(app);
        const { sessionId } = await app.call('study.start', { mode: 'review', courseId });
        for (let i = 0; i < 4; i++) {
          const card = await app.call('study.next', { sessionId });
          if (!card) break;
          const { cardId, revision } = card;
          if (i === 3) await app.call('card.update', { cardId, change: { flag: 3, suspended: true, marked: true } });
          else
            await app.call('study.answer', { sessionId, cardId, revision, elapsedMs: 2_000, grade: i === 0 ? 1 : 4 });
          app.clock.set(app.clock.now() + 60_000);
        }
        const before = await everything(app);
        const path = join(app.dataDir, '..', 'out.apkg');
        const written = await app.call('library.export', {
          ...{ courseId, format: 'apkg', withProgress: true, language: 'en', path },
        });
        expect(written.cards).toBe((await topDeck(app)).counts.cards);
        const other = await start();
        other.clock.set(app.clock.now());
        const report = await other.call('library.import', { path, options: { presets: true } });
        expect(report.odd).toEqual([]);
        expect(await everything(other)).toEqual(before);
        expect(mediaIn(other.dataDir)).toEqual(mediaIn(app.dataDir));
        const here = await app.call('library.import', { path, options: {} });
        expect(here.notes).toMatchObject({ fresh: 0, updated: 0 });
        expect(await everything(app)).toEqual(before);
      },
    );
  },
);

describe('a course that goes out', () => {
  it.each(['apkg', 'csv', 'markdown', 'json', 'printable'] as const)(
    'as %s, says what it loses, and refuses a path that is taken',
    async (format) => {
      const app = await start();
      const { courses } = await app.call('library.list', {});
      const courseId = courses[0]!.id;
      const { notes, losses, proposed } = await app.call('library.losses', { courseId, format, withProgress: true });
      expect([notes > 0, proposed.length > 3]).toEqual([true, true]);
      expect(losses.every(({ count }) => count > 0)).toBe(true);
      const path = join(app.dataDir, '..', basename(proposed));
      const wish = { courseId, format, withProgress: true, language: 'th', path } as const;
      const written = await app.call('library.export', wish);
      expect([written.path, readFileSync(written.path).length]).toEqual([path, written.bytes]);
      await expect(app.call('library.export', wish)).rejects.toMatchObject({ code: 'path-taken' });
    },
  );

  it('as our own Markdown comes in again as a deck of the same questions', async () => {
    const app = await start();
    const courseId = (await app.call('library.list', {})).courses[0]!.id;
    const path = join(app.dataDir, '..', 'course.md');
    const written = await app.call('library.export', {
      ...{ courseId, format: 'markdown', withProgress: false, language: 'en', path },
    });
    const report = await app.call('library.import', { path, options: {} });
    expect(report.counts.notes).toBe(written.notes);
    const { id } = await topDeck(app);
    const { sessionId } = await app.call('study.start', { mode: 'review', courseId: id });
    expect(await app.call('study.next', { sessionId })).toMatchObject({ course: { isDeck: true } });
  });
});
